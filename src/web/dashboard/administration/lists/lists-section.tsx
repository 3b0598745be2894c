import { useEffect, useState } from 'preact/hooks';
import { getData, type Schema } from '../../../../client/client.ts';
import { client, toFailureText } from '../../api/api.ts';
import { useAction } from '../../api/use-action.ts';
import { useLoaded } from '../../api/use-loaded.ts';
import { Failure } from '../../components/failure.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { toAgeText, toDayText, toNumberText } from '../../i18n/formats.ts';
import { t } from '../../i18n/texts.ts';
import { everyProperty, isAtLeast, property } from '../../state/session.ts';
import { ListProblem } from './list-problem.tsx';
import { OwnListDialog } from './own-list-dialog.tsx';

type Watchlist = Schema<'Watchlist'>;

/** How current each list is that guests are compared with, and the property's own. */
export function ListsSection() {
  const lists = useLoaded('lists', (signal) => getData(client.GET('/api/v1/watchlists', { signal })));
  const [isGiving, setGiving] = useState(false);
  const propertyId = property.value?.id;
  // That a list is missing which nobody uses is no news.
  const shown = lists.data?.items.filter(({ state, isUsed }) => state !== 'missing' || isUsed === true);
  return (
    <section class="card" aria-label={t('administration.lists.title')}>
      <div class="part-head">
        <p class="faint">{t('administration.lists.means')}</p>
        {propertyId !== undefined && isAtLeast('manager') && (
          <button type="button" class="button" onClick={() => setGiving(true)}>
            {t('administration.lists.give')}
          </button>
        )}
      </div>
      {lists.error !== undefined && <Failure text={toFailureText(lists.error)} onRetry={lists.reload} />}
      {lists.data === undefined && lists.error === undefined && <Skeleton rows={5} />}
      {shown?.length === 0 && <p class="empty">{t('administration.lists.none')}</p>}
      <ul class="lines">
        {shown?.map((list) => (
          <li key={list.listId}>
            <ListLine list={list} onLooked={lists.reload} />
          </li>
        ))}
      </ul>
      {isGiving && propertyId !== undefined && (
        <OwnListDialog propertyId={propertyId} onClose={() => setGiving(false)} onGiven={lists.reload} />
      )}
    </section>
  );
}

const looks = { fresh: 'pill-good', stale: 'pill-open', missing: 'pill-bad' } as const;

function ListLine({ list, onLooked }: { readonly list: Watchlist; readonly onLooked: () => void }) {
  const { listId, title, state, persons, publishedOn, checkedAt, canRefresh, problem } = list;
  const now = Date.now();
  const facts = [
    persons !== null && t('administration.lists.persons', { count: persons, shown: toNumberText(persons) }),
    publishedOn !== null && t('administration.lists.edition', { day: toDayText(publishedOn, 'full') }),
    checkedAt !== null && t('administration.lists.checked', { age: toAgeText(checkedAt, now) }),
  ].filter((fact) => fact !== false);
  return (
    <>
      <div class="line-main">
        <p>
          <strong dir="auto">{canRefresh ? title : t('administration.lists.own')}</strong>{' '}
          <span class={`pill ${looks[state]}`}>{t(`administration.lists.states.${state}`)}</span>
        </p>
        <p class="small faint">{facts.length === 0 ? listId : facts.join(' · ')}</p>
        {problem !== null && <ListProblem problem={problem} now={now} />}
      </div>
      {canRefresh && isAtLeast('admin', everyProperty) && <LookButton list={list} onLooked={onLooked} />}
    </>
  );
}

const lookAgainMs = 2_000;
const looksAgain = 15;

/** A new edition takes seconds to come: the list is read again until something about it has changed. */
function LookButton({ list, onLooked }: { readonly list: Watchlist; readonly onLooked: () => void }) {
  const [before, setBefore] = useState<{ readonly state: string; readonly left: number }>();
  const { failure, run } = useAction();
  const state = JSON.stringify([list.checkedAt, list.problem]);
  const left = before?.state === state ? before.left : 0;
  const isLooking = left > 0;
  useEffect(() => {
    if (!isLooking) return;
    const timer = setTimeout(() => {
      setBefore({ state, left: left - 1 });
      onLooked();
    }, lookAgainMs);
    return () => clearTimeout(timer);
  }, [isLooking, left]);
  const look = () =>
    void run(async () => {
      const params = { path: { listId: list.listId } };
      await getData(client.POST('/api/v1/watchlists/{listId}/refresh', { params, body: {} }));
      setBefore({ state, left: looksAgain });
    });
  return (
    <>
      {failure !== undefined && <Failure text={failure} />}
      <button
        type="button"
        class="button button-small"
        disabled={isLooking}
        aria-label={t('administration.lists.lookFor', { title: list.title })}
        onClick={look}
      >
        {isLooking ? t('actions.working') : t('administration.lists.look')}
      </button>
    </>
  );
}

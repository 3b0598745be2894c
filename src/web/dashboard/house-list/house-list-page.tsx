import { useState } from 'preact/hooks';
import { toFailureText } from '../api/api.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { useRowKeys } from '../arrivals/use-row-keys.ts';
import { Failure } from '../components/failure.tsx';
import { Field } from '../components/field.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { t } from '../i18n/texts.ts';
import { Split } from '../shell/split.tsx';
import { go, place, toAddress } from '../state/route.ts';
import { property } from '../state/session.ts';
import { chooseEntries, type Entry, type EntryState, loadEntries, toEntryName } from './entries.ts';
import { EntryCard } from './entry-card.tsx';
import { EntryMark } from './entry-mark.tsx';
import { ProposeDialog } from './propose-dialog.tsx';

/** Whom the house does not want, and whom it trusts; what waits for a second person stands on top. */
export function HouseListPage() {
  const propertyId = property.value?.id ?? '';
  const [isProposing, setProposing] = useState(false);
  const entries = useLoaded(propertyId, (signal) => loadEntries(propertyId, signal));
  useRowKeys();
  const chosen = entries.data?.find(({ id }) => id === place.value.parts[2]);
  const onProposed = (entry: Entry) => {
    setProposing(false);
    entries.reload();
    go(toAddress([propertyId, 'houseList', entry.id]));
  };
  return (
    <>
      <Split
        list={
          <>
            <header class="range">
              <h1 class="list-title">{t('houseList.title')}</h1>
              <button type="button" class="button button-main" onClick={() => setProposing(true)}>
                {t('houseList.propose')}
              </button>
            </header>
            {entries.error !== undefined && <Failure text={toFailureText(entries.error)} onRetry={entries.reload} />}
            {entries.data === undefined && entries.error === undefined && <Skeleton rows={6} />}
            {entries.data !== undefined && <EntryList entries={entries.data} chosenId={chosen?.id} />}
          </>
        }
        detail={chosen && <EntryCard key={chosen.id} entry={chosen} onDone={entries.reload} />}
        hint={t('houseList.choose')}
      />
      {isProposing && <ProposeDialog propertyId={propertyId} onClose={() => setProposing(false)} onDone={onProposed} />}
    </>
  );
}

const states: readonly (EntryState | 'all')[] = ['all', 'proposed', 'active', 'rejected', 'ended'];

interface EntryListProps {
  readonly entries: readonly Entry[];
  readonly chosenId: string | undefined;
}

function EntryList({ entries, chosenId }: EntryListProps) {
  const [words, setWords] = useState('');
  const [state, setState] = useState<EntryState | 'all'>('all');
  const shown = chooseEntries(entries, { words, state });
  return (
    <>
      <Field label={t('houseList.search')} value={words} onChange={setWords} input={{ type: 'search' }} />
      <div class="summary" role="group" aria-label={t('houseList.filter')}>
        {states.map((name) => (
          <button
            key={name}
            type="button"
            class="button button-small"
            aria-pressed={state === name}
            onClick={() => setState(name)}
          >
            {t(`houseList.states.${name}`)}
          </button>
        ))}
      </div>
      {shown.length === 0 && <p class="empty">{t('houseList.none')}</p>}
      <ul class="stays">
        {shown.map((entry) => (
          <li key={entry.id} class="stay">
            <EntryRow entry={entry} isChosen={entry.id === chosenId} />
          </li>
        ))}
      </ul>
    </>
  );
}

function EntryRow({ entry, isChosen }: { readonly entry: Entry; readonly isChosen: boolean }) {
  return (
    <a
      class="row row-wide"
      href={toAddress([entry.propertyId, 'houseList', entry.id])}
      aria-current={isChosen ? 'true' : undefined}
      data-screening={entry.id}
    >
      <span class="row-who">
        <span class="row-name" dir="auto">
          {toEntryName(entry)}
        </span>
        <span class="row-why" dir="auto">
          {entry.reason}
        </span>
      </span>
      <span class="row-state">
        <EntryMark state={entry.state} />
        {entry.kind === 'trust' && <span class="small">{t('houseList.kinds.trust')}</span>}
      </span>
    </a>
  );
}

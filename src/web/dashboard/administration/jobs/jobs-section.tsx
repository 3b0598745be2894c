import { getData, type Schema } from '../../../../client/client.ts';
import { client, toFailureText } from '../../api/api.ts';
import { useAction } from '../../api/use-action.ts';
import { useLoaded } from '../../api/use-loaded.ts';
import { Failure } from '../../components/failure.tsx';
import { toAgeText, toNumberText } from '../../i18n/formats.ts';
import { findText, t } from '../../i18n/texts.ts';
import { announce } from '../../state/announcer.tsx';
import { PagedList } from '../paged-list.tsx';
import { usePages } from '../use-pages.ts';
import { toPlaceText } from '../users/users.ts';

type BuriedJob = Schema<'BuriedJob'>;

/** What the service still has to do, how late it is, and what it gave up. */
export function JobsSection() {
  const figures = useLoaded('jobs', (signal) => getData(client.GET('/api/v1/jobs', { signal })));
  const pages = usePages<BuriedJob>('buried', (cursor, signal) =>
    getData(client.GET('/api/v1/jobs/buried', { params: { query: { limit: 50, ...(cursor && { cursor }) } }, signal })),
  );
  const reload = () => {
    figures.reload();
    pages.reload();
  };
  return (
    <section class="card" aria-label={t('administration.jobs.title')}>
      <div class="part-head">
        <p class="faint">{t('administration.jobs.means')}</p>
        <button type="button" class="button" onClick={reload}>
          {t('administration.jobs.look')}
        </button>
      </div>
      {figures.error !== undefined && <Failure text={toFailureText(figures.error)} onRetry={figures.reload} />}
      {figures.data !== undefined && <Figures figures={figures.data} />}
      <h2>{t('administration.jobs.buried')}</h2>
      <PagedList
        pages={pages}
        empty={t('administration.jobs.none')}
        toKey={({ id }) => id}
        render={(job) => <BuriedLine job={job} onRetried={reload} />}
      />
    </section>
  );
}

function Figures({ figures }: { readonly figures: Schema<'JobFigures'> }) {
  const { waiting, running, buried, nextDueAt } = figures;
  const now = Date.now();
  const isLate = nextDueAt !== null && Date.parse(nextDueAt) < now;
  const shown = [
    [t('administration.jobs.waiting'), toNumberText(waiting)],
    [t('administration.jobs.running'), toNumberText(running)],
    [t('administration.jobs.givenUp'), toNumberText(buried)],
    [t('administration.jobs.oldest'), isLate ? toAgeText(nextDueAt, now) : t('administration.jobs.onTime')],
  ] as const;
  return (
    <dl class="facts tiles">
      {shown.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd class="tile-value">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function BuriedLine({ job, onRetried }: { readonly job: BuriedJob; readonly onRetried: () => void }) {
  const { id, kind, payload, attempts, errorCode, buriedAt } = job;
  const { isRunning, failure, run } = useAction();
  const what = findText(`administration.jobs.kinds.${kind}`) ?? kind;
  const retry = () =>
    void run(async () => {
      await getData(client.POST('/api/v1/jobs/{id}/replay', { params: { path: { id } }, body: {} }));
      announce(t('administration.jobs.retried', { what }));
      onRetried();
    });
  const { propertyId, ...ids } = payload;
  const place = propertyId === undefined ? undefined : toPlaceText(propertyId);
  const about = [place, ...Object.entries(ids).map(([name, value]) => `${name} ${value}`)].filter(Boolean).join(' · ');
  return (
    <>
      <div class="line-main">
        <p>
          <strong>{what}</strong>
        </p>
        <p>
          {findText(`administration.jobs.why.${errorCode}`) ?? t('administration.jobs.whyOther', { code: errorCode })}
        </p>
        <p class="small faint">
          {t('administration.jobs.tries', { count: attempts })} · {toAgeText(buriedAt, Date.now())}
        </p>
        {about !== '' && (
          <p class="small faint" dir="ltr">
            {about}
          </p>
        )}
        {failure !== undefined && <Failure text={failure} />}
      </div>
      <button
        type="button"
        class="button button-small"
        disabled={isRunning}
        aria-label={t('administration.jobs.retryOf', { what })}
        onClick={retry}
      >
        {isRunning ? t('actions.working') : t('actions.again')}
      </button>
    </>
  );
}

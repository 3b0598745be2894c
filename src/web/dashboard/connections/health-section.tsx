import { getData, type Schema } from '../../../client/client.ts';
import { client, toFailureText } from '../api/api.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { Failure } from '../components/failure.tsx';
import { Icon } from '../components/icon.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { toMomentText } from '../i18n/formats.ts';
import { findText, language, t } from '../i18n/texts.ts';
import { properties, property } from '../state/session.ts';

type Diagnosis = Schema<'Diagnosis'>;
type Check = Diagnosis['checks'][number];

/** Whether everything that the service needs works: what does not comes first, with what to do. */
export function HealthSection() {
  const diagnosis = useLoaded('diagnostics', (signal) => getData(client.GET('/api/v1/diagnostics', { signal })));
  const { data, error, isLoading, reload } = diagnosis;
  return (
    <section class="card" aria-label={t('connections.tabs.health')}>
      <div class="part-head">
        <p class="faint">{t('connections.doctor.means')}</p>
        <button type="button" class="button" disabled={isLoading} onClick={reload}>
          {isLoading ? t('actions.working') : t('connections.doctor.look')}
        </button>
      </div>
      {error !== undefined && <Failure text={toFailureText(error)} onRetry={reload} />}
      {data === undefined && error === undefined && (
        <>
          <p class="hint" role="status">
            {t('connections.doctor.looking')}
          </p>
          <Skeleton rows={5} />
        </>
      )}
      {data !== undefined && <Checks diagnosis={data} />}
    </section>
  );
}

function Checks({ diagnosis: { at, checks } }: { readonly diagnosis: Diagnosis }) {
  const wrong = [...listIn(checks, 'problem'), ...listIn(checks, 'warning')];
  const fine = listIn(checks, 'ok');
  return (
    <>
      <p class="hint">
        {t('connections.doctor.at', { time: toMomentText(at, property.value?.timeZone ?? 'UTC') })}
        {language.value !== 'en' && ` · ${t('connections.doctor.english')}`}
      </p>
      {wrong.length === 0 && (
        <p class="notice notice-good health-fine">
          <Icon name="check" />
          {t('connections.doctor.allFine')}
        </p>
      )}
      <CheckList checks={wrong} />
      <details class="fold" open={wrong.length === 0}>
        <summary>
          <span class="fold-name">{t('connections.doctor.fine', { count: fine.length })}</span>
          <Icon name="open" size={16} />
        </summary>
        <CheckList checks={fine} />
      </details>
    </>
  );
}

function CheckList({ checks }: { readonly checks: readonly Check[] }) {
  return (
    <ul class="lines">
      {checks.map((check, index) => (
        <li key={index}>
          <CheckLine check={check} />
        </li>
      ))}
    </ul>
  );
}

const looks = { ok: 'pill-good', warning: 'pill-open', problem: 'pill-bad' } as const;

function CheckLine({ check: { check, propertyId, state, says, advice } }: { readonly check: Check }) {
  const place = properties.value.find(({ id }) => id === propertyId)?.name ?? propertyId;
  const plain = findText(`connections.doctor.plain.${check}.${state}`);
  return (
    <>
      <div class="line-main">
        <p>
          <strong>{findText(`connections.doctor.checks.${check}`) ?? check}</strong>
          {place !== null && (
            <span class="faint">
              {' · '}
              <bdi>{place}</bdi>
            </span>
          )}
        </p>
        {plain !== undefined && <p>{plain}</p>}
        {/* As the log and the command line have it. */}
        <p lang="en" dir="ltr" class="told small faint">
          {says}
        </p>
        {advice !== null && (
          <p lang="en" dir="ltr" class="told small faint">
            → {advice}
          </p>
        )}
      </div>
      <span class={`pill ${looks[state]}`}>{t(`connections.doctor.states.${state}`)}</span>
    </>
  );
}

function listIn(checks: readonly Check[], state: Check['state']): readonly Check[] {
  return checks.filter((check) => check.state === state);
}

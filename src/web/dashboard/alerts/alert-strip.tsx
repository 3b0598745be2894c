import { useEffect } from 'preact/hooks';
import { getData, type Schema } from '../../../client/client.ts';
import { client } from '../api/api.ts';
import { useAction } from '../api/use-action.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { Icon } from '../components/icon.tsx';
import { toMomentText } from '../i18n/formats.ts';
import { findText, t } from '../i18n/texts.ts';
import { changes } from '../state/live.ts';
import { toAddress } from '../state/route.ts';
import { isAtLeast, property, toPageAddress } from '../state/session.ts';
import './alerts.css';

type Alert = Schema<'Alert'>;
type Property = Schema<'Property'>;

/** Those about which the page of connections says more. */
const ofConnections: readonly Alert['kind'][] = ['property_disconnected', 'silence'];
const mostShown = 50;
const roundMs = 60_000;

/** What the service cannot mend alone, for managers: how much, and once opened what to do. Nothing where all is well. */
export function AlertStrip() {
  const here = property.value;
  const isShown = here !== undefined && isAtLeast('manager');
  const alerts = useLoaded(isShown ? here.id : undefined, async (signal) => {
    const query = { propertyId: here?.id ?? '', limit: mostShown };
    return (await getData(client.GET('/api/v1/alerts', { params: { query }, signal }))).items;
  });
  useEffect(() => {
    if (changes.value > 0) alerts.reload();
  }, [changes.value]);
  const { data = [], reload } = alerts;
  // Most causes are no guest's, and ring no bell on this page.
  useEffect(() => {
    const timer = setInterval(reload, roundMs);
    return () => clearInterval(timer);
  }, [reload]);
  // That alerts cannot be asked for, the rest of the page says as well.
  if (here === undefined || data.length === 0) return null;
  const kinds = [...new Set(data.map(({ kind }) => kind))];
  return (
    <details class="alerts">
      <summary>
        <Icon name="attention" />
        {t('alerts.title', { count: data.length })}
        <Icon name="open" size={16} />
      </summary>
      {kinds.map((kind) => (
        <section key={kind}>
          <h2>{findText(`alerts.kinds.${kind}.title`) ?? kind}</h2>
          <p>{findText(`alerts.kinds.${kind}.todo`)}</p>
          {ofConnections.includes(kind) && isAtLeast('admin') && (
            <p>
              <a href={toPageAddress('connections')}>{t('user.connections')}</a>
            </p>
          )}
          <ul>
            {data
              .filter((alert) => alert.kind === kind)
              .map((alert) => (
                <AlertItem key={alert.id} alert={alert} here={here} onDone={reload} />
              ))}
          </ul>
        </section>
      ))}
    </details>
  );
}

interface AlertItemProps {
  readonly alert: Alert;
  readonly here: Property;
  readonly onDone: () => void;
}

/** One cause: what it is about, since when, and who takes care of it. */
function AlertItem({ alert, here, onDone }: AlertItemProps) {
  const { id, acknowledged, openedAt } = alert;
  const action = useAction();
  const acknowledge = async (): Promise<void> => {
    const params = { path: { id } };
    const isDone = await action.run(() => getData(client.POST('/api/v1/alerts/{id}/acknowledgement', { params })));
    if (isDone) onDone();
  };
  return (
    <li>
      <AlertAbout alert={alert} here={here} />
      <span class="alert-since">{t('alerts.since', { at: toMomentText(openedAt, here.timeZone) })}</span>
      {acknowledged !== null ? (
        <span class="alert-since">{t('alerts.acknowledged', { name: acknowledged.by })}</span>
      ) : (
        <button
          type="button"
          class="button button-small"
          disabled={action.isRunning}
          onClick={() => void acknowledge()}
        >
          {t('alerts.acknowledge')}
        </button>
      )}
      {action.failure !== undefined && <p role="alert">{action.failure}</p>}
    </li>
  );
}

/** A guest by the number of the reservation, as the list below has it; anything else by its id. */
function AlertAbout({ alert: { about, facts }, here }: Pick<AlertItemProps, 'alert' | 'here'>) {
  const { screeningId } = facts;
  if (typeof screeningId === 'string') {
    return <a href={toAddress([here.id, 'arrivals', screeningId])}>{about.split('/')[0]}</a>;
  }
  return about === '' ? null : <bdi>{about}</bdi>;
}

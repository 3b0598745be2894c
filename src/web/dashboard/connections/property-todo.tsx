import { toAgeText, toMomentText } from '../i18n/formats.ts';
import { t } from '../i18n/texts.ts';
import { type Connection, isEndedHere, toTimeZone } from './connections.ts';

/** How a property can be connected anew by whoever looks. */
export interface ConnectWays {
  /** Null where nobody can be sent to the PMS. */
  readonly startPath: string | null;
  readonly onGiveKey?: () => void;
}

interface PropertyTodoProps {
  readonly connection: Connection;
  readonly ways: ConnectWays;
}

/** What is wrong with a property, in plain words, and what somebody should do. Nothing where nothing is to be done. */
export function PropertyTodo({ connection, ways }: PropertyTodoProps) {
  const { advice, state, sync, isAddressChanging } = connection;
  const isWarning = state === 'disconnected' && !isEndedHere(connection);
  const told = [...listWrong(connection), ...(isAddressChanging ? [t('connections.todo.address')] : [])];
  if (told.length === 0 && sync.troubles.length === 0) return null;
  return (
    <>
      {told.length > 0 && (
        <div class={`said${isWarning ? ' said-warning' : ''}`}>
          {told.map((text) => (
            <p key={text}>{text}</p>
          ))}
          <WayAnew advice={advice} ways={ways} />
        </div>
      )}
      {sync.troubles.length > 0 && <Troubles connection={connection} />}
    </>
  );
}

function listWrong(connection: Connection): readonly string[] {
  const { state, reason, advice, usableUntil, nextProbeAt, propertyId, sync } = connection;
  const toMoment = (instant: string) => toMomentText(instant, toTimeZone(propertyId));
  if (usableUntil !== null) return [t('connections.todo.doubt', { until: toMoment(usableUntil) })];
  if (state === 'connected') {
    return sync.standing === 'up_to_date' ? [] : [t(`connections.todo.${sync.standing}`)];
  }
  return [
    ...(reason === null ? [] : [t(`connections.reasons.${reason}`)]),
    ...(advice === 'nothing' ? [] : [t(`connections.todo.${advice}`)]),
    ...(nextProbeAt === null ? [] : [t('connections.todo.probe', { at: toMoment(nextProbeAt) })]),
  ];
}

function WayAnew({ advice, ways: { startPath, onGiveKey } }: { readonly advice: Connection['advice'] } & Ways) {
  if (advice === 'give_key' && onGiveKey !== undefined) {
    return (
      <button type="button" class="button" onClick={onGiveKey}>
        {t('connections.add.keyDo')}
      </button>
    );
  }
  if (advice !== 'authorize' || startPath === null) return null;
  return (
    <a class="button" href={startPath}>
      {t('connections.add.appDo')}
    </a>
  );
}

interface Ways {
  readonly ways: ConnectWays;
}

/** What the hotel was told of among the errors of its apps. */
function Troubles({ connection: { sync } }: { readonly connection: Connection }) {
  const now = Date.now();
  return (
    <div class="said">
      <p>
        <strong>{t('connections.troubles.title')}</strong>
      </p>
      <ul>
        {sync.troubles.map(({ cause, about, openedAt }) => (
          <li key={`${cause} ${about}`}>
            {t(`connections.troubles.${cause}`, { about })} <span class="small">{toAgeText(openedAt, now)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

import { getData, type Schema } from '../../../client/client.ts';
import { client, toFailureText } from '../api/api.ts';
import { useAction } from '../api/use-action.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { Card } from '../components/card.tsx';
import { Failure } from '../components/failure.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { toAgeText } from '../i18n/formats.ts';
import { t } from '../i18n/texts.ts';
import { announce } from '../state/announcer.tsx';
import { toDeviceText } from './device-text.ts';

type Session = Schema<'Session'>;

const path = '/api/v1/me/sessions';

/** Where one is signed in, and the end of it everywhere else. */
export function SessionsCard() {
  const sessions = useLoaded('sessions', (signal) => getData(client.GET(path, { signal })));
  const { isRunning, failure, run } = useAction();
  const items = sessions.data?.items ?? [];
  const others = items.filter(({ isThisOne }) => !isThisOne);
  const end = (ended: readonly Session[]) =>
    void run(async () => {
      for (const { id } of ended) {
        await getData(client.DELETE(`${path}/{sessionId}`, { params: { path: { sessionId: id } } }));
      }
      announce(t('account.sessions.ended'));
    }).then(sessions.reload);
  return (
    <Card title={t('account.sessions.title')}>
      {sessions.error !== undefined && <Failure text={toFailureText(sessions.error)} onRetry={sessions.reload} />}
      {sessions.data === undefined && sessions.error === undefined && <Skeleton rows={2} />}
      {failure !== undefined && <Failure text={failure} />}
      <ul class="lines">
        {items.map((session) => (
          <SessionLine key={session.id} session={session} isBusy={isRunning} onEnd={() => end([session])} />
        ))}
      </ul>
      {others.length > 0 && (
        <div class="actions">
          <button type="button" class="button button-decline" disabled={isRunning} onClick={() => end(others)}>
            {t('account.sessions.endOthers')}
          </button>
        </div>
      )}
    </Card>
  );
}

interface SessionLineProps {
  readonly session: Session;
  readonly isBusy: boolean;
  readonly onEnd: () => void;
}

function SessionLine({ session, isBusy, onEnd }: SessionLineProps) {
  const { userAgent, startedAt, lastSeenAt, isThisOne } = session;
  const device = toDeviceText(userAgent) ?? t('account.sessions.unknown');
  const now = Date.now();
  return (
    <li>
      <div>
        <p>
          <strong dir="auto">{device}</strong>{' '}
          {isThisOne && <span class="pill pill-good">{t('account.sessions.thisOne')}</span>}
        </p>
        <p class="small faint">
          {t('account.sessions.times', { started: toAgeText(startedAt, now), seen: toAgeText(lastSeenAt, now) })}
        </p>
      </div>
      {!isThisOne && (
        <button
          type="button"
          class="button button-small"
          disabled={isBusy}
          aria-label={t('account.sessions.endOf', { device })}
          onClick={onEnd}
        >
          {t('account.sessions.end')}
        </button>
      )}
    </li>
  );
}

import { useEffect, useState } from 'preact/hooks';
import { toFailureText } from '../api/api.ts';
import { loadQueue, type QueuePart } from '../api/queue.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { useRowKeys } from '../arrivals/use-row-keys.ts';
import { Failure } from '../components/failure.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { StateMark } from '../components/state-mark.tsx';
import { GuestDetail } from '../detail/guest-detail.tsx';
import { t } from '../i18n/texts.ts';
import { Split } from '../shell/split.tsx';
import { changes } from '../state/live.ts';
import { place } from '../state/route.ts';
import { isAtLeast, property } from '../state/session.ts';
import { GuestRequests } from './guest-requests.tsx';
import { QueueRow } from './queue-row.tsx';

/** Everybody about whom a person must decide, and who asks for one; the desk, which decides about nobody, sees the latter. */
export function ReviewPage() {
  const propertyId = property.value?.id ?? '';
  const chosen = place.value.parts[2];
  useRowKeys();
  return (
    <Split
      list={
        isAtLeast('reviewer') ? (
          <Queue propertyId={propertyId} {...(chosen !== undefined && { chosen })} />
        ) : (
          <>
            <Head />
            <GuestRequests
              propertyId={propertyId}
              none={<Nothing text={t('review.askingNone')} />}
              {...(chosen !== undefined && { chosen })}
            />
          </>
        )
      }
      detail={chosen === undefined ? undefined : <GuestDetail key={chosen} screeningId={chosen} />}
    />
  );
}

function Queue({ propertyId, chosen }: { readonly propertyId: string; readonly chosen?: string }) {
  const [part, setPart] = useState<QueuePart>('all');
  const queue = useLoaded(`${propertyId} ${part}`, (signal) => loadQueue(propertyId, part, signal));
  useEffect(() => {
    if (changes.value > 0) queue.reload();
  }, [changes.value]);
  return (
    <>
      <Head {...(queue.data !== undefined && { count: queue.data.length })} />
      <GuestRequests propertyId={propertyId} {...(chosen !== undefined && { chosen })} />
      <QueueParts part={part} onChoose={setPart} />
      {queue.error !== undefined && <Failure text={toFailureText(queue.error)} onRetry={queue.reload} />}
      {queue.data === undefined && queue.error === undefined && <Skeleton rows={6} />}
      {queue.data?.length === 0 && <Nothing text={t('review.none')} />}
      <ul class="stays">
        {queue.data?.map((guest) => (
          <li key={guest.screening.guestId + guest.screening.reservationId} class="stay">
            <QueueRow guest={guest} isChosen={guest.screeningId === chosen} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Head({ count }: { readonly count?: number }) {
  return (
    <header class="range">
      <div>
        <h1 class="list-title">{t('review.title')}</h1>
        <p class="faint">{count !== undefined && t('review.count', { count })}</p>
      </div>
    </header>
  );
}

const queueParts: readonly QueuePart[] = ['all', 'me', 'nobody'];

function QueueParts({ part, onChoose }: { readonly part: QueuePart; readonly onChoose: (part: QueuePart) => void }) {
  return (
    <div class="summary" role="group" aria-label={t('review.filter')}>
      {queueParts.map((name) => (
        <button
          key={name}
          type="button"
          class="button button-small"
          aria-pressed={part === name}
          onClick={() => onChoose(name)}
        >
          {t(`review.parts.${name}`)}
        </button>
      ))}
    </div>
  );
}

function Nothing({ text }: { readonly text: string }) {
  return (
    <div class="empty">
      <StateMark state="clear" size={48} />
      <p>{text}</p>
    </div>
  );
}

import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { getData } from '../../../client/client.ts';
import { client, toFailureText } from '../api/api.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { Failure } from '../components/failure.tsx';
import { Icon } from '../components/icon.tsx';
import { toAgeText } from '../i18n/formats.ts';
import { t } from '../i18n/texts.ts';
import { changes } from '../state/live.ts';
import { toAddress } from '../state/route.ts';

interface GuestRequestsProps {
  readonly propertyId: string;
  readonly chosen?: string;
  /** Stands there where nobody asks; absent: nothing does. */
  readonly none?: ComponentChildren;
}

/** Guests who object or ask for a person by their form, who have waited longest first. */
export function GuestRequests({ propertyId, chosen, none }: GuestRequestsProps) {
  const asking = useLoaded(propertyId, (signal) => loadRequests(propertyId, signal));
  useEffect(() => {
    if (changes.value > 0) asking.reload();
  }, [changes.value]);
  if (asking.error !== undefined) return <Failure text={toFailureText(asking.error)} onRetry={asking.reload} />;
  if (asking.data === undefined) return null;
  if (asking.data.length === 0) return <>{none}</>;
  return (
    <section class="guest-requests">
      <h2 class="day-title">{t('review.asking')}</h2>
      <ul class="stays">
        {asking.data.map(({ screeningId, guestName, since, requests }) => (
          <li key={screeningId} class="stay">
            <a
              class="row"
              href={toAddress([propertyId, 'review', screeningId])}
              aria-current={screeningId === chosen ? 'true' : undefined}
              data-screening={screeningId}
            >
              <Icon name="people" size={28} />
              <span class="row-who">
                <span class="row-name" dir="auto">
                  {guestName === '' ? t('guest.nameless') : guestName}
                </span>
                <span class="row-why">
                  {requests.some(({ kind }) => kind === 'ask_person')
                    ? t('events.person_asked')
                    : t('events.guest_objected')}
                </span>
                <span class="small faint numbers">{toAgeText(since, Date.now())}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

async function loadRequests(propertyId: string, signal: AbortSignal) {
  const path = '/api/v1/properties/{propertyId}/guest-requests';
  const { items } = await getData(
    client.GET(path, { params: { path: { propertyId }, query: { limit: 200 } }, signal }),
  );
  return items;
}

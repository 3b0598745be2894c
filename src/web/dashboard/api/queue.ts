import { getData, listAllItems, type Schema } from '../../../client/client.ts';
import { toToday } from '../i18n/days.ts';
import { toGuestState, toNeed } from '../state/guest-state.ts';
import { property } from '../state/session.ts';
import { client } from './api.ts';
import type { GuestRow } from './stays.ts';

/** Whoever is to come and waits for a person: flagged, to review, or not to be checked. */
export async function loadQueue(propertyId: string, signal: AbortSignal): Promise<readonly GuestRow[]> {
  const arrivalFrom = toToday(property.value?.timeZone ?? 'UTC');
  const found = await Promise.all([
    readAll(propertyId, { outcome: 'flagged', arrivalFrom }, signal),
    readAll(propertyId, { outcome: 'review', arrivalFrom }, signal),
    readAll(propertyId, { status: 'failed', arrivalFrom }, signal),
  ]);
  const rows = found.flat().filter(({ status, decision }) => status !== 'stopped' && decision === null);
  const guests = rows.map((screening) => {
    return { screeningId: screening.id, name: screening.guestName, state: toGuestState(screening), screening };
  });
  return guests.sort(
    (one, other) =>
      one.screening.arrivalDate.localeCompare(other.screening.arrivalDate) || toNeed(one.state) - toNeed(other.state),
  );
}

interface QueueQuery {
  readonly outcome?: Schema<'ShownOutcome'>;
  readonly status?: Schema<'ScreeningStatus'>;
  readonly arrivalFrom: string;
}

async function readAll(propertyId: string, query: QueueQuery, signal: AbortSignal): Promise<Schema<'Screening'>[]> {
  const readPage = (cursor: string | undefined) =>
    getData(
      client.GET('/api/v1/properties/{propertyId}/screenings', {
        params: { path: { propertyId }, query: { ...query, limit: 200, ...(cursor !== undefined && { cursor }) } },
        signal,
      }),
    );
  return Array.fromAsync(listAllItems(readPage));
}

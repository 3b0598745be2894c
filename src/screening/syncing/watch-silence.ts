import { plusMs, toLocalDate } from '../../domain/calendar.ts';
import { isSuspiciouslyQuiet, quietFloorMs, quietMemoryMs } from '../../domain/silence.ts';
import type { Instant } from '../../domain/subject.ts';
import { syncUrgency } from '../../domain/urgency.ts';
import type { Property, Rows } from '../../ports/store.ts';
import type { SyncState } from '../../ports/sync-states.ts';

/** Who is in house or arrives within a week gives the PMS something to ring about. */
const arrivalsAheadMs = 7 * 86_400_000;

/**
 * A property with guests in house or to come that has been quiet for longer than it usually is: somebody is told, what may have
 * been missed is looked for, and so is whether its events are still subscribed to. Once, until it rings again. One that is
 * disconnected cannot ring, and has an alert of its own.
 */
export async function watchSilence(rows: Rows, property: Property, now: Instant): Promise<void> {
  const state = await rows.syncStates.find(property.id);
  if (state === undefined) return;
  const standing = await rows.connections.findProperty(property.id);
  if (standing?.state === 'disconnected') return endSilence(rows, state, now);
  if (state.silentSince !== undefined) return;
  const since = later(state.lastEventAt ?? state.watchedSince, standing?.since);
  if (plusMs(since, quietFloorMs) >= now) return;
  const gaps = await rows.syncStates.listQuietGaps(property.id, plusMs(now, -quietMemoryMs));
  const { watchedSince } = state;
  if (!isSuspiciouslyQuiet({ gaps, watchedSince, now, lastEventAt: since })) return;
  if (await hasGuests(rows, property, now)) await suspect(rows, { state, since }, now);
}

/** What did not ring before it was connected tells nothing. */
function later(at: Instant, connectedSince: Instant = at): Instant {
  return connectedSince > at ? connectedSince : at;
}

async function hasGuests(rows: Rows, { id: propertyId, timeZone }: Property, now: Instant): Promise<boolean> {
  const days = { from: toLocalDate(now, timeZone), to: toLocalDate(plusMs(now, arrivalsAheadMs), timeZone) };
  return (await rows.subjects.listActiveReservations(propertyId, days)).length > 0;
}

async function suspect(
  rows: Rows,
  { state, since }: { readonly state: SyncState; readonly since: Instant },
  at: Instant,
): Promise<void> {
  const { propertyId } = state;
  await rows.syncStates.noteSilence(propertyId, since);
  await rows.alerts.raise({ kind: 'silence', propertyId, about: '', facts: { quietSince: since }, at });
  await rows.jobs.enqueueAll([
    { kind: 'sync-property', payload: { propertyId }, urgency: syncUrgency, runAt: at },
    { kind: 'connect-property', payload: { propertyId }, urgency: syncUrgency, runAt: at },
  ]);
}

/** It rings again, or cannot. */
export async function endSilence(rows: Rows, { propertyId, silentSince }: SyncState, at: Instant): Promise<void> {
  if (silentSince === undefined) return;
  await rows.syncStates.noteSilence(propertyId, undefined);
  await rows.alerts.settle({ kind: 'silence', propertyId, about: '', at });
}

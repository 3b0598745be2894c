import { plusMs } from '../../domain/calendar.ts';
import type { Instant } from '../../domain/subject.ts';
import { syncUrgency } from '../../domain/urgency.ts';
import type { JobContext, JobHandler } from '../../ports/jobs.ts';
import type { PmsCall, ReservationSnapshot } from '../../ports/pms.ts';
import type { Property, Rows, StoredSubject } from '../../ports/store.ts';
import type { SyncParts } from './sync-look.ts';
import { type Look, noteUnannounced, takeFind } from './take-find.ts';
import { stopSubject } from './take-subject.ts';

/** From one sweep to the next. */
const announcedWithinMs = 86_400_000;

export type ConfirmDeletionParts = Omit<SyncParts, 'overlapMs' | 'logger'>;

/**
 * A deleted reservation is in no answer any more, so that no sync can miss it: what the bell says of it is held against
 * the reservations that the PMS lists for one of its guests. Where it is not among them, its subjects stop; where it is,
 * it is taken in as it is now.
 */
export function createConfirmDeletion(parts: ConfirmDeletionParts): JobHandler<'confirm-deletion'> {
  const { store, clock } = parts;
  return async ({ propertyId, reservationId }, context) => {
    const { property, active } = await store.read((rows) => findStay(rows, propertyId, reservationId));
    const [one] = active;
    if (one === undefined) return;
    const { guestId } = one.subject;
    const startedAt = clock.now();
    const snapshot = await findListed(parts, { property, reservationId, guestId }, context);
    await store.transactionUnder(context.lease, async (rows) => {
      const look = await toLook(rows, property, startedAt);
      if (snapshot === undefined) await stopAll(rows, { active, look }, clock.now());
      else await takeFind(rows, { find: { kind: 'reservations', snapshots: [snapshot] }, look }, parts);
    });
  };
}

async function findStay(rows: Rows, propertyId: string, reservationId: string) {
  const stays: readonly StoredSubject[] = await rows.subjects.listByReservations(propertyId, [reservationId]);
  return { property: await rows.properties.get(propertyId), active: stays.filter(({ isActive }) => isActive) };
}

interface SoughtStay {
  readonly property: Property;
  readonly reservationId: string;
  readonly guestId: string;
}

async function findListed(
  { pms }: ConfirmDeletionParts,
  { property, reservationId, guestId }: SoughtStay,
  { signal }: JobContext,
): Promise<ReservationSnapshot | undefined> {
  const { id: propertyId, timeZone } = property;
  const call: PmsCall = { property: { propertyId, timeZone }, urgency: syncUrgency, signal };
  for await (const page of pms.listReservations(call, { by: 'guest', guestId })) {
    const listed = page.find((snapshot) => snapshot.reservationId === reservationId);
    if (listed !== undefined) return listed;
  }
  return undefined;
}

/** A bell told, or else a sweep found it. */
async function toLook(rows: Rows, property: Property, at: Instant): Promise<Look> {
  const since = plusMs(at, -announcedWithinMs);
  return {
    property,
    foundBy: 'sweep',
    startedAt: at,
    announcements: { since, named: await rows.events.listAnnounced(property.id, since) },
  };
}

async function stopAll(
  rows: Rows,
  { active, look }: { readonly active: readonly StoredSubject[]; readonly look: Look },
  at: Instant,
): Promise<void> {
  for (const stay of active) await stopSubject(rows, stay, { at });
  await noteUnannounced(rows, { changed: active.map(({ subject }) => subject), look }, at);
}

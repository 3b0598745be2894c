import type { GuestOverlay } from '../../ports/forms.ts';
import type { ReservationSnapshot } from '../../ports/pms.ts';
import type { GuestKey } from '../../ports/profiles.ts';
import type { Rows, StoredSubject } from '../../ports/store.ts';
import { startRedactions } from '../checks/redact-check.ts';
import { stopSubject, type TakeContext, takeSubject } from './take-subject.ts';

/** News of whole reservations: each guest on them, and each that is no longer. */
export async function takeReservations(
  rows: Rows,
  snapshots: readonly ReservationSnapshot[],
  context: TakeContext,
): Promise<void> {
  const first = snapshots[0];
  if (first === undefined) return;
  const reservationIds = snapshots.map(({ reservationId }) => reservationId);
  const known = new Map<string, StoredSubject>();
  for (const stored of await rows.subjects.listByReservations(first.propertyId, reservationIds)) {
    known.set(toKey(stored.subject), stored);
  }
  const guestIds = snapshots.flatMap(({ guests }) => guests.map(({ subject }) => subject.guestId));
  const overlays = await rows.forms.listOverlays(first.propertyId, guestIds);
  for (const snapshot of snapshots) await takeReservation(rows, { snapshot, known, overlays }, context);
}

interface ReservationNews {
  readonly snapshot: ReservationSnapshot;
  readonly known: ReadonlyMap<string, StoredSubject>;
  /** By guest. */
  readonly overlays: ReadonlyMap<string, GuestOverlay>;
}

async function takeReservation(rows: Rows, news: ReservationNews, context: TakeContext): Promise<void> {
  const { snapshot, known, overlays } = news;
  const present = new Set<string>();
  for (const { subject, isAnonymized } of snapshot.guests) {
    const key = toKey(subject);
    present.add(key);
    const stored = known.get(key);
    if (isAnonymized) await forgetSubject(rows, { guest: subject, stored }, context);
    else await takeSubject(rows, { subject, known: stored, overlay: overlays.get(subject.guestId) }, context);
  }
  for (const [key, stored] of known) {
    const isOfThisReservation = stored.subject.reservationId === snapshot.reservationId;
    if (isOfThisReservation && stored.isActive && !present.has(key)) await stopSubject(rows, stored, context);
  }
}

/** The PMS removed the person's data on request: so do we, in all that we hold of the person, and so must the vendors. */
export async function forgetSubject(
  rows: Rows,
  { guest, stored }: { readonly guest: GuestKey; readonly stored: StoredSubject | undefined },
  context: TakeContext,
): Promise<void> {
  if (stored?.isActive === true) await stopSubject(rows, stored, context);
  const { propertyId, guestId } = guest;
  await rows.subjects.forgetGuest(propertyId, guestId);
  await startRedactions(rows, { propertyId, guestId }, context.at);
}

function toKey({ reservationId, guestId }: { readonly reservationId: string; readonly guestId: string }): string {
  return `${reservationId}/${guestId}`;
}

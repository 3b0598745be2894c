import type { ReservationSnapshot } from '../../ports/pms.ts';
import type { Rows } from '../../ports/store.ts';

/**
 * Reservations on which somebody stands in the place of somebody else. Where the two were merged, a reservation does not say
 * so: taken before the news of its guests, it would end the one's form and ask the other anew.
 */
export async function listReplaced(
  rows: Rows,
  snapshots: readonly ReservationSnapshot[],
): Promise<readonly ReservationSnapshot[]> {
  const [first] = snapshots;
  if (first === undefined) return [];
  const reservationIds = snapshots.map(({ reservationId }) => reservationId);
  const known = await rows.subjects.listByReservations(first.propertyId, reservationIds);
  return snapshots.filter(({ reservationId, guests }) => {
    const before = known.filter(({ subject }) => subject.reservationId === reservationId);
    const knownIds = new Set(before.map(({ subject }) => subject.guestId));
    const presentIds = new Set(guests.map(({ subject }) => subject.guestId));
    const isOneGone = before.some(({ subject, isActive }) => isActive && !presentIds.has(subject.guestId));
    return isOneGone && [...presentIds].some((guestId) => !knownIds.has(guestId));
  });
}

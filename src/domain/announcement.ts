/** Whom the events of a while named. */
export interface Announced {
  readonly guestIds: ReadonlySet<string>;
  readonly reservationIds: ReadonlySet<string>;
}

/** An event that names the guest or the reservation announces whatever a sync finds of the guest on it. */
export function isAnnounced(
  { guestId, reservationId }: { readonly guestId: string; readonly reservationId: string },
  { guestIds, reservationIds }: Announced,
): boolean {
  return guestIds.has(guestId) || reservationIds.has(reservationId);
}

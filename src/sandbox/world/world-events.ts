// Which webhooks an action fires. Their wording is in webhooks/payload.ts.
import type { GuestRecord, ReservationRecord, WorldEvent } from './records.ts';
import type { WorldState } from './world-state.ts';

export function emit(state: WorldState, event: Omit<WorldEvent, 'atMs'>): void {
  const stamped = { ...event, atMs: state.nowMs() };
  for (const listener of state.listeners) listener(stamped);
}

type ReservationAction = 'created' | 'status_changed' | 'dates_changed' | 'deleted';

export function emitReservation(state: WorldState, reservation: ReservationRecord, action: ReservationAction): void {
  const { propertyId, reservationId, arrivesOn, departsOn, status } = reservation;
  const dates = { startDate: arrivesOn, endDate: departsOn };
  const facts = { created: dates, status_changed: { status }, dates_changed: dates, deleted: {} }[action];
  emit(state, { event: `reservation/${action}`, propertyId, reservationId, facts });
}

/** guest/created, and guest/assigned when the stay has rooms already. */
export function emitNewGuest(state: WorldState, guest: GuestRecord, reservation: ReservationRecord): void {
  emit(state, { event: 'guest/created', propertyId: guest.propertyId, guestId: guest.guestId });
  emitAssigned(state, guest, reservation);
}

export function emitAssigned(state: WorldState, guest: GuestRecord, reservation: ReservationRecord): void {
  const place = reservation.guests.find(({ guestId }) => guestId === guest.guestId);
  for (const room of reservation.rooms) {
    if (room.roomId === undefined || place?.reservationRoomIds.includes(room.reservationRoomId) !== true) continue;
    const { propertyId, reservationId } = reservation;
    const facts = { roomID: room.roomId };
    emit(state, { event: 'guest/assigned', propertyId, reservationId, guestId: guest.guestId, facts });
  }
}

export function emitRemoved(state: WorldState, guest: GuestRecord, reservation: ReservationRecord): void {
  const { propertyId, reservationId } = reservation;
  emit(state, { event: 'guest/removed', propertyId, reservationId, guestId: guest.guestId });
}

/** Carries nothing but the guest's ID, whatever changed and whoever changed it. */
export function emitDetailsChanged(state: WorldState, guest: GuestRecord): void {
  emit(state, { event: 'guest/details_changed', propertyId: guest.propertyId, guestId: guest.guestId });
}

import { Refusal } from './refusal.ts';
import { reservationStatuses, type ReservationStatus } from './world-inputs.ts';
import { emitReservation } from './world-events.ts';
import { getGuest, getReservation, type WorldState } from './world-state.ts';

export function setReservationStatus(state: WorldState, reservationId: string, status: ReservationStatus): void {
  const reservation = getReservation(state, reservationId);
  if (!reservationStatuses.includes(status)) throw new Refusal('There is no such status');
  reservation.status = status;
  reservation.modifiedAtMs = state.nowMs();
  if (status === 'checked_in' || status === 'checked_out') {
    for (const { guestId } of reservation.guests) getGuest(state, guestId).modifiedAtMs = state.nowMs();
  }
  emitReservation(state, reservation, 'status_changed');
}

export function changeDates(
  state: WorldState,
  reservationId: string,
  { arrivesOn, departsOn }: { arrivesOn: string; departsOn: string },
): void {
  const reservation = getReservation(state, reservationId);
  if (departsOn <= arrivesOn) throw new Refusal('departsOn must be after arrivesOn');
  reservation.arrivesOn = arrivesOn;
  reservation.departsOn = departsOn;
  reservation.modifiedAtMs = state.nowMs();
  emitReservation(state, reservation, 'dates_changed');
}

export function deleteReservation(state: WorldState, reservationId: string): void {
  const reservation = getReservation(state, reservationId);
  state.reservations.delete(reservationId);
  emitReservation(state, reservation, 'deleted');
}

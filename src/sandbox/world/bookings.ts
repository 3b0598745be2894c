import type { z } from 'zod';
import { createGuest } from './guest-records.ts';
import type { GuestRecord, ReservationRecord, StayGuest } from './records.ts';
import { Refusal } from './refusal.ts';
import { drawRooms } from './stay-rooms.ts';
import { newBookingSchema, newGuestSchema, type NewBooking, type NewGuest } from './world-inputs.ts';
import { getFirstProperty, getGuest, getProperty, getReservation, type WorldState } from './world-state.ts';
import { emitAssigned, emitNewGuest, emitRemoved, emitReservation } from './world-events.ts';
import type { BookedStay } from './world.ts';

/** Source names and their IDs; anything else gets the last one's. */
const sourceIds = new Map([
  ['Booking.com', 'ss-1-1'],
  ['Expedia', 'ss-2-1'],
  ['Airbnb', 'ss-3-1'],
  ['Direct', 's-1-1'],
  ['Walk-In', 's-2-1'],
]);

const ownSources = new Set(['Direct', 'Walk-In']);

type Booking = z.infer<typeof newBookingSchema>;

/** See World.book. */
export function book(state: WorldState, input: NewBooking): BookedStay {
  const given = newBookingSchema.parse(input);
  const property = given.propertyId === undefined ? getFirstProperty(state) : getProperty(state, given.propertyId);
  if (given.departsOn <= given.arrivesOn) throw new Refusal('departsOn must be after arrivesOn');
  const { additionalGuests = [], mainGuest } = given;
  const adults = given.adults ?? 1 + additionalGuests.length;
  if (1 + additionalGuests.length > adults + (given.children ?? 0)) {
    throw new Refusal('There are more guests than adults and children');
  }
  const isKnown = 'guestId' in mainGuest;
  const main = isKnown
    ? getKnownGuest(state, mainGuest.guestId, property.propertyId)
    : createGuest(state, property.propertyId, mainGuest);
  const others = additionalGuests.map((guest) => createGuest(state, property.propertyId, guest));
  const reservation = createReservation(state, { given, adults, guests: [main, ...others] });

  emitReservation(state, reservation, 'created');
  if (isKnown) emitAssigned(state, main, reservation);
  for (const guest of isKnown ? others : [main, ...others]) emitNewGuest(state, guest, reservation);
  return {
    reservationId: reservation.reservationId,
    guestIds: [main.guestId, ...others.map((guest) => guest.guestId)],
  };
}

function createReservation(
  state: WorldState,
  { given, adults, guests }: { given: Booking; adults: number; guests: readonly [GuestRecord, ...GuestRecord[]] },
): ReservationRecord {
  const [main, ...others] = guests;
  const reservationId = state.drawId('reservation');
  const { rooms: count = 1, roomsAssigned: areAssigned = true, sourceName = 'Booking.com' } = given;
  const rooms = drawRooms(state, { reservationId, count, areAssigned, people: adults + (given.children ?? 0) });
  const roomIds = rooms.map((room) => room.reservationRoomId);
  const reservation: ReservationRecord = {
    reservationId,
    propertyId: main.propertyId,
    status: given.status ?? 'confirmed',
    arrivesOn: given.arrivesOn,
    departsOn: given.departsOn,
    adults,
    children: given.children ?? 0,
    sourceName,
    sourceId: sourceIds.get(sourceName) ?? 's-9-1',
    thirdPartyIdentifier: ownSources.has(sourceName) ? '' : String(state.random.integer(1_000_000_000, 4_999_999_999)),
    balance: state.random.integer(80, 900),
    rooms,
    guests: [
      { guestId: main.guestId, isMain: true, reservationRoomIds: roomIds },
      ...others.map((guest, index) => toAdditional(guest, roomIds, index)),
    ],
    createdAtMs: state.nowMs(),
    modifiedAtMs: state.nowMs(),
  };
  state.reservations.set(reservationId, reservation);
  return reservation;
}

export function addGuest(state: WorldState, reservationId: string, input: NewGuest): string {
  const details = newGuestSchema.parse(input);
  const reservation = getReservation(state, reservationId);
  if (reservation.guests.length >= reservation.adults + reservation.children) {
    throw new Refusal('The reservation has as many guests as adults and children already');
  }
  const guest = createGuest(state, reservation.propertyId, details);
  const roomIds = reservation.rooms.map((room) => room.reservationRoomId);
  reservation.guests.push(toAdditional(guest, roomIds, reservation.guests.length - 1));
  reservation.modifiedAtMs = state.nowMs();
  emitNewGuest(state, guest, reservation);
  return guest.guestId;
}

export function removeGuest(state: WorldState, reservationId: string, guestId: string): void {
  const reservation = getReservation(state, reservationId);
  const guest = getGuest(state, guestId);
  const place = reservation.guests.find((other) => other.guestId === guestId);
  if (place === undefined) throw new Refusal('The guest is not on this reservation', 'not_found');
  if (place.isMain) throw new Refusal('The main guest cannot be removed');
  reservation.guests = reservation.guests.filter((other) => other !== place);
  reservation.modifiedAtMs = state.nowMs();
  guest.modifiedAtMs = state.nowMs();
  emitRemoved(state, guest, reservation);
}

function getKnownGuest(state: WorldState, guestId: string, propertyId: string): GuestRecord {
  const guest = getGuest(state, guestId);
  if (guest.propertyId !== propertyId) throw new Refusal('The guest belongs to another property');
  if (guest.isAnonymized || guest.mergedInto !== undefined) throw new Refusal('The guest is no more');
  return guest;
}

function toAdditional(guest: GuestRecord, roomIds: readonly string[], index: number): StayGuest {
  const roomId = roomIds[index % roomIds.length];
  return { guestId: guest.guestId, isMain: false, reservationRoomIds: roomId === undefined ? [] : [roomId] };
}

import { setAppState } from './app-state.ts';
import { addGuest, book, removeGuest } from './bookings.ts';
import { addCustomField, listCustomFields } from './custom-fields.ts';
import { anonymizeGuest, editGuest, mergeGuests } from './guest-changes.ts';
import { addNote } from './guest-notes.ts';
import { addApiKey, addProperty } from './properties.ts';
import type { GuestRecord, ReservationRecord } from './records.ts';
import { changeDates, deleteReservation, setReservationStatus } from './reservation-changes.ts';
import { listSubscriptions } from './subscriptions.ts';
import { getFirstProperty, getGuest, getReservation, listStaysOf, type WorldState } from './world-state.ts';
import type { GuestView, ReservationView, World } from './world.ts';

export function createWorld(state: WorldState): World {
  const orFirst = (propertyId?: string): string => propertyId ?? getFirstProperty(state).propertyId;
  return {
    addProperty: (input) => addProperty(state, input),
    addApiKey: (input) => addApiKey(state, input),
    revokeApiKey: (key) => void state.apiKeys.delete(key),
    book: (input) => book(state, input),
    addGuest: (reservationId, guest) => addGuest(state, reservationId, guest),
    removeGuest: (reservationId, guestId) => removeGuest(state, reservationId, guestId),
    setReservationStatus: (reservationId, status) => setReservationStatus(state, reservationId, status),
    cancelReservation: (reservationId) => setReservationStatus(state, reservationId, 'canceled'),
    changeDates: (reservationId, dates) => changeDates(state, reservationId, dates),
    deleteReservation: (reservationId) => deleteReservation(state, reservationId),
    editGuest: (guestId, changes, options) => editGuest(state, guestId, { changes, options }),
    mergeGuests: (fromGuestId, intoGuestId) => mergeGuests(state, fromGuestId, intoGuestId),
    anonymizeGuest: (guestId) => anonymizeGuest(state, guestId),
    addCustomField: (field, propertyId) => addCustomField(state, orFirst(propertyId), field),
    addNote: (guestId, text) => addNote(state, guestId, text),
    setAppState: (appState, propertyId) => setAppState(state, orFirst(propertyId), appState),
    readGuest: (guestId) => readGuest(state, guestId),
    readReservation: (reservationId) => toReservationView(getReservation(state, reservationId)),
    listProperties: () => [...state.properties.values()],
    listReservations: (propertyId) =>
      [...state.reservations.values()].filter(isOf(propertyId)).map((reservation) => toReservationView(reservation)),
    listGuests: (propertyId) => listGuests(state, propertyId),
    listNotes: (guestId) => getGuest(state, guestId).notes.map((note) => ({ ...note })),
    listCustomFields: (propertyId) => listCustomFields(state, orFirst(propertyId)),
    listSubscriptions: (propertyId) => listSubscriptions(state, orFirst(propertyId)),
  };
}

function isOf(propertyId: string | undefined): (record: { readonly propertyId: string }) => boolean {
  return (record) => propertyId === undefined || record.propertyId === propertyId;
}

function readGuest(state: WorldState, guestId: string): GuestView {
  const stays = listStaysOf(state, guestId).map(({ reservationId }) => reservationId);
  return toGuestView(getGuest(state, guestId), stays);
}

function listGuests(state: WorldState, propertyId: string | undefined): GuestView[] {
  const staysByGuest = new Map<string, string[]>();
  for (const { reservationId, guests } of state.reservations.values()) {
    for (const { guestId } of guests) staysByGuest.set(guestId, [...(staysByGuest.get(guestId) ?? []), reservationId]);
  }
  const guests = [...state.guests.values()].filter(isOf(propertyId));
  return guests.map((guest) => toGuestView(guest, staysByGuest.get(guest.guestId) ?? []));
}

function toGuestView(guest: GuestRecord, reservationIds: readonly string[]): GuestView {
  return {
    guestId: guest.guestId,
    propertyId: guest.propertyId,
    details: { ...guest.details },
    customFields: Object.fromEntries(guest.customFields),
    notes: guest.notes.map(({ text }) => text),
    isAnonymized: guest.isAnonymized,
    mergedInto: guest.mergedInto,
    reservationIds,
    modifiedAt: new Date(guest.modifiedAtMs).toISOString(),
  };
}

function toReservationView(reservation: ReservationRecord): ReservationView {
  const { reservationId, propertyId, status, arrivesOn, departsOn, guests, modifiedAtMs } = reservation;
  return {
    reservationId,
    propertyId,
    status,
    arrivesOn,
    departsOn,
    guestIds: guests.map(({ guestId }) => guestId),
    modifiedAt: new Date(modifiedAtMs).toISOString(),
  };
}

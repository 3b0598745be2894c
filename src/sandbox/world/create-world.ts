import { sandboxClientId, setAppState } from './app-state.ts';
import { addClient, allow } from './authorization.ts';
import { addGuest, book, removeGuest } from './bookings.ts';
import { addCustomField, changeCustomField, listCustomFields } from './custom-fields.ts';
import { anonymizeGuest, editGuest, fillInField, mergeGuests } from './guest-changes.ts';
import { addNote, deleteNote } from './guest-notes.ts';
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
    changeCustomField: (change, propertyId) => changeCustomField(state, orFirst(propertyId), change),
    fillInField: (guestId, filled) => fillInField(state, guestId, filled),
    deleteNote: (guestId, noteId) => deleteNote(state, guestId, noteId),
    addNote: (guestId, text) => addNote(state, guestId, text),
    setAppState: (newState, propertyId, clientId = sandboxClientId) =>
      setAppState(state, { propertyId: orFirst(propertyId), clientId, newState }),
    addClient: (input) => addClient(state, input),
    allow: (consent) => allow(state, consent),
    readGuest: (guestId) => readGuest(state, guestId),
    readReservation: (reservationId) => toReservationView(getReservation(state, reservationId)),
    listProperties: () => [...state.properties.values()],
    listReservations: (propertyId) =>
      [...state.reservations.values()].filter(isOf(propertyId)).map((reservation) => toReservationView(reservation)),
    listGuests: (propertyId) => listGuests(state, propertyId),
    listNotes: (guestId) => getGuest(state, guestId).notes.map((note) => ({ ...note })),
    listCustomFields: (propertyId) => listCustomFields(state, orFirst(propertyId)),
    listAppErrors: (propertyId) => state.appErrors.filter(isOf(propertyId)),
    listSubscriptions: (propertyId) => listSubscriptions(state, orFirst(propertyId)),
  };
}

function isOf(propertyId: string | undefined): (record: { readonly propertyId: string }) => boolean {
  return (record) => propertyId === undefined || record.propertyId === propertyId;
}

/** Who looks at many guests again and again seldom asks for their stays, which takes a look at all that there are. */
function readGuest(state: WorldState, guestId: string): GuestView {
  return {
    ...toGuestView(getGuest(state, guestId), []),
    get reservationIds() {
      return listStaysOf(state, guestId).map(({ reservationId }) => reservationId);
    },
  };
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
    documents: guest.documents.map(({ fileName }) => fileName),
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

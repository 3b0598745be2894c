import { emptyDetails, toChangedDetails, type PartialDetails } from './guest-records.ts';
import type { GuestRecord } from './records.ts';
import { Refusal } from './refusal.ts';
import { editOptionsSchema, guestChangesSchema, type EditOptions, type GuestChanges } from './world-inputs.ts';
import { emitDetailsChanged } from './world-events.ts';
import { getGuest, listStaysOf, type WorldState } from './world-state.ts';

/** What the hotel's staff does to a guest; see World. */
export function editGuest(
  state: WorldState,
  guestId: string,
  { changes, options = {} }: { changes: GuestChanges; options?: EditOptions | undefined },
): void {
  const { movesReservation = true } = editOptionsSchema.parse(options);
  const guest = getLivingGuest(state, guestId);
  changeGuest(state, guest, guestChangesSchema.parse(changes));
  if (movesReservation) touchStays(state, guestId);
}

/** What staff type into a custom field of a guest. */
export function fillInField(
  state: WorldState,
  guestId: string,
  { shortcode, value, movesReservation = true }: FilledField,
): void {
  const guest = getLivingGuest(state, guestId);
  guest.customFields.set(shortcode, value);
  changeGuest(state, guest, {});
  if (movesReservation) touchStays(state, guestId);
}

export interface FilledField extends EditOptions {
  readonly shortcode: string;
  readonly value: string;
}

/** Leaves the reservations alone, as a write over the API does. Also for changes of custom fields: always an event. */
export function changeGuest(state: WorldState, guest: GuestRecord, changes: PartialDetails): void {
  guest.details = toChangedDetails(guest.details, changes);
  guest.modifiedAtMs = state.nowMs();
  emitDetailsChanged(state, guest);
}

/** A guest that can still be written to. */
export function getLivingGuest(state: WorldState, guestId: string): GuestRecord {
  const guest = getGuest(state, guestId);
  if (guest.mergedInto !== undefined) throw new Refusal('The guest was merged into another one');
  if (guest.isAnonymized) throw new Refusal('The data of this guest was removed');
  return guest;
}

export function mergeGuests(state: WorldState, fromGuestId: string, intoGuestId: string): void {
  const from = getLivingGuest(state, fromGuestId);
  const into = getLivingGuest(state, intoGuestId);
  if (from === into) throw new Refusal('A guest cannot be merged into itself');
  if (from.propertyId !== into.propertyId) throw new Refusal('The guests belong to different properties');
  const stays = listStaysOf(state, fromGuestId);
  from.mergedInto = intoGuestId;
  from.formerStays = stays.flatMap(({ reservationId, guests }) =>
    guests
      .filter(({ guestId }) => guestId === fromGuestId)
      .map(({ reservationRoomIds }) => ({ reservationId, reservationRoomIds })),
  );
  for (const stay of stays) {
    const renamed = stay.guests.map((guest) =>
      guest.guestId === fromGuestId ? { ...guest, guestId: intoGuestId } : guest,
    );
    const kept = renamed.filter((guest) => guest.isMain || guest.guestId !== intoGuestId);
    const isMain = kept.some(({ guestId }) => guestId === intoGuestId);
    const additional = renamed.find(({ guestId }) => guestId === intoGuestId);
    stay.guests = isMain || additional === undefined ? kept : [...kept, additional];
    stay.modifiedAtMs = state.nowMs();
  }
  for (const guest of [from, into]) {
    guest.modifiedAtMs = state.nowMs();
    emitDetailsChanged(state, guest);
  }
}

export function anonymizeGuest(state: WorldState, guestId: string): void {
  const guest = getLivingGuest(state, guestId);
  for (const field of state.customFields.values()) {
    const isTheirs = field.propertyId === guest.propertyId && field.applyTo === 'guest';
    if (isTheirs && field.isPersonal) guest.customFields.delete(field.shortcode);
  }
  guest.notes.splice(0);
  guest.documents.splice(0);
  guest.isAnonymized = true;
  changeGuest(state, guest, emptyDetails);
  touchStays(state, guestId);
}

function touchStays(state: WorldState, guestId: string): void {
  for (const stay of listStaysOf(state, guestId)) stay.modifiedAtMs = state.nowMs();
}

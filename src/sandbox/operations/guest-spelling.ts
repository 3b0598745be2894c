// One guest, three spellings: getReservations, getGuestsModified and getGuest each have their own.
import type { components } from '../../../openapi/cloudbeds.generated.ts';
import { listCustomFields } from '../world/custom-fields.ts';
import { toLocalTime } from '../world/local-time.ts';
import type { GuestRecord, ReservationRecord, StayGuest, StayRoom } from '../world/records.ts';
import { getProperty, type WorldState } from '../world/world-state.ts';

type Schemas = components['schemas'];

/** With birthdate and address, and custom fields by shortcode. */
export function toListedGuest(
  state: WorldState,
  { guest, place, stay }: { guest: GuestRecord; place: StayGuest; stay: ReservationRecord },
): Schemas['ListedGuest'] {
  const { details } = guest;
  const room = findRooms(stay, place.reservationRoomIds).find(({ roomId }) => roomId !== undefined);
  return {
    guestID: guest.guestId,
    guestFirstName: details.firstName,
    guestLastName: details.lastName,
    guestGender: details.gender,
    guestEmail: details.email,
    guestPhone: details.phone,
    guestCellPhone: details.cellPhone,
    guestAddress: details.address,
    guestAddress2: details.address2,
    guestCity: details.city,
    guestState: details.state,
    guestCountry: details.country,
    guestZip: details.zip,
    guestBirthdate: details.birthDate,
    guestDocumentType: details.documentType,
    guestDocumentNumber: details.documentNumber,
    guestDocumentIssueDate: details.documentIssueDate,
    guestDocumentIssuingCountry: details.documentIssuingCountry,
    guestDocumentExpirationDate: details.documentExpirationDate,
    taxID: details.taxID,
    companyTaxID: details.companyTaxID,
    companyName: details.companyName,
    assignedRoom: room !== undefined,
    roomID: room?.roomId ?? null,
    roomName: room?.roomName ?? null,
    roomTypeName: room?.roomTypeName ?? null,
    customFields: toReadCustomFields(state, guest),
    isAnonymized: guest.isAnonymized,
    isMainGuest: place.isMain,
  };
}

/** A row of getGuestsModified: birthDate and address1, one row per room. */
export function toModifiedGuest(
  state: WorldState,
  { guest, room, stay }: { guest: GuestRecord; room: StayRoom; stay: ReservationRecord },
): Schemas['ModifiedGuest'] {
  const { details } = guest;
  const { timezone } = getProperty(state, guest.propertyId);
  return {
    guestID: guest.guestId,
    reservationID: stay.reservationId,
    roomTypeID: room.roomTypeId,
    roomID: room.roomId ?? '',
    roomName: room.roomName ?? '',
    guestFirstName: details.firstName,
    guestLastName: details.lastName,
    guestGender: details.gender,
    guestEmail: details.email,
    guestPhone: details.phone,
    guestCellPhone: details.cellPhone,
    guestAddress1: details.address,
    guestAddress2: details.address2,
    guestCity: details.city,
    guestState: details.state,
    guestCountry: details.country,
    guestZip: details.zip,
    guestBirthDate: details.birthDate,
    guestDocumentType: details.documentType,
    guestDocumentNumber: details.documentNumber,
    guestDocumentIssueDate: details.documentIssueDate,
    guestDocumentIssuingCountry: details.documentIssuingCountry,
    guestDocumentExpirationDate: details.documentExpirationDate,
    startDate: `${stay.arrivesOn} 00:00:00`,
    endDate: `${stay.departsOn} 00:00:00`,
    customFields: toNamedCustomFields(state, guest),
    dateModified: toLocalTime(guest.modifiedAtMs, timezone),
    taxID: details.taxID,
    companyTaxID: details.companyTaxID,
    companyName: details.companyName,
    ...toFate(guest),
  };
}

/** As getGuest spells it: no prefix. */
export function toPlainGuest(state: WorldState, guest: GuestRecord): Schemas['Guest'] {
  const { optIn: guestOptIn, ...details } = guest.details;
  return {
    ...toFate(guest),
    ...details,
    guestOptIn,
    customFields: toNamedCustomFields(state, guest),
    specialRequests: '',
  };
}

export function findRooms(stay: ReservationRecord, reservationRoomIds: readonly string[]): StayRoom[] {
  return stay.rooms.filter(({ reservationRoomId }) => reservationRoomIds.includes(reservationRoomId));
}

function toFate(guest: GuestRecord) {
  return {
    isAnonymized: guest.isAnonymized,
    guestOptIn: guest.details.optIn,
    isMerged: guest.mergedInto !== undefined,
    ...(guest.mergedInto !== undefined && { newGuestID: guest.mergedInto }),
  };
}

/** Fields that were never written are left out. */
function toReadCustomFields(state: WorldState, guest: GuestRecord): Schemas['ReadCustomField'][] {
  return listCustomFields(state, guest.propertyId).flatMap(({ fieldId, name, shortcode, applyTo, isArchived }) => {
    const value = guest.customFields.get(shortcode);
    if (applyTo !== 'guest' || value === undefined) return [];
    const texts = { customFieldID: fieldId, shortcode, customFieldName: name, customFieldValue: value };
    return [{ ...texts, isActive: !isArchived }];
  });
}

function toNamedCustomFields(state: WorldState, guest: GuestRecord): Schemas['NamedCustomField'][] {
  return toReadCustomFields(state, guest).map(({ customFieldName, customFieldValue }) => ({
    customFieldName,
    customFieldValue,
  }));
}

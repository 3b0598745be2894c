import type { components } from '../../../openapi/cloudbeds.generated.ts';
import { toLocalTime } from '../world/local-time.ts';
import type { PropertyRecord, ReservationRecord, StayRoom } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';
import { getGuest, getProperty, getReservation, type WorldState } from '../world/world-state.ts';
import { toListedGuest } from './guest-spelling.ts';
import type { Handler, Input } from './operation.ts';
import { toPage } from './pages.ts';
import { isWithin, isWithinStayDates, readLocalTimes } from './ranges.ts';
import { findRoomGuest, toRoomStatus } from './room-spelling.ts';

type Schemas = components['schemas'];
type Query = Input<'getReservations'>;

export const getReservations: Handler<'getReservations'> = ({ state, input, properties }) => {
  const found = listMatching(state, properties, input);
  const sorted = input.sortByRecent === true ? found.toSorted((a, b) => b.modifiedAtMs - a.modifiedAtMs) : found;
  const page = toPage(sorted, input);
  return { success: true, ...page, data: page.data.map((stay) => toListedReservation(state, stay, input)) };
};

export const getReservationById: Handler<'getReservation'> = ({ state, input, property }) => {
  const stay = getReservation(state, input.reservationID);
  if (stay.propertyId !== property.propertyId) throw new Refusal('Reservation not found', 'not_found');
  const main = getMainGuest(state, stay);
  const rooms = stay.rooms.map((room) => toRoomDates(room, stay));
  return {
    success: true,
    data: {
      propertyID: stay.propertyId,
      reservationID: stay.reservationId,
      guestName: toName(main.details),
      guestEmail: main.details.email,
      isAnonymized: main.isAnonymized,
      guestList: toGuestList(state, stay),
      dateCreated: toLocalTime(stay.createdAtMs, property.timezone),
      dateModified: toLocalTime(stay.modifiedAtMs, property.timezone),
      source: stay.sourceName,
      sourceID: stay.sourceId,
      thirdPartyIdentifier: stay.thirdPartyIdentifier,
      status: stay.status,
      total: stay.balance,
      balance: stay.balance,
      assigned: rooms.filter((_, index) => stay.rooms[index]?.roomId !== undefined),
      unassigned: rooms.filter((_, index) => stay.rooms[index]?.roomId === undefined),
      startDate: stay.arrivesOn,
      endDate: stay.departsOn,
      origin: stay.sourceName,
    },
  };
};

/** In the order of booking, whosever they are. */
function listMatching(state: WorldState, properties: readonly PropertyRecord[], query: Query): ReservationRecord[] {
  const matchers = new Map(properties.map((property) => [property.propertyId, createMatcher(property, query)]));
  return [...state.reservations.values()].filter((stay) => matchers.get(stay.propertyId)?.(stay) === true);
}

function createMatcher({ timezone }: PropertyRecord, query: Query): (stay: ReservationRecord) => boolean {
  const times = readLocalTimes(query, ['resultsFrom', 'resultsTo', 'modifiedFrom', 'modifiedTo'], timezone);
  return (stay) =>
    (query.status === undefined || query.status === stay.status) &&
    (query.guestID === undefined || stay.guests.some(({ guestId }) => guestId === query.guestID)) &&
    isWithinStayDates(stay, query) &&
    isWithin(toLocalTime(stay.modifiedAtMs, timezone), times.modifiedFrom, times.modifiedTo) &&
    isWithin(toLocalTime(stay.createdAtMs, timezone), times.resultsFrom, times.resultsTo);
}

function toListedReservation(state: WorldState, stay: ReservationRecord, query: Query): Schemas['ListedReservation'] {
  const { timezone } = getProperty(state, stay.propertyId);
  const main = getMainGuest(state, stay);
  return {
    propertyID: stay.propertyId,
    reservationID: stay.reservationId,
    dateCreated: toLocalTime(stay.createdAtMs, timezone),
    dateModified: toLocalTime(stay.modifiedAtMs, timezone),
    status: stay.status,
    guestID: main.guestId,
    guestName: toName(main.details),
    startDate: stay.arrivesOn,
    endDate: stay.departsOn,
    adults: String(stay.adults),
    children: String(stay.children),
    balance: stay.balance,
    sourceName: stay.sourceName,
    sourceID: stay.sourceId,
    thirdPartyIdentifier: stay.thirdPartyIdentifier,
    origin: stay.sourceName,
    ...(query.includeCustomFields === true && { customFields: [] }),
    ...(query.includeAllRooms === true && { rooms: stay.rooms.map((room) => toReservationRoom(state, room, stay)) }),
    ...(query.includeGuestsDetails === true && { guestList: toGuestList(state, stay) }),
  };
}

function toGuestList(state: WorldState, stay: ReservationRecord) {
  return Object.fromEntries(
    stay.guests.map((place) => {
      const guest = getGuest(state, place.guestId);
      return [place.guestId, toListedGuest(state, { guest, place, stay })];
    }),
  );
}

function toReservationRoom(state: WorldState, room: StayRoom, stay: ReservationRecord): Schemas['ReservationRoom'] {
  const guest = getGuest(state, findRoomGuest(stay, room));
  const { startDate: roomCheckIn, endDate: roomCheckOut, ...rest } = toRoomDates(room, stay);
  return {
    ...rest,
    roomTypeIsVirtual: false,
    guestID: guest.guestId,
    guestName: toName(guest.details),
    roomCheckIn,
    roomCheckOut,
    roomStatus: toRoomStatus(stay.status),
  };
}

function toRoomDates(room: StayRoom, stay: ReservationRecord) {
  return {
    reservationRoomID: room.reservationRoomId,
    roomTypeID: room.roomTypeId,
    roomTypeName: room.roomTypeName,
    subReservationID: room.subReservationId,
    ...(room.roomId !== undefined && { roomID: room.roomId }),
    ...(room.roomName !== undefined && { roomName: room.roomName }),
    startDate: stay.arrivesOn,
    endDate: stay.departsOn,
    adults: String(stay.adults),
    children: String(stay.children),
  };
}

function getMainGuest(state: WorldState, stay: ReservationRecord) {
  const main = stay.guests.find(({ isMain }) => isMain);
  if (main === undefined) throw new Error(`reservation ${stay.reservationId} has no main guest`);
  return getGuest(state, main.guestId);
}

function toName({ firstName, lastName }: { firstName: string; lastName: string }): string {
  return `${firstName} ${lastName}`.trim();
}

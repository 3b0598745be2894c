import { toLocalDate, toLocalTime } from '../world/local-time.ts';
import type { GuestRecord, PropertyRecord, ReservationRecord } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';
import { getGuest, getReservation, type WorldState } from '../world/world-state.ts';
import { findRooms, toModifiedGuest, toPlainGuest } from './guest-spelling.ts';
import type { Handler, Input } from './operation.ts';
import { toPage } from './pages.ts';
import { isWithin, isWithinStayDates, readLocalTimes } from './ranges.ts';

type Query = Input<'getGuestsModified'>;

export const getGuestById: Handler<'getGuest'> = ({ state, input, property }) => {
  const guest = findGuest(state, input);
  if (guest.propertyId !== property.propertyId) throw new Refusal('Guest not found', 'not_found');
  return { success: true, data: toPlainGuest(state, guest) };
};

export const getGuestsModified: Handler<'getGuestsModified'> = ({ state, input, properties }) => {
  const rows = properties.flatMap((property) => listModified(state, property, input));
  const page = toPage(rows, input);
  return { success: true, ...page, data: page.data.map((row) => toModifiedGuest(state, row)) };
};

function findGuest(state: WorldState, { guestID, reservationID }: Input<'getGuest'>): GuestRecord {
  if (guestID !== undefined) return getGuest(state, guestID);
  if (reservationID === undefined) throw new Refusal('guestID or reservationID is required');
  const main = getReservation(state, reservationID).guests.find(({ isMain }) => isMain);
  return getGuest(state, main?.guestId ?? '');
}

interface Appearance {
  readonly guest: GuestRecord;
  readonly stay: ReservationRecord;
  readonly reservationRoomIds: readonly string[];
}

/** One row per room, in the order in which guests came into the world. */
function listModified(state: WorldState, property: PropertyRecord, query: Query) {
  const { timezone, propertyId } = property;
  const times = readLocalTimes(query, ['resultsFrom', 'resultsTo'], timezone);
  const isOpen = [query.resultsFrom, query.resultsTo, query.checkInFrom, query.checkInTo].every(isMissing);
  const isToday = isOpen && isMissing(query.checkOutFrom) && isMissing(query.checkOutTo);
  const today = toLocalDate(state.nowMs(), timezone);
  return listAppearances(state, propertyId)
    .filter(({ guest, stay }) => {
      const modified = toLocalTime(guest.modifiedAtMs, timezone);
      return (
        (isToday ? modified.startsWith(today) : isWithin(modified, times.resultsFrom, times.resultsTo)) &&
        (query.inHouse !== true || stay.status === 'checked_in') &&
        isWithinStayDates(stay, query)
      );
    })
    .toSorted((a, b) => Number(a.guest.guestId) - Number(b.guest.guestId))
    .flatMap(({ guest, stay, reservationRoomIds }) =>
      findRooms(stay, reservationRoomIds).map((room) => ({ guest, room, stay })),
    );
}

function listAppearances(state: WorldState, propertyId: string): Appearance[] {
  const stays = [...state.reservations.values()].filter((stay) => stay.propertyId === propertyId);
  const living = stays.flatMap((stay) =>
    stay.guests.map(({ guestId, reservationRoomIds }) => ({
      guest: getGuest(state, guestId),
      stay,
      reservationRoomIds,
    })),
  );
  const merged = [...state.guests.values()].filter((guest) => guest.propertyId === propertyId);
  const former = merged.flatMap((guest) =>
    guest.formerStays.flatMap(({ reservationId, reservationRoomIds }) => {
      const stay = state.reservations.get(reservationId);
      return stay === undefined ? [] : [{ guest, stay, reservationRoomIds }];
    }),
  );
  return [...living, ...former];
}

function isMissing(value: string | undefined): boolean {
  return value === undefined;
}

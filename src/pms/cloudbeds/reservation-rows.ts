import type { LocalDate, ReservationStatus, SubjectFields } from '../../domain/subject.ts';
import type { GuestOnReservation, PmsProperty, ReservationSnapshot } from '../../ports/pms.ts';
import { toListedGuestFields, withoutAbsent } from './guest-fields.ts';
import { isFields, isTrue, readCount, readDate, readEntries, readId, readText } from './loose-values.ts';
import { readLocalDate } from './local-time.ts';
import type { Row } from './operations.ts';
import { toShownByShortcode } from './shown-values.ts';

interface ListedGuest {
  readonly guestId: string;
  readonly row: Row<'ListedGuest'>;
}

type Booking = Pick<SubjectFields, 'arrivesOn' | 'departsOn' | 'adults' | 'children' | 'bookedOn' | 'sourceName'>;

/**
 * One row of getReservations with its guests; `undefined` where it lacks what makes it a reservation: an ID, two dates, or
 * belonging to the property that was asked for.
 */
export function toReservationSnapshot(row: unknown, property: PmsProperty): ReservationSnapshot | undefined {
  if (!isFields(row)) return undefined;
  const reservation: Row<'ListedReservation'> = row;
  const reservationId = readId(reservation.reservationID);
  const arrivesOn = readDate(reservation.startDate);
  const departsOn = readDate(reservation.endDate);
  const isOurs = (readId(reservation.propertyID) ?? property.propertyId) === property.propertyId;
  if (reservationId === undefined || arrivesOn === undefined || departsOn === undefined || !isOurs) return undefined;

  const status = toStatus(reservation.status);
  const guests = listGuests(reservation);
  const mainGuestId = findMainGuestId(reservation, guests);
  const booking = toBooking(reservation, { arrivesOn, departsOn, guestCount: guests.length, property });
  const identity = { propertyId: property.propertyId, reservationId };

  const toGuest = ({ guestId, row: guest }: ListedGuest): GuestOnReservation => {
    const isMainGuest = guestId === mainGuestId;
    const ofMainGuest = isMainGuest ? { guestsListed: guests.length } : {};
    const isAnonymized = isTrue(guest.isAnonymized);
    const wholeName = isMainGuest && !isAnonymized ? reservation.guestName : undefined;
    const fields = { ...toListedGuestFields(guest, wholeName), ...booking, ...ofMainGuest, isMainGuest };
    return {
      subject: { ...identity, guestId, reservationStatus: status, fields },
      isAnonymized,
      ...withoutAbsent({ shown: toShownByShortcode(guest.customFields) }),
    };
  };
  return { ...identity, status, departsOn, guests: guests.map(toGuest) };
}

/** By ID, or as a list; the booker alone, by name, where the PMS lists nobody. */
function listGuests(reservation: Row<'ListedReservation'>): readonly ListedGuest[] {
  const guests = new Map<string, ListedGuest>();
  for (const [key, row] of readEntries(reservation.guestList)) {
    if (!isFields(row)) continue;
    const guestId = readId(row.guestID) ?? (Array.isArray(reservation.guestList) ? undefined : readId(key));
    if (guestId !== undefined && !guests.has(guestId)) guests.set(guestId, { guestId, row });
  }
  const bookerId = readId(reservation.guestID);
  if (guests.size === 0 && bookerId !== undefined) {
    guests.set(bookerId, { guestId: bookerId, row: {} });
  }
  return [...guests.values()];
}

function findMainGuestId(reservation: Row<'ListedReservation'>, guests: readonly ListedGuest[]): string | undefined {
  const bookerId = readId(reservation.guestID);
  if (guests.some(({ guestId }) => guestId === bookerId)) return bookerId;
  return guests.find(({ row }) => isTrue(row.isMainGuest))?.guestId;
}

interface BookingContext {
  readonly arrivesOn: LocalDate;
  readonly departsOn: LocalDate;
  readonly guestCount: number;
  readonly property: PmsProperty;
}

function toBooking(reservation: Row<'ListedReservation'>, context: BookingContext): Booking {
  const { arrivesOn, departsOn, guestCount, property } = context;
  const children = readCount(reservation.children) ?? 0;
  // Unknown is not "nobody": a party cannot be larger than a number that was never stated.
  const adults = readCount(reservation.adults) ?? Math.max(guestCount - children, 1);
  const known = withoutAbsent({
    bookedOn: readLocalDate(reservation.dateCreated, property.timeZone),
    sourceName: readText(reservation.sourceName),
  });
  return { arrivesOn, departsOn, adults, children, ...known };
}

const statuses: Readonly<Record<string, ReservationStatus>> = {
  not_confirmed: 'not_confirmed',
  confirmed: 'confirmed',
  canceled: 'canceled',
  cancelled: 'canceled',
  checked_in: 'checked_in',
  checked_out: 'checked_out',
  no_show: 'no_show',
};

/** A status that nobody has documented counts as not confirmed: that is screened, and claims least. */
function toStatus(value: unknown): ReservationStatus {
  const status = readText(value)?.toLowerCase().replaceAll('-', '_') ?? '';
  return Object.hasOwn(statuses, status) ? (statuses[status] ?? 'not_confirmed') : 'not_confirmed';
}

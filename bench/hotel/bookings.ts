import type { NewBooking, NewGuest } from '../../src/sandbox/world/world-inputs.ts';

const firstNames = ['Ingrid', 'Tomás', 'Yuki', 'Anna', 'Pieter', 'Lea', 'Nikos', 'Amélie', 'Bartosz', 'Chidi', 'Mei'];
const lastNames = ['Solheim', 'Quintana', 'Tanabe', 'Lindqvist', 'van Aken', 'Marchetti', 'Dimou', 'Okafor', 'Zając'];
/** Of fifteen bookings nine are of one guest, three of two, two of three and one of four: 25 guests. */
const partySizes = [1, 2, 1, 1, 3, 1, 2, 1, 1, 4, 1, 1, 2, 1, 3];

/** Bookings that are always the same: every three of them have five guests. No two guests share a name and an address. */
export function toBookings(count: number): readonly NewBooking[] {
  return Array.from({ length: count }, (_, index) => {
    const [mainGuest, ...additionalGuests] = toParty(index);
    const arrivesIn = index % 30;
    return {
      arrivesOn: toDay(arrivesIn),
      departsOn: toDay(arrivesIn + 1 + (index % 6)),
      sourceName: index % 2 === 0 ? 'Booking.com' : 'Direct',
      mainGuest,
      additionalGuests,
    };
  });
}

function toParty(booking: number): [NewGuest, ...NewGuest[]] {
  const lastName = pick(lastNames, booking);
  const others = Array.from({ length: (partySizes[booking % partySizes.length] ?? 1) - 1 }, (_, index) => ({
    firstName: pick(firstNames, booking + 1 + index),
    lastName,
  }));
  const main: NewGuest = {
    firstName: pick(firstNames, booking),
    lastName,
    email: `guest.${booking}@post.example`,
    phone: `+47 22 ${String(100_000 + booking)}`,
    country: 'NO',
    birthDate: `19${60 + (booking % 40)}-0${1 + (booking % 9)}-1${booking % 9}`,
  };
  return [main, ...others];
}

function pick(names: readonly string[], index: number): string {
  return names[index % names.length] ?? '';
}

/** A date so many days from today, in UTC. */
function toDay(offset: number): string {
  return new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
}

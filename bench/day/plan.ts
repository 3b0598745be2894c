import type { GuestView, World } from '../../src/sandbox/world/world.ts';
import { toBookings } from '../hotel/bookings.ts';

export interface DayPlan {
  readonly propertyIds: readonly string[];
  readonly bookings: number;
  readonly edits: number;
  readonly lengthMs: number;
}

/** Something that happens at the hotel, so long after the day began. */
export interface Happening {
  readonly atMs: number;
  /** Answers the guests whose data is new. */
  readonly happen: (world: World) => readonly string[];
}

/** Under age and alone: what makes a check of the booking ask for a person, and so shows whether an edit was screened. */
export const youngBirthDate = '2012-05-05';

/**
 * Bookings and edits evenly over the day, edits of guests who booked before: every fourth makes somebody too young to book, the
 * others change where they live.
 */
export function toHappenings({ propertyIds, bookings, edits, lengthMs }: DayPlan): readonly Happening[] {
  const booked: string[] = [];
  const stays = toBookings(bookings).map((booking, index) => ({
    atMs: (index / bookings) * lengthMs,
    happen: (world: World) => {
      const propertyId = propertyIds[index % propertyIds.length] ?? '';
      const { guestIds } = world.book({ ...booking, propertyId });
      booked.push(guestIds[0]);
      return guestIds;
    },
  }));
  const changes = Array.from({ length: edits }, (_, index) => ({
    atMs: lengthMs * (0.05 + (0.95 * index) / edits),
    happen: (world: World) => {
      const guestId = booked[(index * 7_919) % booked.length] ?? '';
      const isYoung = index % 4 === 0;
      world.editGuest(guestId, isYoung ? { birthDate: youngBirthDate } : { city: `Town ${index}` });
      return [guestId];
    },
  }));
  return [...stays, ...changes].sort((one, other) => one.atMs - other.atMs);
}

/** Whether the guest was made too young. */
export function isYoung({ details }: GuestView): boolean {
  return details.birthDate === youngBirthDate;
}

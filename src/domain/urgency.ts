import { toDaysBetween } from './calendar.ts';
import type { LocalDate } from './subject.ts';

/** How soon something is needed; lower goes first, for jobs and for the request budget alike. */
export type Urgency = number;

/** A person waits for it: a decision, or a rescreen asked for. */
export const personWaits: Urgency = 0;
/** Finding out what changed comes before telling about what is known. */
export const syncUrgency: Urgency = 1;
/** Connecting a property, cleaning up. */
export const housekeeping: Urgency = 50;

/** Arrivals today (and guests in house) first, then tomorrow's, then the rest by date. */
export function toUrgency(arrivesOn: LocalDate, today: LocalDate): Urgency {
  return 2 + Math.min(Math.max(toDaysBetween(today, arrivesOn), 0), 40);
}

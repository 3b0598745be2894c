import { addDays, isDay } from '../i18n/days.ts';

/** The days that the list shows, both included. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
  readonly today: string;
}

const mostDays = 31;

/** From the address; today at the property where it names none, or what is no day. */
export function readRange(query: Readonly<Record<string, string>>, today: string): DayRange {
  const from = isDay(query.day) ? query.day : today;
  const days = Number(query.days ?? 1);
  const count = Number.isInteger(days) && days >= 1 && days <= mostDays ? days : 1;
  return { from, to: addDays(from, count - 1), today };
}

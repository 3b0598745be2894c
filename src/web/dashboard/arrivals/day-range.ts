import { addDays, toToday } from '../i18n/days.ts';

/** The days that the list shows, both included. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
  readonly today: string;
}

const dayShape = /^\d{4}-\d{2}-\d{2}$/;
const mostDays = 31;

/** From the address; today at the property where it names none, or what is no day. */
export function readRange(query: Readonly<Record<string, string>>, timeZone: string): DayRange {
  const today = toToday(timeZone);
  const from = isDay(query.day) ? query.day : today;
  const days = Number(query.days ?? 1);
  const count = Number.isInteger(days) && days >= 1 && days <= mostDays ? days : 1;
  return { from, to: addDays(from, count - 1), today };
}

function isDay(text: string | undefined): text is string {
  return text !== undefined && dayShape.test(text) && !Number.isNaN(Date.parse(text));
}

import { findBirthDate } from './birth-date.ts';
import type { DateOrder } from './birth-date.ts';

/** A day that a publisher states for an entry or an edition, as `YYYY-MM-DD`; undefined where it is not a whole day. */
export function findDay(text: string | undefined, order: DateOrder = 'day-first'): string | undefined {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:T|$|[+-]\d{2}:\d{2}$)/.exec(text?.trim() ?? '')?.[1];
  const date = findBirthDate(iso ?? text, order);
  if (date?.month === undefined || date.day === undefined || date.circa) return undefined;
  return `${date.year}-${twoDigits(date.month)}-${twoDigits(date.day)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

import type { Instant, LocalDate } from './subject.ts';

/** The date on the property's wall at an instant. `timeZone` is an IANA name. */
export function toLocalDate(at: Instant, timeZone: string): LocalDate {
  return toLocalMinute(at, timeZone).slice(0, 10);
}

/** `2026-11-23 10:15`, in the property's own time. */
export function toLocalMinute(at: Instant, timeZone: string): string {
  const parts = formatterFor(timeZone).formatToParts(new Date(at));
  const read = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? '';
  return `${read('year')}-${read('month')}-${read('day')} ${read('hour')}:${read('minute')}`;
}

/** When a date begins on the property's wall: usually at midnight, at the first hour that there is where clocks skip it. */
export function toDayStart(date: LocalDate, timeZone: string): Instant {
  // No time zone is more than 14 hours from UTC.
  let beforeMs = Date.parse(`${date}T00:00:00Z`) - 15 * 3_600_000;
  let startMs = beforeMs + 30 * 3_600_000;
  while (startMs - beforeMs > 1) {
    const middleMs = Math.floor((beforeMs + startMs) / 2);
    if (toLocalDate(new Date(middleMs).toISOString(), timeZone) < date) beforeMs = middleMs;
    else startMs = middleMs;
  }
  return new Date(startMs).toISOString();
}

/** The calendar ends with the year 9999, which people write for *for ever*: after its last day it stays at that. */
export function toDayAfter(date: LocalDate): LocalDate {
  if (date >= lastDay) return lastDay;
  return plusMs(`${date}T00:00:00Z`, 86_400_000).slice(0, 10);
}

const lastDay = '9999-12-31';

/** Whole days from one date to another; negative when `to` is earlier. */
export function toDaysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Full years between a birth date and another date. Someone born on 29 February turns a year older on 1 March. */
export function toAgeOn(birthDate: LocalDate, on: LocalDate): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

export function plusMs(at: Instant, ms: number): Instant {
  return new Date(Date.parse(at) + ms).toISOString();
}

// Making a formatter costs about 50 µs and a service knows few time zones.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formatters.set(timeZone, made);
  return made;
}

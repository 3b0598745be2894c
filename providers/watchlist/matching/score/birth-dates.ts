import type { ListedBirthDate } from '../../listed-person.ts';
import { SETTINGS } from './settings.ts';
import type { Units } from './units.ts';

/** A birth date as far as it is known; month and day 0 where they are not. */
export interface PartialDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** What comparing the guest's birth date with a listed one found. */
export type BirthDateFinding =
  | 'same_date'
  | 'day_and_month_swapped'
  | 'one_digit_apart'
  | 'same_day_neighbouring_year'
  | 'same_month'
  | 'same_year'
  | 'same_year_other_day'
  | 'within_range'
  | 'neighbouring_year'
  | 'years_apart'
  | 'far_apart';

const PATTERN = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/u;

/**
 * Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, also without leading zeros; undefined for anything else. Impossible days
 * stay: lists hold them.
 */
export function findPartialDate(text: string): PartialDate | undefined {
  const match = PATTERN.exec(text.trim());
  if (match === null) return undefined;
  return { year: Number(match[1]), month: Number(match[2] ?? 0), day: Number(match[3] ?? 0) };
}

const YEARS = 4096;
const DAYS = 32;
const MONTHS = 16;
const CIRCA = 2 ** 21;

/** A listed date as two 32-bit numbers: date and circa; last year of its range. Months and days that no year has are unknown. */
export function packBirthDate(date: ListedBirthDate): [number, number] {
  const { month = 0, day = 0 } = date;
  const isPossible = month <= 12 && day < DAYS;
  const packed = ((date.year % YEARS) * MONTHS + (isPossible ? month : 0)) * DAYS + (isPossible ? day : 0);
  return [packed + (date.circa === true ? CIRCA : 0), date.yearTo ?? date.year];
}

export interface ListedDate extends PartialDate {
  readonly yearTo: number;
  readonly isCirca: boolean;
}

export function unpackBirthDate(packed: number, yearTo: number): ListedDate {
  const date = packed % CIRCA;
  return {
    year: Math.floor(date / (MONTHS * DAYS)),
    month: Math.floor(date / DAYS) % MONTHS,
    day: date % DAYS,
    yearTo,
    isCirca: packed >= CIRCA,
  };
}

/** How two birth dates relate; evidence in units by `SETTINGS.birthDate`. */
export function compareBirthDates(guest: PartialDate, listed: ListedDate): BirthDateFinding {
  const gap = yearGap(guest.year, listed);
  if (isWhole(guest) && isWhole(listed) && !isPlaceholder(listed)) return compareWholeDates(guest, listed);
  if (gap === 0) {
    if (listed.yearTo > listed.year || listed.isCirca) return 'within_range';
    if (guest.month > 0 && listed.month > 0 && !isPlaceholder(listed)) {
      return guest.month === listed.month ? 'same_month' : 'same_year_other_day';
    }
    return 'same_year';
  }
  if (gap === 1 || (listed.isCirca && gap <= 3)) return 'neighbouring_year';
  return gap <= 5 ? 'years_apart' : 'far_apart';
}

function compareWholeDates(guest: PartialDate, listed: ListedDate): BirthDateFinding {
  const sameYear = guest.year === listed.year;
  const sameMonth = guest.month === listed.month;
  const sameDay = guest.day === listed.day;
  if (sameYear && sameMonth && sameDay) return 'same_date';
  if (sameYear && guest.month === listed.day && guest.day === listed.month) return 'day_and_month_swapped';
  if (isOneDigitApart(guest, listed)) {
    return !sameYear && Math.abs(guest.year - listed.year) === 1 ? 'same_day_neighbouring_year' : 'one_digit_apart';
  }
  if (sameMonth && sameDay && Math.abs(guest.year - listed.year) === 1) return 'same_day_neighbouring_year';
  if (sameYear) return sameMonth ? 'same_month' : 'same_year_other_day';
  const gap = Math.abs(guest.year - listed.year);
  if (gap === 1) return 'neighbouring_year';
  return gap <= 5 ? 'years_apart' : 'far_apart';
}

export function unitsOf(finding: BirthDateFinding): Units {
  return SETTINGS.birthDate[finding];
}

function isWhole(date: PartialDate): boolean {
  return date.month > 0 && date.day > 0;
}

/** 1 January is what lists and registers write where only the year is known. */
function isPlaceholder(date: PartialDate): boolean {
  return date.month === 1 && date.day === 1;
}

function yearGap(year: number, listed: ListedDate): number {
  if (year < listed.year) return listed.year - year;
  return year > listed.yearTo ? year - listed.yearTo : 0;
}

/** One digit differs, or two neighbouring digits changed places, in the date written YYYYMMDD. */
function isOneDigitApart(guest: PartialDate, listed: PartialDate): boolean {
  let left = toNumber(guest);
  let right = toNumber(listed);
  while (left > 0 && left % 10 === right % 10) {
    left = Math.floor(left / 10);
    right = Math.floor(right / 10);
  }
  if (left === right) return false;
  const rest = Math.floor(left / 10);
  const other = Math.floor(right / 10);
  if (rest === other) return true;
  const isSwapped = left % 10 === other % 10 && rest % 10 === right % 10;
  return isSwapped && Math.floor(rest / 10) === Math.floor(other / 10);
}

function toNumber({ year, month, day }: PartialDate): number {
  return year * 10_000 + month * 100 + day;
}

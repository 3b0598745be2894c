import { DateTime } from 'luxon';
import type { LocalDate } from '../../domain/subject.ts';

// The PMS sends numbers as strings, strings as numbers, null and '' for what it does not know. What these functions
// return is what the rest of the service works with; they are total and never throw.

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Trimmed; absent where there is nothing to read. */
export function readText(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' ? undefined : text;
}

/** IDs are strings even where a number is sent. `0` stands for none. */
export function readId(value: unknown): string | undefined {
  const text = readText(value);
  return text === '0' ? undefined : text;
}

/** A whole number of at least nought, such as a count of people. */
export function readCount(value: unknown): number | undefined {
  const text = readText(value);
  return text !== undefined && /^\d{1,9}(\.0+)?$/.test(text) ? Math.trunc(Number(text)) : undefined;
}

export function isTrue(value: unknown): boolean {
  return value === true || value === 1 || value === '1' || value === 'true';
}

/** The date as it is written, of a date or a date-time; absent where the calendar has no such day. */
export function readDate(value: unknown): LocalDate | undefined {
  const text = readText(value);
  const date = /^(\d{4}-\d\d-\d\d)(?:$|[ T])/.exec(text ?? '')?.[1];
  return date !== undefined && date >= '0001' && DateTime.fromISO(date, { zone: 'utc' }).isValid ? date : undefined;
}

/** ISO 3166 alpha-2, upper case; absent where it is something else. */
export function readCountry(value: unknown): string | undefined {
  const code = readText(value)?.toUpperCase();
  return code !== undefined && /^[A-Z]{2}$/.test(code) ? code : undefined;
}

/** The values of a list, or of an object that stands for one (keys are IDs, or positions). */
export function readEntries(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

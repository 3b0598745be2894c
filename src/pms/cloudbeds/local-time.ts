import { DateTime, IANAZone } from 'luxon';
import type { Instant, LocalDate } from '../../domain/subject.ts';
import { readDate, readText } from './loose-values.ts';

const spoken = 'yyyy-MM-dd HH:mm:ss';
const dayMs = 86_400_000;
const minuteMs = 60_000;

/**
 * The beginning of a window, in the property's local time as the PMS reads it: everything that happened at or after
 * `since` is inside, whatever the clocks did. Rounded down to the second.
 *
 * When clocks go back, an hour of local times happens twice, and nobody says which of the two the PMS takes a local time
 * for, or whether it compares instants or what the clock showed. So a window never begins inside that hour: it begins
 * before its first pass, one more hour back. When clocks go forward an hour of local times never happens; no instant is
 * rendered as one of them, and going back happens on instants, so that none comes about.
 */
export function toWindowStart(since: Instant, timeZone: string): string {
  const zone = IANAZone.create(timeZone);
  const sinceMs = Date.parse(since);
  const passes = findPasses(sinceMs + zone.offset(sinceMs) * minuteMs, zone);
  const [first = sinceMs, last = first] = passes;
  return DateTime.fromMillis(last > first ? first - (last - first) : sinceMs, { zone }).toFormat(spoken);
}

/**
 * The property's own date at a time that the PMS tells: local `YYYY-MM-DD HH:MM:SS` or ISO 8601, with an offset or local
 * without one. Absent where it is not a time.
 */
export function readLocalDate(value: unknown, timeZone: string): LocalDate | undefined {
  const text = readText(value) ?? '';
  if (!/[T ].*(Z|[+-]\d\d:?\d\d)$/i.test(text)) return readDate(text);
  const at = DateTime.fromISO(text.replace(' ', 'T'), { zone: timeZone });
  return at.isValid ? at.toISODate() : undefined;
}

/** An instant as the PMS is told of it: local, to the second. */
export function toLocalTime(at: Instant, timeZone: string): string {
  return DateTime.fromISO(at, { zone: timeZone }).toFormat(spoken);
}

export function isTimeZone(name: string): boolean {
  return IANAZone.isValidZone(name);
}

/** The instants at which clocks show this local time: one, two in a repeated hour, none in a skipped one. */
function findPasses(localMs: number, zone: IANAZone): readonly number[] {
  const offsets = new Set([zone.offset(localMs - dayMs), zone.offset(localMs + dayMs)]);
  return [...offsets]
    .filter((offset) => zone.offset(localMs - offset * minuteMs) === offset)
    .map((offset) => localMs - offset * minuteMs)
    .sort((left, right) => left - right);
}

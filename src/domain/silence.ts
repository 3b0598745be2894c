import type { Instant } from './subject.ts';

/** A time without an event, from one event to the next. */
export interface QuietGap {
  readonly since: Instant;
  readonly until: Instant;
}

/** Shorter silences are not worth remembering: no property is suspected of one. */
export const shortestQuietMs = 15 * 60_000;

const hourMs = 3_600_000;
/** Never suspected sooner, however busy the house. */
export const quietFloorMs = hourMs;
/** Never trusted longer, however sleepy. Also what holds until enough is known. */
export const quietCeilingMs = 24 * hourMs;
/** How much has to be known before a property is judged by its own habits. */
const learnedAfterMs = 3 * 24 * hourMs;
/** How long a look back goes. */
export const quietMemoryMs = 28 * 24 * hourMs;
/** Of a hundred days at this time, the silence stayed within it on so many. */
const quantile = 0.9;
/** And as long again: a habit is no promise. */
const margin = 1.5;

export interface QuietHabit {
  readonly gaps: readonly QuietGap[];
  readonly watchedSince: Instant;
  readonly now: Instant;
}

/**
 * How long a property may be without an event at this time of the day before that is suspicious: a high quantile of how
 * long it has been quiet at the same time (an hour sooner and later included) on the days before, and a margin, between a
 * floor and a ceiling. A night of ten quiet hours is usual at seven in the morning and alarming at noon. Days are counted
 * by the clock in UTC: twice a year the hour is one off, which the hour around it covers.
 */
export function toQuietLimitMs({ gaps, watchedSince, now }: QuietHabit): number {
  const nowMs = Date.parse(now);
  const knownMs = Math.min(nowMs - Date.parse(watchedSince), quietMemoryMs);
  if (knownMs < learnedAfterMs) return quietCeilingMs;
  const spans = gaps.map(({ since, until }) => ({ fromMs: Date.parse(since), untilMs: Date.parse(until) }));
  const days = Math.floor(knownMs / (24 * hourMs));
  const silences = Array.from({ length: days }, (_, day) => {
    const middleMs = nowMs - (day + 1) * 24 * hourMs;
    return longestSilenceMs(spans, middleMs - hourMs, middleMs + hourMs);
  });
  return Math.min(Math.max(toQuantile(silences) * margin, quietFloorMs), quietCeilingMs);
}

export function isSuspiciouslyQuiet(habit: QuietHabit & { readonly lastEventAt: Instant }): boolean {
  return Date.parse(habit.now) - Date.parse(habit.lastEventAt) > toQuietLimitMs(habit);
}

interface Span {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** How long it had been quiet at most, at any moment of a window. */
function longestSilenceMs(spans: readonly Span[], fromMs: number, toMs: number): number {
  const reached = spans
    .filter((span) => span.fromMs < toMs && span.untilMs > fromMs)
    .map((span) => Math.min(span.untilMs, toMs) - span.fromMs);
  return Math.max(0, ...reached);
}

function toQuantile(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * quantile) - 1)] ?? 0;
}

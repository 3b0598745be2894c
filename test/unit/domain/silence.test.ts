import { describe, expect, test } from '@jest/globals';
import { isSuspiciouslyQuiet, type QuietGap, toQuietLimitMs } from '../../../src/domain/silence.ts';

const hourMs = 3_600_000;
const today = Date.parse('2026-11-23T00:00:00.000Z');

/** `days` days ago, at an hour of the day. */
function at(days: number, hour: number): string {
  return new Date(today - days * 24 * hourMs + hour * hourMs).toISOString();
}

/** Quiet from ten at night to seven in the morning, day after day. */
const nights: readonly QuietGap[] = Array.from({ length: 28 }, (_, day) => ({
  since: at(day + 1, 22),
  until: at(day, 7),
}));

function toLimitHours(gaps: readonly QuietGap[], now: string, watchedSince = at(60, 0)): number {
  return toQuietLimitMs({ gaps, watchedSince, now }) / hourMs;
}

describe('how long a property may be quiet', () => {
  const cases = [
    { where: 'in the afternoon of a busy house, the floor', gaps: nights, now: at(0, 15), hours: 1 },
    { where: 'late in a usual night, the night and half of it', gaps: nights, now: at(0, 6), hours: 9 * 1.5 },
    { where: 'early in it, as long as it lasts an hour later', gaps: nights, now: at(0, 1), hours: 4 * 1.5 },
    { where: 'with no silence in memory, the floor', gaps: [], now: at(0, 4), hours: 1 },
    {
      where: 'where weeks were quiet, no longer than the ceiling',
      gaps: [{ since: at(20, 0), until: at(0, 0) }],
      ...{ now: at(0, 12), hours: 24 },
    },
    {
      where: 'after one odd day in a month, as if it had not been',
      gaps: [...nights, { since: at(9, 9), until: at(9, 20) }],
      ...{ now: at(0, 15), hours: 1 },
    },
  ];
  test.each(cases)('is $where', ({ gaps, now, hours }) => {
    expect(toLimitHours(gaps, now)).toBe(hours);
  });

  test('is the ceiling until three days are known', () => {
    expect(toLimitHours([], at(0, 12), at(2, 13))).toBe(24);
    expect(toLimitHours([], at(0, 12), at(3, 12))).toBe(1);
  });
});

test('the same silence is usual at night and suspicious at noon', () => {
  const habit = { gaps: nights, watchedSince: at(60, 0) };
  expect(isSuspiciouslyQuiet({ ...habit, now: at(0, 6), lastEventAt: at(1, 22) })).toBe(false);
  expect(isSuspiciouslyQuiet({ ...habit, now: at(0, 13), lastEventAt: at(0, 11.5) })).toBe(true);
});

import { describe, expect, test } from '@jest/globals';
import { DateTime, IANAZone } from 'luxon';
import { readLocalDate, toWindowStart } from '../../../src/pms/cloudbeds/local-time.ts';

const minuteMs = 60_000;

/** What the PMS may take a local time for: a comparison of what clocks show, or of instants, of the one pass or the other. */
const readings = {
  'as clocks show it': (start: string, zone: IANAZone) => (at: number) => toShown(at, zone) >= start,
  'as the first of two passes': (start: string, zone: IANAZone) => {
    const first = Math.min(...toInstants(start, zone));
    return (at: number) => floored(at) >= first;
  },
  'as the second of two passes': (start: string, zone: IANAZone) => {
    const second = Math.max(...toInstants(start, zone));
    return (at: number) => floored(at) >= second;
  },
};

function floored(at: number): number {
  return Math.floor(at / 1_000) * 1_000;
}

function toShown(at: number, zone: IANAZone): string {
  return DateTime.fromMillis(at, { zone }).toFormat('yyyy-MM-dd HH:mm:ss');
}

function toInstants(local: string, zone: IANAZone): readonly number[] {
  const asUtc = Date.parse(`${local.replace(' ', 'T')}Z`);
  const offsets = new Set([-1, 1].map((day) => zone.offset(asUtc + day * 86_400_000)));
  return [...offsets].map((offset) => asUtc - offset * minuteMs).filter((at) => toShown(at, zone) === local);
}

const jumps: readonly [string, string, string][] = [
  ['Europe/Berlin', '2026-10-25T01:00:00Z', 'back'],
  ['Europe/Berlin', '2026-03-29T01:00:00Z', 'forward'],
  ['America/New_York', '2026-11-01T06:00:00Z', 'back'],
  ['America/New_York', '2026-03-08T07:00:00Z', 'forward'],
  ['Australia/Lord_Howe', '2026-04-04T15:00:00Z', 'back, by half an hour'],
  ['Australia/Lord_Howe', '2026-10-03T15:30:00Z', 'forward, by half an hour'],
  ['Africa/Cairo', '2026-10-29T21:00:00Z', 'back over midnight'],
  ['America/St_Johns', '2026-11-01T04:30:00Z', 'back, at an odd offset'],
];

describe.each(jumps)('in %s around %s (%s)', (timeZone: string, jumpsAt: string) => {
  const zone = IANAZone.create(timeZone);
  const jumpMs = Date.parse(jumpsAt);
  const instants = Array.from({ length: 61 }, (_, step) => jumpMs + (step - 30) * 6 * minuteMs + 123);

  test('clocks do jump there', () => {
    expect(zone.offset(jumpMs - 1)).not.toBe(zone.offset(jumpMs));
  });

  test.each(Object.keys(readings) as (keyof typeof readings)[])(
    'nothing at or after the start of a window is left out, read %s',
    (reading) => {
      const toMatcher = readings[reading];
      const missed = instants.flatMap((since) => {
        const start = toWindowStart(new Date(since).toISOString(), timeZone);
        const isInside = toMatcher(start, zone);
        return instants
          .filter((at) => at >= since && !isInside(at))
          .map((at) => `${start} leaves out ${new Date(at).toISOString()}`);
      });
      expect(missed).toEqual([]);
    },
  );

  test('a window begins at a local time that happens exactly once', () => {
    for (const since of instants) {
      expect(toInstants(toWindowStart(new Date(since).toISOString(), timeZone), zone)).toHaveLength(1);
    }
  });
});

test('on any other day a window begins where it was asked to', () => {
  expect(toWindowStart('2026-11-23T09:15:42.900Z', 'Europe/Berlin')).toBe('2026-11-23 10:15:42');
  expect(toWindowStart('2026-11-23T23:15:00.000Z', 'Asia/Kolkata')).toBe('2026-11-24 04:45:00');
  expect(toWindowStart('2026-11-23T00:00:00.000Z', 'UTC')).toBe('2026-11-23 00:00:00');
});

test('in a repeated hour it begins an hour before the first pass, not more', () => {
  expect(toWindowStart('2026-10-25T00:30:00.000Z', 'Europe/Berlin')).toBe('2026-10-25 01:30:00');
  expect(toWindowStart('2026-10-25T01:30:00.000Z', 'Europe/Berlin')).toBe('2026-10-25 01:30:00');
  expect(toWindowStart('2026-10-25T02:00:00.000Z', 'Europe/Berlin')).toBe('2026-10-25 03:00:00');
});

test.each([
  ['2026-11-23 23:30:00', '2026-11-23'],
  ['2026-11-23T23:30:00', '2026-11-23'],
  ['2026-11-23', '2026-11-23'],
  ['2026-11-23T23:30:00Z', '2026-11-24'],
  ['2026-11-23T23:30:00.000+00:00', '2026-11-24'],
  ['2026-11-23T23:30:00+01:00', '2026-11-23'],
  ['2026-11-23 23:30:00-0500', '2026-11-24'],
  ['2026-13-23 10:00:00', undefined],
  ['soon', undefined],
  ['', undefined],
  [null, undefined],
])('%p is the date %p in Berlin', (told, date) => {
  expect(readLocalDate(told, 'Europe/Berlin')).toBe(date);
});

import { expect, test } from '@jest/globals';
import { toDaysBetween, toLocalDate } from '../../../src/domain/calendar.ts';
import { type Scene, toScenes } from '../../../src/demo/guests.ts';

const timeZone = 'Europe/Lisbon';
const toNights = (scenes: readonly Scene[]) =>
  scenes.map(({ booking: { arrivesOn, departsOn } }) => toDaysBetween(arrivesOn, departsOn));

const hours = ['2026-03-28T23:30Z', '2026-10-04T23:30Z', '2028-02-28T12:00Z', '2029-12-31T23:59Z', '2030-01-01T00:30Z'];

test.each(hours)('at %s guests book stays of the usual length, from today on', (hour) => {
  const scenes = toScenes(hour, timeZone);
  expect(toNights(scenes)).toEqual(toNights(toScenes('2026-06-01T12:00Z', timeZone)));
  const arrivals = scenes.map(({ booking }) => booking.arrivesOn);
  expect(arrivals.every((arrivesOn) => arrivesOn >= toLocalDate(hour, timeZone))).toBe(true);
});

test.each(hours)('at %s documents have been issued, and hold until after the stay', (hour) => {
  for (const { booking, asks } of toScenes(hour, timeZone)) {
    const read = (field: string): string => {
      const part = (name: string) => (asks?.answers?.[`${field}.${name}`] ?? '').padStart(2, '0');
      return `${part('year')}-${part('month')}-${part('day')}`;
    };
    if (asks?.answers === undefined) continue;
    expect(read('documentIssuedOn') <= toLocalDate(hour, timeZone)).toBe(true);
    expect(read('documentExpiresOn') > booking.departsOn).toBe(true);
  }
});

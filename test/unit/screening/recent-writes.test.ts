import { expect, test } from '@jest/globals';
import { plusMs } from '../../../src/domain/calendar.ts';
import { createRecentWrites } from '../../../src/screening/recent-writes.ts';

const start = '2026-11-23T09:00:00.000Z';
const at = (ms: number) => plusMs(start, ms);

test.each([
  ['at once', 0, true],
  ['just within the time', 60_000, true],
  ['just after it', 60_001, false],
])('a write is remembered for its time, asked %s', (_when, ms, isRemembered) => {
  const writes = createRecentWrites(60_000);
  writes.note('P1', 'G1', start);
  expect(writes.has('P1', 'G1', at(ms))).toBe(isRemembered);
});

test.each([
  ['guest', 'P1', 'G2'],
  ['property', 'P2', 'G1'],
])('another %s was not written to', (_what, propertyId, guestId) => {
  const writes = createRecentWrites(60_000);
  writes.note('P1', 'G1', start);
  expect(writes.has(propertyId, guestId, start)).toBe(false);
});

test('a second write counts from its own time', () => {
  const writes = createRecentWrites(60_000);
  writes.note('P1', 'G1', start);
  writes.note('P1', 'G1', at(50_000));
  expect(writes.has('P1', 'G1', at(100_000))).toBe(true);
});

test('forgetting the old leaves the young, also when the old were written again', () => {
  const writes = createRecentWrites(60_000);
  writes.note('P1', 'G1', start);
  writes.note('P1', 'G2', at(10_000));
  writes.note('P1', 'G1', at(20_000));
  writes.note('P1', 'G3', at(75_000));
  expect(['G1', 'G2', 'G3'].map((guestId) => writes.has('P1', guestId, at(75_000)))).toEqual([true, false, true]);
});

import { expect, test } from '@jest/globals';
import { plusMs } from '../../../src/domain/calendar.ts';
import { createExpectedEchoes } from '../../../src/screening/syncing/expected-echoes.ts';

const start = '2026-11-23T09:00:00.000Z';
const at = (ms: number) => plusMs(start, ms);

test.each([
  ['at once', 0, true],
  ['just within the time', 60_000, true],
  ['just after it', 60_001, false],
])('a write is expected to echo for its time, asked %s', (_when, ms, isExpected) => {
  const echoes = createExpectedEchoes(60_000);
  echoes.expect('P1', 'G1', start);
  expect(echoes.take('P1', 'G1', at(ms))).toBe(isExpected);
});

test.each([
  ['guest', 'P1', 'G2'],
  ['property', 'P2', 'G1'],
])('another %s was not written to', (_what, propertyId, guestId) => {
  const echoes = createExpectedEchoes(60_000);
  echoes.expect('P1', 'G1', start);
  expect(echoes.take(propertyId, guestId, start)).toBe(false);
});

test('a write echoes once: the next bell is somebody else’s', () => {
  const echoes = createExpectedEchoes(60_000);
  echoes.expect('P1', 'G1', start);
  expect([echoes.take('P1', 'G1', at(1)), echoes.take('P1', 'G1', at(2))]).toEqual([true, false]);
});

test('two writes echo twice', () => {
  const echoes = createExpectedEchoes(60_000);
  echoes.expect('P1', 'G1', start);
  echoes.expect('P1', 'G1', at(10));
  const bells = [11, 12, 13].map((ms) => echoes.take('P1', 'G1', at(ms)));
  expect(bells).toEqual([true, true, false]);
});

test('forgetting the old leaves the young, also when the old were written again', () => {
  const echoes = createExpectedEchoes(60_000);
  echoes.expect('P1', 'G1', start);
  echoes.expect('P1', 'G2', at(10_000));
  echoes.expect('P1', 'G1', at(20_000));
  echoes.expect('P1', 'G3', at(75_000));
  expect(['G1', 'G2', 'G3'].map((guestId) => echoes.take('P1', guestId, at(75_000)))).toEqual([true, false, true]);
});

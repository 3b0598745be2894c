import { expect, test } from '@jest/globals';
import { toSweepSlot } from '../../../src/domain/sweep-slot.ts';

const noon = '2026-11-23T12:00:00.000Z';

test('a property is swept once a day, always at the same time', () => {
  const first = toSweepSlot('190042', noon);
  expect(first > noon).toBe(true);
  expect(Date.parse(first) - Date.parse(noon)).toBeLessThanOrEqual(86_400_000);
  expect(Date.parse(toSweepSlot('190042', first)) - Date.parse(first)).toBe(86_400_000);
});

test('a hundred neighbouring properties spread over the day', () => {
  const hours = Array.from({ length: 100 }, (_, index) => toSweepSlot(String(190_000 + index), noon).slice(11, 13));
  const perHour = Object.values(Object.groupBy(hours, (hour) => hour)).map((slots) => slots?.length ?? 0);
  expect(perHour.length).toBeGreaterThan(18);
  expect(Math.max(...perHour)).toBeLessThan(13);
});

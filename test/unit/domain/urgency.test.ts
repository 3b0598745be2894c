import { expect, test } from '@jest/globals';
import { housekeeping, personWaits, syncUrgency, toUrgency } from '../../../src/domain/urgency.ts';

const today = '2026-11-23';

test.each([
  ['in house since last week', '2026-11-16', 2],
  ['arriving today', today, 2],
  ['arriving tomorrow', '2026-11-24', 3],
  ['arriving in a week', '2026-11-30', 9],
  ['arriving in a year', '2027-11-23', 42],
])('a guest %s is as urgent as expected', (_who, arrivesOn, urgency) => {
  expect(toUrgency(arrivesOn, today)).toBe(urgency);
});

test('people come first, then finding out, then guests by arrival, then cleaning up', () => {
  const order = [personWaits, syncUrgency, toUrgency(today, today), toUrgency('2099-01-01', today), housekeeping];
  expect(order).toEqual([...order].sort((one, other) => one - other));
  expect(new Set(order).size).toBe(order.length);
});

import { expect, test } from '@jest/globals';
import { toDurations } from '../../../../src/domain/statistics/durations.ts';
import { listSteps, toStepStart } from '../../../../src/domain/statistics/time-steps.ts';

test('a time is cut into steps without a gap, over the ends of months and years', () => {
  expect(listSteps('2026-12-30', '2027-01-01', 'day')).toEqual(['2026-12-30', '2026-12-31', '2027-01-01']);
  expect(listSteps('2026-12-30', '2027-01-05', 'week')).toEqual(['2026-12-28', '2027-01-04']);
  expect(listSteps('2026-01-31', '2026-04-01', 'month')).toEqual([
    '2026-01-01',
    '2026-02-01',
    '2026-03-01',
    '2026-04-01',
  ]);
});

test('weeks begin on Monday', () => {
  expect(toStepStart('2026-11-29', 'week')).toBe('2026-11-23');
  expect(toStepStart('2026-11-23', 'week')).toBe('2026-11-23');
});

test('quantiles are the upper ends of their buckets, and nothing where nothing was counted', () => {
  const durations = toDurations(
    new Map([
      ['1', 90],
      ['60', 8],
      ['more', 2],
    ]),
  );
  expect(durations).toMatchObject({ count: 100, medianS: 1, p95S: 60 });
  expect(durations.buckets.at(-1)).toEqual({ count: 2 });
  expect(toDurations(new Map())).not.toHaveProperty('medianS');
});

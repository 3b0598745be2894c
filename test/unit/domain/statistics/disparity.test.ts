import { describe, expect, test } from '@jest/globals';
import { toDisparityTable } from '../../../../src/domain/statistics/disparity.ts';
import { toRate } from '../../../../src/domain/statistics/shares.ts';

const count = (value: string, path: string, stays: number) => ({ value, path, stays });

describe('the interval of a rate', () => {
  test.each([
    [0, 20, 0, 0.1611],
    [10, 100, 0.0552, 0.1744],
    [20, 20, 0.8389, 1],
  ] as const)('of %s in %s is Wilson’s', (...row) => {
    const [hits, of, from, to] = row;
    expect(toRate(hits, of)).toMatchObject({ from, to });
  });

  test('of nothing is nothing', () => {
    expect(toRate(0, 0)).toEqual({ count: 0, of: 0 });
  });
});

describe('the disparity report', () => {
  test('shows no group of fewer than twenty, and says how many there are', () => {
    const table = toDisparityTable([
      count('PT', 'clear>clear', 100),
      count('XX', 'flagged>declined', 19),
      count('YY', 'clear>clear', 1),
    ]);
    expect(table.groups.map(({ value }) => value)).toEqual(['PT']);
    expect(table.hidden).toEqual({ groups: 2, stays: 20 });
    expect(JSON.stringify(table)).not.toMatch(/XX|YY/);
  });

  test('makes a group stand out whose whole interval is apart from that of all others', () => {
    const table = toDisparityTable([
      ...[count('PT', 'clear>clear', 950), count('PT', 'review>approved', 50)],
      ...[count('UA', 'clear>clear', 60), count('UA', 'flagged>approved', 40)],
    ]);
    expect(table.groups.map(({ value, stands }) => [value, stands])).toEqual([
      ['PT', 'lower'],
      ['UA', 'higher'],
    ]);
    expect(table.groups[1]?.rates).toMatchObject({
      stays: 100,
      concern: { count: 40, of: 100, share: 0.4 },
      flagged: { count: 40 },
      falseAlarms: { count: 40, of: 40, share: 1 },
      declined: { count: 0 },
    });
  });

  test('leaves chance alone', () => {
    const table = toDisparityTable([
      ...[count('PT', 'clear>clear', 90), count('PT', 'review>review', 10)],
      ...[count('ES', 'clear>clear', 44), count('ES', 'review>review', 6)],
    ]);
    expect(table.groups.map(({ stands }) => stands)).toEqual(['within', 'within']);
  });
});

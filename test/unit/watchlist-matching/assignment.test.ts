import { expect, test } from '@jest/globals';
import { assign, SIDE, UNASSIGNED } from '../../../providers/watchlist/matching/score/assignment.ts';

function assigned(rows: readonly (readonly number[])[]): number[] {
  const values = new Float64Array(SIDE * SIDE);
  for (const [row, cells] of rows.entries())
    for (const [column, value] of cells.entries()) values[row * SIDE + column] = value;
  const columns = new Uint8Array(SIDE);
  assign(values, { rows: rows.length, columns: rows[0]?.length ?? 0 }, columns);
  return [...columns.subarray(0, rows.length)];
}

test('the sum counts, not the greatest single value', () => {
  expect(
    assigned([
      [10, 9],
      [9, 1],
    ]),
  ).toEqual([1, 0]);
});

test('more rows than columns leave rows without one', () => {
  expect(assigned([[5], [8], [2]])).toEqual([UNASSIGNED, 0, UNASSIGNED]);
});

test('no value is no pair', () => {
  expect(
    assigned([
      [0, 0],
      [0, 3],
    ]),
  ).toEqual([UNASSIGNED, 1]);
});

test('every assignment of random small matrices is as good as trying all of them', () => {
  let seed = 1;
  const random = () => (seed = (seed * 48271) % 2147483647) % 20;
  for (let round = 0; round < 200; round += 1) {
    const rows = Array.from({ length: 4 }, () => Array.from({ length: 4 }, random));
    const columns = assigned(rows);
    const sum = columns.reduce((total, column, row) => total + (rows[row]?.[column] ?? 0), 0);
    expect(sum).toBe(bestSum(rows, 0, new Set()));
  }
});

function bestSum(rows: readonly (readonly number[])[], row: number, used: ReadonlySet<number>): number {
  const cells = rows[row];
  if (cells === undefined) return 0;
  return Math.max(
    ...cells.map((value, column) =>
      used.has(column) ? -Infinity : value + bestSum(rows, row + 1, new Set([...used, column])),
    ),
  );
}

import { expect, test } from '@jest/globals';
import { findRow, KeyedRowsBuilder } from '../../../providers/watchlist/matching/index/rows.ts';

test('values are grouped by key, in the order in which they came', () => {
  const builder = new KeyedRowsBuilder();
  const keys = [0xffffffff, 7, 0, 0x80000000, 7, 0x00200000, 0xffffffff, 0x00000800, 7];
  for (const [value, key] of keys.entries()) builder.add(key, value);
  const rows = builder.toKeyedRows();
  expect([...rows.keys]).toEqual([...new Set(keys)].sort((left, right) => left - right));
  const valuesOf = (key: number): number[] => {
    const row = findRow(rows, key);
    return [...rows.values.subarray(rows.starts[row], rows.starts[row + 1])];
  };
  expect(valuesOf(7)).toEqual([1, 4, 8]);
  expect(valuesOf(0xffffffff)).toEqual([0, 6]);
  expect(findRow(rows, 1)).toBe(-1);
});

/* eslint-disable @typescript-eslint/no-non-null-assertion --
   hot loops over arrays whose length is known: every index is below it */
/** Lists of numbers end to end: row `r` is `values[starts[r]] … values[starts[r + 1] - 1]`. */
export interface Rows {
  readonly starts: Uint32Array;
  readonly values: Uint32Array;
}

/** Rows by sorted key: `keys[r]` is the key of row `r`. */
export interface KeyedRows extends Rows {
  readonly keys: Uint32Array;
}

/** Unsigned 32-bit numbers in a typed array that grows. */
export class NumberList {
  private numbers = new Uint32Array(1024);
  private count = 0;

  get length(): number {
    return this.count;
  }

  push(value: number): void {
    if (this.count === this.numbers.length) {
      const grown = new Uint32Array(this.count * 2);
      grown.set(this.numbers);
      this.numbers = grown;
    }
    this.numbers[this.count] = value;
    this.count += 1;
  }

  at(index: number): number {
    return this.numbers[index] ?? 0;
  }

  set(index: number, value: number): void {
    this.numbers[index] = value;
  }

  /** The numbers so far, until the next one is added. */
  view(): Uint32Array {
    return this.numbers.subarray(0, this.count);
  }

  /** The numbers so far; a copy. */
  toArray(): Uint32Array {
    return this.numbers.slice(0, this.count);
  }
}

/** Builds rows in order. */
export class RowsBuilder {
  private readonly starts = new NumberList();
  private readonly values = new NumberList();

  constructor() {
    this.starts.push(0);
  }

  addRow(values: readonly number[]): void {
    for (const value of values) this.values.push(value);
    this.starts.push(this.values.length);
  }

  toRows(): Rows {
    return { starts: this.starts.toArray(), values: this.values.toArray() };
  }
}

/** Groups (key, value) pairs by key; within a row values keep their order. */
export class KeyedRowsBuilder {
  private readonly keys = new NumberList();
  private readonly values = new NumberList();

  add(key: number, value: number): void {
    this.keys.push(key);
    this.values.push(value);
  }

  toKeyedRows(): KeyedRows {
    const sorted = sortByKey({ keys: this.keys.view(), values: this.values.view() });
    const rows = countDistinct(sorted.keys);
    const keys = new Uint32Array(rows);
    const starts = new Uint32Array(rows + 1);
    let row = -1;
    for (let position = 0; position < sorted.keys.length; position += 1) {
      const key = sorted.keys[position]!;
      if (row >= 0 && keys[row] === key) continue;
      row += 1;
      keys[row] = key;
      starts[row] = position;
    }
    starts[rows] = sorted.keys.length;
    return { keys, starts, values: sorted.values };
  }
}

function countDistinct(sorted: Uint32Array): number {
  let count = 0;
  for (let position = 0; position < sorted.length; position += 1)
    if (position === 0 || sorted[position] !== sorted[position - 1]) count += 1;
  return count;
}

interface Pairs {
  readonly keys: Uint32Array;
  readonly values: Uint32Array;
}

/** Three digits of a key; their counts fit the processor's nearest memory. */
const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;
const MOST_SHIFT = 22;

/** Radix sort, the lowest digit first: stable and linear. */
function sortByKey(pairs: Pairs): Pairs {
  let from = pairs;
  for (let shift = 0; shift <= MOST_SHIFT; shift += DIGIT_BITS) {
    const into = { keys: new Uint32Array(pairs.keys.length), values: new Uint32Array(pairs.keys.length) };
    sortByDigit(from, into, shift);
    from = into;
  }
  return from;
}

function sortByDigit(from: Pairs, into: Pairs, shift: number): void {
  const next = startsOfDigits(from.keys, shift);
  for (let position = 0; position < from.keys.length; position += 1) {
    const key = from.keys[position]!;
    const digit = (key >>> shift) & (DIGITS - 1);
    const slot = next[digit]!;
    next[digit] = slot + 1;
    into.keys[slot] = key;
    into.values[slot] = from.values[position]!;
  }
}

function startsOfDigits(keys: Uint32Array, shift: number): Uint32Array {
  const next = new Uint32Array(DIGITS + 1);
  for (const key of keys) {
    const digit = (key >>> shift) & (DIGITS - 1);
    next[digit + 1] = next[digit + 1]! + 1;
  }
  for (let digit = 0; digit < DIGITS; digit += 1) next[digit + 1] = next[digit + 1]! + next[digit]!;
  return next;
}

/** The row of a key, or -1. */
export function findRow({ keys }: Pick<KeyedRows, 'keys'>, key: number): number {
  let low = 0;
  let high = keys.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = keys[middle] ?? 0;
    if (found === key) return middle;
    if (found < key) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Turns rows round: for each value, the rows that hold it. */
export function invert({ starts, values }: Rows, valueCount: number): Rows {
  const inverted = new Uint32Array(valueCount + 1);
  for (const value of values) inverted[value + 1] = (inverted[value + 1] ?? 0) + 1;
  for (let value = 0; value < valueCount; value += 1)
    inverted[value + 1] = (inverted[value + 1] ?? 0) + (inverted[value] ?? 0);
  const next = inverted.slice();
  const rows = new Uint32Array(values.length);
  for (let row = 0; row + 1 < starts.length; row += 1) {
    for (let index = starts[row] ?? 0; index < (starts[row + 1] ?? 0); index += 1) {
      const value = values[index] ?? 0;
      const slot = next[value] ?? 0;
      rows[slot] = row;
      next[value] = slot + 1;
    }
  }
  return { starts: inverted, values: rows };
}

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
    const sorted = sortByKey({ keys: this.keys.toArray(), values: this.values.toArray() });
    const keys = new NumberList();
    const starts = new NumberList();
    let last = -1;
    for (let position = 0; position < sorted.keys.length; position += 1) {
      const key = sorted.keys[position] ?? 0;
      if (key === last) continue;
      keys.push(key);
      starts.push(position);
      last = key;
    }
    starts.push(sorted.keys.length);
    return { keys: keys.toArray(), starts: starts.toArray(), values: sorted.values };
  }
}

interface Pairs {
  readonly keys: Uint32Array;
  readonly values: Uint32Array;
}

const HALF_BITS = 16;
const HALF_SIZE = 1 << HALF_BITS;

/** Radix sort by the low, then the high half of the key: stable and linear. */
function sortByKey(pairs: Pairs): Pairs {
  return sortByHalf(sortByHalf(pairs, 0), HALF_BITS);
}

function sortByHalf({ keys, values }: Pairs, shift: number): Pairs {
  const next = new Uint32Array(HALF_SIZE + 1);
  for (const key of keys) {
    const half = (key >>> shift) & (HALF_SIZE - 1);
    next[half + 1] = (next[half + 1] ?? 0) + 1;
  }
  for (let half = 0; half < HALF_SIZE; half += 1) next[half + 1] = (next[half + 1] ?? 0) + (next[half] ?? 0);
  const sorted = { keys: new Uint32Array(keys.length), values: new Uint32Array(keys.length) };
  for (let position = 0; position < keys.length; position += 1) {
    const key = keys[position] ?? 0;
    const half = (key >>> shift) & (HALF_SIZE - 1);
    const slot = next[half] ?? 0;
    next[half] = slot + 1;
    sorted.keys[slot] = key;
    sorted.values[slot] = values[position] ?? 0;
  }
  return sorted;
}

/** The row of a key, or -1. */
export function findRow({ keys }: KeyedRows, key: number): number {
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

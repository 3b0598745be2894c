/** Lists of numbers end to end: row `r` is `values[starts[r]] … values[starts[r + 1] - 1]`. */
export interface Rows {
  readonly starts: Uint32Array;
  readonly values: Uint32Array;
}

/** Builds rows in order. */
export class RowsBuilder {
  private readonly starts: number[] = [0];
  private readonly values: number[] = [];

  addRow(values: Iterable<number>): void {
    for (const value of values) this.values.push(value);
    this.starts.push(this.values.length);
  }

  toRows(): Rows {
    return { starts: Uint32Array.from(this.starts), values: Uint32Array.from(this.values) };
  }
}

/** Rows by sorted key: `keys[r]` is the key of row `r`. */
export interface KeyedRows extends Rows {
  readonly keys: Uint32Array;
}

/** Groups (key, value) pairs by key; within a row values keep their order. */
export class KeyedRowsBuilder {
  private readonly keys: number[] = [];
  private readonly values: number[] = [];

  add(key: number, value: number): void {
    this.keys.push(key);
    this.values.push(value);
  }

  toKeyedRows(): KeyedRows {
    const order = sortedOrder(this.keys);
    const keys: number[] = [];
    const starts: number[] = [];
    const values = new Uint32Array(order.length);
    for (const [position, pair] of order.entries()) {
      const key = this.keys[pair] ?? 0;
      if (keys.length === 0 || keys[keys.length - 1] !== key) {
        keys.push(key);
        starts.push(position);
      }
      values[position] = this.values[pair] ?? 0;
    }
    starts.push(order.length);
    return { keys: Uint32Array.from(keys), starts: Uint32Array.from(starts), values };
  }
}

/** Positions in the order of their keys, stable; packed into doubles so that the native numeric sort does it. */
function sortedOrder(keys: readonly number[]): Uint32Array {
  const packed = new Float64Array(keys.length);
  const span = Math.max(1, keys.length);
  for (const [position, key] of keys.entries()) packed[position] = key * span + position;
  packed.sort();
  return Uint32Array.from(packed, (value) => value % span);
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

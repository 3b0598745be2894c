/* eslint-disable @typescript-eslint/no-non-null-assertion --
   hot loops over small square matrices: every index is below SIDE by construction */
import { MOST_PARTS } from '../parts/written-name.ts';

/** Row length of the matrices given to `assign`. */
export const SIDE = MOST_PARTS;
export const UNASSIGNED = 255;

const rowPotential = new Float64Array(SIDE + 1);
const columnPotential = new Float64Array(SIDE + 1);
const rowOfColumn = new Uint8Array(SIDE + 1);
const way = new Uint8Array(SIDE + 1);
const least = new Float64Array(SIDE + 1);
const isUsed = new Uint8Array(SIDE + 1);

interface Shape {
  readonly rows: number;
  readonly columns: number;
}

/**
 * The one-to-one assignment of rows to columns with the highest total value (Kuhn–Munkres with potentials).
 * `values` is `rows × SIDE`, non-negative; `columnOfRow` receives a column or `UNASSIGNED`, also where the value is 0.
 */
export function assign(values: Float64Array, shape: Shape, columnOfRow: Uint8Array): void {
  if (assignUncontested(values, shape, columnOfRow)) return;
  const size = Math.max(shape.rows, shape.columns);
  rowPotential.fill(0);
  columnPotential.fill(0);
  rowOfColumn.fill(0);
  for (let row = 1; row <= size; row += 1) augment(values, shape, row);
  columnOfRow.fill(UNASSIGNED);
  for (let column = 1; column <= shape.columns; column += 1) {
    const row = rowOfColumn[column]! - 1;
    if (row >= 0 && row < shape.rows && values[row * SIDE + column - 1]! > 0) columnOfRow[row] = column - 1;
  }
}

/** The common case: no row and no column has two positive values. False where one has. */
function assignUncontested(values: Float64Array, { rows, columns }: Shape, columnOfRow: Uint8Array): boolean {
  columnOfRow.fill(UNASSIGNED);
  let taken = 0;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (values[row * SIDE + column]! <= 0) continue;
      if (columnOfRow[row] !== UNASSIGNED || (taken & (1 << column)) !== 0) return false;
      columnOfRow[row] = column;
      taken |= 1 << column;
    }
  }
  return true;
}

function augment(values: Float64Array, { rows, columns }: Shape, added: number): void {
  const size = Math.max(rows, columns);
  rowOfColumn[0] = added;
  least.fill(Infinity);
  isUsed.fill(0);
  let column = 0;
  do {
    isUsed[column] = 1;
    const row = rowOfColumn[column]!;
    let delta = Infinity;
    let next = 0;
    for (let other = 1; other <= size; other += 1) {
      if (isUsed[other] === 1) continue;
      const value = row <= rows && other <= columns ? values[(row - 1) * SIDE + other - 1]! : 0;
      const reduced = -value - rowPotential[row]! - columnPotential[other]!;
      if (reduced < least[other]!) {
        least[other] = reduced;
        way[other] = column;
      }
      if (least[other]! < delta) {
        delta = least[other]!;
        next = other;
      }
    }
    shiftPotentials(size, delta);
    column = next;
  } while (rowOfColumn[column] !== 0);
  while (column !== 0) {
    const previous = way[column]!;
    rowOfColumn[column] = rowOfColumn[previous]!;
    column = previous;
  }
}

function shiftPotentials(size: number, delta: number): void {
  for (let column = 0; column <= size; column += 1) {
    if (isUsed[column] === 1) {
      const row = rowOfColumn[column]!;
      rowPotential[row] = rowPotential[row]! + delta;
      columnPotential[column] = columnPotential[column]! - delta;
    } else least[column] = least[column]! - delta;
  }
}

/* eslint-disable @typescript-eslint/no-non-null-assertion --
   the inner loop of the matcher: every index is within the typed array that it reads, by construction */
import { DELETION, MASS, MODES, SUBSTITUTION, SWAPPED_NEIGHBOURS, type Mode } from './costs.ts';
import { ALPHABET_SIZE, LONGEST_SOUND, type Sound } from './symbols.ts';

/** Similarity is a whole number of these; the same in search and explanation, so that scores replay exactly. */
export const FULL_SIMILARITY = 200;

/** Deleting a sound costs at least this share of its mass (see `sound/costs.ts`); less only for what abjads leave out. */
const LEAST_DELETION_SHARE = 0.55;
const WIDTH = LONGEST_SOUND + 1;
const rows = [new Uint16Array(WIDTH), new Uint16Array(WIDTH), new Uint16Array(WIDTH)] as const;

/**
 * How alike two words sound, 0 … `FULL_SIMILARITY`: one minus the cost of the cheapest alignment (sounds that spellings
 * mix up cost little, neighbours may swap places) over the weight of the heavier word. Below `least` it is 0.
 */
export function soundSimilarity(left: Sound, right: Sound, least = 0): number {
  const mode = modeOf(left, right);
  const leftMass = massOf(left, mode);
  const rightMass = massOf(right, mode);
  const norm = Math.max(leftMass, rightMass);
  if (norm === 0 || isFarInMass(leftMass, rightMass, least)) return 0;
  const limit = Math.floor((norm * (FULL_SIMILARITY - least)) / FULL_SIMILARITY);
  findDifference(left, right);
  const cost = alignmentCost(left, right, { mode, limit });
  return cost > limit ? 0 : FULL_SIMILARITY - Math.ceil((cost * FULL_SIMILARITY) / norm);
}

/** True where the masses alone, a lower bound of the cost, say that two words cannot be similar enough. */
export function isFarInMass(left: number, right: number, least: number): boolean {
  const limit = (Math.max(left, right) * (FULL_SIMILARITY - least)) / FULL_SIMILARITY;
  return Math.abs(left - right) * LEAST_DELETION_SHARE > limit;
}

/** The weight of a word's sounds: what deleting all of them means. */
export function massOf({ codes, length }: Sound, mode: Mode): number {
  let mass = 0;
  for (let index = 0; index < length; index += 1) mass += MASS[mode * ALPHABET_SIZE + codes[index]!]!;
  return mass;
}

/** The weight of a word when it is compared with one from the same kind of script. */
export function ownMassOf(sound: Sound): number {
  return massOf(sound, sound.isVowelless ? MODES.vowelless : MODES.plain);
}

function modeOf(left: Sound, right: Sound): Mode {
  if (left.isVowelless !== right.isVowelless) return MODES.mixed;
  return left.isVowelless ? MODES.vowelless : MODES.plain;
}

interface AlignmentBounds {
  readonly mode: Mode;
  /** Give up above this cost. */
  readonly limit: number;
}

/** Where two words differ: both from `start`, up to their own end. One object, filled by `findDifference`. */
const difference = { start: 0, leftEnd: 0, rightEnd: 0 };

/** What both words begin and end with needs no alignment. */
function findDifference(left: Sound, right: Sound): void {
  let leftEnd = left.length;
  let rightEnd = right.length;
  let start = 0;
  while (start < leftEnd && start < rightEnd && left.codes[start] === right.codes[start]) start += 1;
  while (leftEnd > start && rightEnd > start && left.codes[leftEnd - 1] === right.codes[rightEnd - 1]) {
    leftEnd -= 1;
    rightEnd -= 1;
  }
  difference.start = start;
  difference.leftEnd = leftEnd;
  difference.rightEnd = rightEnd;
}

/**
 * Damerau–Levenshtein (optimal string alignment) with the cost tables, over where the words differ; stops once every
 * cell of two rows is over the limit.
 */
function alignmentCost({ codes: left }: Sound, { codes: right }: Sound, { mode, limit }: AlignmentBounds): number {
  const { start, leftEnd, rightEnd } = difference;
  const deletions = mode * ALPHABET_SIZE;
  let [before, previous, current]: [Uint16Array, Uint16Array, Uint16Array] = [rows[0], rows[1], rows[2]];
  let leastBefore = 0;
  previous[start] = 0;
  for (let column = start; column < rightEnd; column += 1) {
    previous[column + 1] = previous[column]! + DELETION[deletions + right[column]!]!;
  }
  for (let row = start; row < leftEnd; row += 1) {
    const symbol = left[row]!;
    const last = row > start ? left[row - 1]! : 0;
    const deletion = DELETION[deletions + symbol]!;
    let cell = previous[start]! + deletion;
    let least = cell;
    current[start] = cell;
    for (let column = start; column < rightEnd; column += 1) {
      const other = right[column]!;
      const inserted = cell + DELETION[deletions + other]!;
      const deleted = previous[column + 1]! + deletion;
      cell = previous[column]! + SUBSTITUTION[symbol * ALPHABET_SIZE + other]!;
      if (inserted < cell) cell = inserted;
      if (deleted < cell) cell = deleted;
      if (other === last && column > start && symbol === right[column - 1] && symbol !== other) {
        cell = Math.min(cell, before[column - 1]! + SWAPPED_NEIGHBOURS);
      }
      current[column + 1] = cell;
      if (cell < least) least = cell;
    }
    if (least > limit && leastBefore > limit) return least;
    leastBefore = least;
    [before, previous, current] = [previous, current, before];
  }
  return previous[rightEnd]!;
}

/* eslint-disable @typescript-eslint/no-non-null-assertion --
   the inner loop of the matcher: every index is within the typed array that it reads, by construction */
import { DELETION, MODES, SUBSTITUTION, SWAPPED_NEIGHBOURS, type Mode } from './costs.ts';
import { leastCost } from './families.ts';
import { massOf } from './mass.ts';
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
  const leftMass = mode === MODES.mixed ? massOf(left, mode) : left.mass;
  const rightMass = mode === MODES.mixed ? massOf(right, mode) : right.mass;
  const norm = Math.max(leftMass, rightMass);
  if (norm === 0 || isFarInMass(leftMass, rightMass, least)) return 0;
  const limit = limitFor(norm, least);
  if (mode === MODES.plain && isFarInFamilies(left, right, limit)) return 0;
  findDifference(left, right);
  bounds.mode = mode;
  bounds.limit = limit;
  const cost = alignmentCost(left, right, bounds);
  return cost > limit ? 0 : FULL_SIMILARITY - Math.ceil((cost * FULL_SIMILARITY) / norm);
}

/** True where the masses alone, a lower bound of the cost, say that two words cannot be similar enough. */
export function isFarInMass(left: number, right: number, least: number): boolean {
  const limit = (Math.max(left, right) * (FULL_SIMILARITY - least)) / FULL_SIMILARITY;
  return Math.abs(left - right) * LEAST_DELETION_SHARE > limit;
}

/** True where what is known of two words written out says that they cannot be similar enough, before any sound is looked at. */
export function isFarApart(left: Sound, right: Sound, least: number): boolean {
  if (isFarInMass(left.mass, right.mass, least)) return true;
  return isFarInFamilies(left, right, limitFor(Math.max(left.mass, right.mass), least));
}

function limitFor(norm: number, least: number): number {
  return Math.floor((norm * (FULL_SIMILARITY - least)) / FULL_SIMILARITY);
}

/** True where what either word has and the other cannot answer costs too much already. */
function isFarInFamilies(left: Sound, right: Sound, limit: number): boolean {
  return leastCost(left.own, right.answers) > limit || leastCost(right.own, left.answers) > limit;
}

function modeOf(left: Sound, right: Sound): Mode {
  if (left.isVowelless !== right.isVowelless) return MODES.mixed;
  return left.isVowelless ? MODES.vowelless : MODES.plain;
}

interface AlignmentBounds {
  mode: Mode;
  /** Give up above this cost. */
  limit: number;
}

/** One object for all alignments. */
const bounds: AlignmentBounds = { mode: MODES.plain, limit: 0 };

/** Where two words differ: both from `start`, up to their own end. One object, filled by `findDifference`. */
const difference = { start: 0, leftEnd: 0, rightEnd: 0 };

/** What both words begin and end with needs no alignment. */
function findDifference(left: Sound, right: Sound): void {
  const { codes: leftCodes, start: leftStart } = left;
  const { codes: rightCodes, start: rightStart } = right;
  let leftEnd = left.length;
  let rightEnd = right.length;
  let start = 0;
  while (start < leftEnd && start < rightEnd && leftCodes[leftStart + start] === rightCodes[rightStart + start])
    start += 1;
  while (
    leftEnd > start &&
    rightEnd > start &&
    leftCodes[leftStart + leftEnd - 1] === rightCodes[rightStart + rightEnd - 1]
  ) {
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
function alignmentCost(leftSound: Sound, rightSound: Sound, { mode, limit }: AlignmentBounds): number {
  const { codes: left, start: leftStart } = leftSound;
  const { codes: right, start: rightStart } = rightSound;
  const { start, leftEnd, rightEnd } = difference;
  const deletions = mode * ALPHABET_SIZE;
  let before: Uint16Array = rows[0];
  let previous: Uint16Array = rows[1];
  let current: Uint16Array = rows[2];
  let leastBefore = 0;
  previous[start] = 0;
  for (let column = start; column < rightEnd; column += 1) {
    previous[column + 1] = previous[column]! + DELETION[deletions + right[rightStart + column]!]!;
  }
  for (let row = start; row < leftEnd; row += 1) {
    const symbol = left[leftStart + row]!;
    const last = row > start ? left[leftStart + row - 1]! : 0;
    const deletion = DELETION[deletions + symbol]!;
    let cell = previous[start]! + deletion;
    let least = cell;
    current[start] = cell;
    for (let column = start; column < rightEnd; column += 1) {
      const other = right[rightStart + column]!;
      const inserted = cell + DELETION[deletions + other]!;
      const deleted = previous[column + 1]! + deletion;
      cell = previous[column]! + SUBSTITUTION[symbol * ALPHABET_SIZE + other]!;
      if (inserted < cell) cell = inserted;
      if (deleted < cell) cell = deleted;
      if (other === last && column > start && symbol === right[rightStart + column - 1] && symbol !== other) {
        cell = Math.min(cell, before[column - 1]! + SWAPPED_NEIGHBOURS);
      }
      current[column + 1] = cell;
      if (cell < least) least = cell;
    }
    if (least > limit && leastBefore > limit) return least;
    leastBefore = least;
    const free = before;
    before = previous;
    previous = current;
    current = free;
  }
  return previous[rightEnd]!;
}

/* eslint-disable @typescript-eslint/no-non-null-assertion --
   hot loops over scratch arrays of fixed size: every index is below SIDE by construction */
import type { PartKind } from '../parts/name-part.ts';
import { FULL_SIMILARITY, soundSimilarity } from '../sound/distance.ts';
import { joinSounds, type Sound } from '../sound/symbols.ts';
import { assign, SIDE, UNASSIGNED } from './assignment.ts';
import { SETTINGS } from './settings.ts';
import { MOST_FOR_NAME, type Units } from './units.ts';

/** One side of a comparison: its parts, by position. */
export interface ScoredName {
  readonly length: number;
  kindAt(index: number): PartKind;
  /** What the part is worth, by its rarity: 0 … 100. */
  weightAt(index: number): number;
  soundAt(index: number): Sound;
}

export type Joined = 'none' | 'left' | 'right';

/** Two parts that agree; with `joined`, the part of that side and the one after it, written as one. */
export interface PartMatch {
  readonly left: number;
  readonly right: number;
  readonly joined: Joined;
  readonly similarity: number;
  /** Agreement of 1,000 and weight; their product over `total` is the pair's share of the name score. */
  readonly gain: number;
  readonly weight: number;
}

const GAIN = new Uint16Array(FULL_SIMILARITY + 1);

/** Fills the table of agreement by similarity; called again only by those who try other settings. */
export function applySettings(): void {
  const { leastSimilarity, leastGain, steepness } = SETTINGS;
  for (let similarity = 0; similarity <= FULL_SIMILARITY; similarity += 1) {
    const share = (similarity - leastSimilarity) / (FULL_SIMILARITY - leastSimilarity);
    GAIN[similarity] = share < 0 ? 0 : Math.round(leastGain + (1000 - leastGain) * share ** steepness);
  }
}
applySettings();

/** Agreement of 1,000 at a similarity. */
export function gainOf(similarity: number): number {
  return GAIN[similarity] ?? 0;
}

/**
 * Compares two names part by part. One instance serves any number of comparisons, one after the other: fill
 * `similarity` (`left × SIDE + right`, of 200), call `score`, read `matches` and the sums while they last.
 */
export class NameScorer {
  readonly similarity = new Uint8Array(SIDE * SIDE);
  readonly matches: PartMatch[] = [];
  /** The score step by step: by agreement, cut for frequent parts, cut for another order. */
  readonly sums = { agreement: 0, sufficient: 0, final: 0 };
  private readonly values = new Float64Array(SIDE * SIDE);
  private readonly columnOfRow = new Uint8Array(SIDE);
  private leftUsed = 0;
  private rightUsed = 0;

  score(left: ScoredName, right: ScoredName): Units {
    this.matches.length = 0;
    this.leftUsed = 0;
    this.rightUsed = 0;
    this.matchSingles(left, right);
    if (this.matches.length < left.length || this.matches.length < right.length) this.matchJoined(left, right);
    return this.sumUp(left, right);
  }

  private matchSingles(left: ScoredName, right: ScoredName): void {
    for (let row = 0; row < left.length; row += 1) {
      for (let column = 0; column < right.length; column += 1) {
        const cell = row * SIDE + column;
        const gain = GAIN[this.similarity[cell]!]!;
        this.values[cell] = gain === 0 ? 0 : gain * (left.weightAt(row) + right.weightAt(column));
      }
    }
    assign(this.values, { rows: left.length, columns: right.length }, this.columnOfRow);
    for (let row = 0; row < left.length; row += 1) {
      const column = this.columnOfRow[row]!;
      if (column === UNASSIGNED) continue;
      const similarity = this.similarity[row * SIDE + column]!;
      const weight = (left.weightAt(row) + right.weightAt(column)) / 2;
      this.keep({ left: row, right: column, joined: 'none', similarity, gain: GAIN[similarity]!, weight });
    }
  }

  private keep(match: PartMatch): void {
    this.matches.push(match);
    this.leftUsed |= (match.joined === 'left' ? 3 : 1) << match.left;
    this.rightUsed |= (match.joined === 'right' ? 3 : 1) << match.right;
  }

  /** Two neighbours on one side that are one word on the other: where one of the three is still without counterpart. */
  private matchJoined(left: ScoredName, right: ScoredName): void {
    for (let first = 0; first + 1 < left.length; first += 1) {
      for (let column = 0; column < right.length; column += 1)
        this.tryJoined('left', { left, right, row: first, column });
    }
    for (let first = 0; first + 1 < right.length; first += 1) {
      for (let row = 0; row < left.length; row += 1) this.tryJoined('right', { left, right, row, column: first });
    }
  }

  private tryJoined(
    joined: 'left' | 'right',
    at: { left: ScoredName; right: ScoredName; row: number; column: number },
  ): void {
    const { left, right, row, column } = at;
    const leftParts = (joined === 'left' ? 3 : 1) << row;
    const rightParts = (joined === 'right' ? 3 : 1) << column;
    const pairIsUsed =
      joined === 'left' ? (this.leftUsed & leftParts) === leftParts : (this.rightUsed & rightParts) === rightParts;
    if (pairIsUsed) return;
    const similarity = joinedSimilarity(joined, at);
    if (similarity < SETTINGS.leastJoinedSimilarity) return;
    const leftWeight = joined === 'left' ? Math.max(left.weightAt(row), left.weightAt(row + 1)) : left.weightAt(row);
    const rightWeight =
      joined === 'right' ? Math.max(right.weightAt(column), right.weightAt(column + 1)) : right.weightAt(column);
    const match = {
      left: row,
      right: column,
      joined,
      similarity,
      gain: GAIN[similarity]!,
      weight: (leftWeight + rightWeight) / 2,
    };
    const displaced = this.matches.filter((other) => overlaps(other, leftParts, rightParts));
    if (displaced.reduce((sum, other) => sum + other.gain * other.weight, 0) >= match.gain * match.weight) return;
    for (const other of displaced) this.drop(other);
    this.keep(match);
  }

  private drop(match: PartMatch): void {
    this.matches.splice(this.matches.indexOf(match), 1);
    this.leftUsed &= ~((match.joined === 'left' ? 3 : 1) << match.left);
    this.rightUsed &= ~((match.joined === 'right' ? 3 : 1) << match.right);
  }

  private sumUp(left: ScoredName, right: ScoredName): Units {
    let agreed = 0;
    let weights = 0;
    for (const { gain, weight } of this.matches) {
      agreed += gain * weight;
      weights += weight;
    }
    const onlyLeft = missingWeight(left, this.leftUsed);
    const onlyRight = missingWeight(right, this.rightUsed);
    const both = Math.min(onlyLeft, onlyRight);
    const missing =
      both * SETTINGS.contradiction +
      (onlyLeft - both) * SETTINGS.extraGuestPart +
      (onlyRight - both) * SETTINGS.extraListedPart;
    const total = weights + missing / 100;
    this.sums.agreement = total === 0 ? 0 : Math.round((MOST_FOR_NAME * agreed) / (1000 * total));
    this.sums.sufficient = Math.round(this.sums.agreement * sufficiency(agreed / 1000));
    const cut = isSameOrder(this.matches) ? 0 : SETTINGS.otherOrder;
    this.sums.final = Math.max(0, this.sums.sufficient - cut);
    return this.sums.final;
  }
}

/** 1 where enough weight agrees, less in proportion below. */
function sufficiency(agreedWeight: number): number {
  const kept = SETTINGS.keptWithLittle / 100;
  return Math.min(1, kept + (1 - kept) * (agreedWeight / SETTINGS.enoughWeight));
}

function missingWeight(name: ScoredName, used: number): number {
  let sum = 0;
  for (let index = 0; index < name.length; index += 1) {
    if ((used & (1 << index)) !== 0) continue;
    const weight = name.weightAt(index);
    sum += Math.max(weight, leastMissing(name.kindAt(index)));
  }
  return sum;
}

function leastMissing(kind: PartKind): number {
  if (kind === 'light') return 0;
  return kind === 'full' ? SETTINGS.leastMissingWeight : SETTINGS.missingInitialWeight;
}

/** True where the pairs, in the order of one name, are in the order of the other or of that turned round. */
function isSameOrder(matches: readonly PartMatch[]): boolean {
  const order = matches.toSorted((one, other) => one.left - other.left).map(({ right }) => right);
  const descents = order.filter((right, index) => right > (order[(index + 1) % order.length] ?? 0));
  return descents.length <= 1;
}

function overlaps(match: PartMatch, leftParts: number, rightParts: number): boolean {
  const ownLeft = (match.joined === 'left' ? 3 : 1) << match.left;
  const ownRight = (match.joined === 'right' ? 3 : 1) << match.right;
  return (ownLeft & leftParts) !== 0 || (ownRight & rightParts) !== 0;
}

const LENGTH_TOLERANCE = 2;

function joinedSimilarity(
  joined: 'left' | 'right',
  { left, right, row, column }: { left: ScoredName; right: ScoredName; row: number; column: number },
): number {
  const [pair, first] = joined === 'left' ? [left, row] : [right, column];
  const single = joined === 'left' ? right.soundAt(column) : left.soundAt(row);
  const head = pair.soundAt(first);
  const tail = pair.soundAt(first + 1);
  const length = head.length + tail.length;
  const isPlain = !head.isVowelless && !single.isVowelless;
  if (isPlain && Math.abs(length - single.length) > LENGTH_TOLERANCE) return 0;
  return soundSimilarity(joinSounds(head, tail), single, SETTINGS.leastJoinedSimilarity);
}

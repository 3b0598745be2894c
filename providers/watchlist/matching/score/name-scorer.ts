/* eslint-disable @typescript-eslint/no-non-null-assertion --
   hot loops over scratch arrays of fixed size: every index is below SIDE by construction */
import type { PartKind } from '../parts/name-part.ts';
import { FULL_SIMILARITY } from '../sound/distance.ts';
import { assign, SIDE, UNASSIGNED } from './assignment.ts';
import { joinedSimilarity } from './joined-similarity.ts';
import { JOINED, PairList, type JoinedCode } from './pair-list.ts';
import type { ScoredName } from './scored-name.ts';
import { SETTINGS, type Weighing } from './settings.ts';
import { MOST_FOR_NAME, type Units } from './units.ts';

export type Joined = 'none' | 'left' | 'right';

/** Two parts that agree; with `joined`, the part of that side and the one after it, written as one. */
export interface PartMatch {
  readonly left: number;
  readonly right: number;
  readonly joined: Joined;
  readonly similarity: number;
  /** Agreement of 1,000 and weight, that of the commoner of the two, so that nothing agrees better than the same word; their product over `total` is the pair's share of the name score. */
  readonly gain: number;
  readonly weight: number;
}

/** By `JoinedCode`. */
const SIDES: readonly Joined[] = ['none', 'left', 'right'];
const NO_WEIGHTS = new Uint8Array(0);

/** Agreement of 1,000 by similarity. */
const GAIN = gainTable();

function gainTable(): Uint16Array {
  const { leastSimilarity, leastGain, steepness } = SETTINGS;
  return Uint16Array.from({ length: FULL_SIMILARITY + 1 }, (_, similarity) => {
    const share = (similarity - leastSimilarity) / (FULL_SIMILARITY - leastSimilarity);
    return share < 0 ? 0 : Math.round(leastGain + (1000 - leastGain) * share ** steepness);
  });
}

/** Agreement of 1,000 at a similarity. */
export function gainOf(similarity: number): number {
  return GAIN[similarity] ?? 0;
}

/** The least similarity that comes to an agreement. */
export function leastSimilarityFor(gain: number): number {
  return GAIN.findIndex((reached) => reached >= gain);
}

/** The most that a guest's name scores whose agreed parts weigh so much and whose other parts nothing answers to. */
export function mostFor(agreed: number, onlyGuest: number): Units {
  const share = agreed / (agreed + (onlyGuest * SETTINGS.extraGuestPart) / 100 || 1);
  return MOST_FOR_NAME * share * sufficiency(agreed + SETTINGS.completeBonus, SETTINGS);
}

/** 1 where enough weight agrees, less in proportion below. */
function sufficiency(agreedWeight: number, { keptWithLittle }: Weighing): number {
  const kept = keptWithLittle / 100;
  return Math.min(1, kept + (1 - kept) * (agreedWeight / SETTINGS.enoughWeight));
}

/**
 * Compares two names part by part. One instance serves any number of comparisons, one after the other: fill
 * `similarity` (`left × SIDE + right`, of 200), call `score`, read `matches` and the sums while they last.
 */
export class NameScorer {
  readonly similarity = new Uint8Array(SIDE * SIDE);
  /** The score step by step: by agreement, cut for frequent parts, cut for another order. */
  readonly sums = { agreement: 0, sufficient: 0, final: 0 };
  private readonly pairs = new PairList();
  private readonly values = new Float64Array(SIDE * SIDE);
  private readonly columnOfRow = new Uint8Array(SIDE);
  private leftUsed = 0;
  private rightUsed = 0;
  private leftSettled = 0;
  private rightSettled = 0;
  private leftWeights: Uint8Array = NO_WEIGHTS;
  private rightWeights: Uint8Array = NO_WEIGHTS;
  private readonly shape = { rows: 0, columns: 0 };
  private readonly weighing: Weighing;

  constructor(weighing: Weighing = SETTINGS) {
    this.weighing = weighing;
  }

  get matches(): PartMatch[] {
    const { count, left, right, joined, similarity, gain, weight } = this.pairs;
    return Array.from({ length: count }, (_, at) => ({
      left: left[at]!,
      right: right[at]!,
      joined: SIDES[joined[at]!]!,
      similarity: similarity[at]!,
      gain: gain[at]!,
      weight: weight[at]!,
    }));
  }

  score(left: ScoredName, right: ScoredName): Units {
    this.pairs.count = 0;
    this.leftWeights = left.weights;
    this.rightWeights = right.weights;
    this.shape.rows = left.length;
    this.shape.columns = right.length;
    this.leftUsed = 0;
    this.rightUsed = 0;
    this.leftSettled = 0;
    this.rightSettled = 0;
    this.matchSingles(left, right);
    if (this.pairs.count < left.length || this.pairs.count < right.length) this.matchJoined(left, right);
    return this.sumUp(left, right);
  }

  private matchSingles(left: ScoredName, right: ScoredName): void {
    const { similarity, values, columnOfRow, leftWeights, rightWeights } = this;
    for (let row = 0; row < left.length; row += 1) {
      for (let column = 0; column < right.length; column += 1) {
        const cell = row * SIDE + column;
        const gain = GAIN[similarity[cell]!]!;
        values[cell] = gain === 0 ? 0 : gain * Math.min(leftWeights[row]!, rightWeights[column]!);
      }
    }
    assign(values, this.shape, columnOfRow);
    for (let row = 0; row < left.length; row += 1) {
      const column = columnOfRow[row]!;
      if (column === UNASSIGNED) continue;
      const weight = Math.min(leftWeights[row]!, rightWeights[column]!);
      this.keep(this.pairs.add(row, column, JOINED.none), similarity[row * SIDE + column]!, weight);
    }
  }

  private keep(at: number, similarity: number, weight: number): void {
    const { pairs } = this;
    const gain = GAIN[similarity]!;
    pairs.similarity[at] = similarity;
    pairs.gain[at] = gain;
    pairs.weight[at] = weight;
    const left = pairs.leftParts(at);
    const right = pairs.rightParts(at);
    this.leftUsed |= left;
    this.rightUsed |= right;
    if (gain < SETTINGS.settledGain) return;
    this.leftSettled |= left;
    this.rightSettled |= right;
  }

  /** Two neighbours on one side that are one word on the other; parts that agree well as they are stay so. */
  private matchJoined(left: ScoredName, right: ScoredName): void {
    for (let row = 0; row < left.length; row += 1) {
      if ((this.leftSettled & (1 << row)) !== 0) continue;
      for (let column = 0; column < right.length; column += 1) {
        const cell = row * SIDE + column;
        if (row + 1 < left.length && this.areOpen(3 << row, 1 << column))
          this.join(JOINED.left, cell, joinedSimilarity(left, right, cell));
        if (column + 1 < right.length && this.areOpen(1 << row, 3 << column))
          this.join(JOINED.right, cell, joinedSimilarity(right, left, column * SIDE + row));
      }
    }
  }

  private areOpen(leftParts: number, rightParts: number): boolean {
    return (this.leftSettled & leftParts) === 0 && (this.rightSettled & rightParts) === 0;
  }

  /** Takes two parts as one with their counterpart, where that is worth more than the pairs that it breaks. */
  private join(joined: JoinedCode, cell: number, similarity: number): void {
    if (similarity === 0) return;
    const { pairs } = this;
    const row = Math.floor(cell / SIDE);
    const column = cell % SIDE;
    const leftWeight = heavier(this.leftWeights, row, joined === JOINED.left);
    const rightWeight = heavier(this.rightWeights, column, joined === JOINED.right);
    const weight = Math.min(leftWeight, rightWeight);
    const leftParts = (joined === JOINED.left ? 3 : 1) << row;
    const rightParts = (joined === JOINED.right ? 3 : 1) << column;
    let displaced = 0;
    for (let at = 0; at < pairs.count; at += 1) {
      if (pairs.overlaps(at, leftParts, rightParts)) displaced += pairs.gain[at]! * pairs.weight[at]!;
    }
    if (displaced >= GAIN[similarity]! * weight) return;
    for (let at = pairs.count - 1; at >= 0; at -= 1) if (pairs.overlaps(at, leftParts, rightParts)) this.drop(at);
    this.keep(pairs.add(row, column, joined), similarity, weight);
  }

  private drop(at: number): void {
    this.leftUsed &= ~this.pairs.leftParts(at);
    this.rightUsed &= ~this.pairs.rightParts(at);
    this.pairs.remove(at);
  }

  private sumUp(left: ScoredName, right: ScoredName): Units {
    const { pairs, sums } = this;
    let agreed = 0;
    let weights = 0;
    for (let at = 0; at < pairs.count; at += 1) {
      agreed += pairs.gain[at]! * pairs.weight[at]!;
      weights += pairs.weight[at]!;
    }
    const onlyLeft = missingWeight(left, this.leftUsed);
    const onlyRight = missingWeight(right, this.rightUsed);
    const both = Math.min(onlyLeft, onlyRight);
    const missing =
      both * this.weighing.contradiction +
      (onlyLeft - both) * SETTINGS.extraGuestPart +
      (onlyRight - both) * SETTINGS.extraListedPart;
    const total = weights + missing / 100;
    sums.agreement = total === 0 ? 0 : Math.round((MOST_FOR_NAME * agreed) / (1000 * total));
    sums.sufficient = Math.round(
      sums.agreement *
        sufficiency(agreed / 1000 + (onlyLeft + onlyRight === 0 ? this.weighing.completeBonus : 0), this.weighing),
    );
    const cut = pairs.isSameOrder() ? 0 : SETTINGS.otherOrder;
    sums.final = Math.max(0, sums.sufficient - cut);
    return sums.final;
  }
}

function missingWeight(name: ScoredName, used: number): number {
  const { weights } = name;
  let sum = 0;
  for (let index = 0; index < name.length; index += 1) {
    if ((used & (1 << index)) === 0) sum += Math.max(weights[index]!, leastMissing(name.kindAt(index)));
  }
  return sum;
}

function leastMissing(kind: PartKind): number {
  if (kind === 'light') return 0;
  return kind === 'full' ? SETTINGS.leastMissingWeight : SETTINGS.missingInitialWeight;
}

/** The weight of a part, or the greater of its own and the next one's. */
function heavier(weights: Uint8Array, index: number, isJoined: boolean): number {
  return isJoined ? Math.max(weights[index]!, weights[index + 1]!) : weights[index]!;
}

/* eslint-disable @typescript-eslint/no-non-null-assertion --
   hot loops over scratch arrays of fixed size: every index is below SIDE by construction */
import type { PartKind } from '../parts/name-part.ts';
import { FULL_SIMILARITY, soundSimilarity } from '../sound/distance.ts';
import { consonantClassOf } from '../sound/skeleton.ts';
import { joinSounds, type Sound } from '../sound/symbols.ts';
import { assign, SIDE, UNASSIGNED } from './assignment.ts';
import { SETTINGS, type Weighing } from './settings.ts';
import { MOST_FOR_NAME, type Units } from './units.ts';

/** One side of a comparison: its parts, by position. */
export interface ScoredName {
  readonly length: number;
  kindAt(index: number): PartKind;
  /** What the part is worth, by its rarity: 0 … 100. */
  weightAt(index: number): number;
  soundAt(index: number): Sound;
  soundLengthAt(index: number): number;
  /** Whether the sound is from a script without vowels. */
  isVowellessAt(index: number): boolean;
}

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
  readonly matches: PartMatch[] = [];
  /** The score step by step: by agreement, cut for frequent parts, cut for another order. */
  readonly sums = { agreement: 0, sufficient: 0, final: 0 };
  private readonly values = new Float64Array(SIDE * SIDE);
  private readonly columnOfRow = new Uint8Array(SIDE);
  private leftUsed = 0;
  private rightUsed = 0;
  private leftSettled = 0;
  private rightSettled = 0;
  private readonly weighing: Weighing;

  constructor(weighing: Weighing = SETTINGS) {
    this.weighing = weighing;
  }

  score(left: ScoredName, right: ScoredName): Units {
    this.matches.length = 0;
    this.leftUsed = 0;
    this.rightUsed = 0;
    this.leftSettled = 0;
    this.rightSettled = 0;
    this.matchSingles(left, right);
    if (this.matches.length < left.length || this.matches.length < right.length) this.matchJoined(left, right);
    return this.sumUp(left, right);
  }

  private matchSingles(left: ScoredName, right: ScoredName): void {
    for (let row = 0; row < left.length; row += 1) {
      for (let column = 0; column < right.length; column += 1) {
        const cell = row * SIDE + column;
        const gain = GAIN[this.similarity[cell]!]!;
        this.values[cell] = gain === 0 ? 0 : gain * Math.min(left.weightAt(row), right.weightAt(column));
      }
    }
    assign(this.values, { rows: left.length, columns: right.length }, this.columnOfRow);
    for (let row = 0; row < left.length; row += 1) {
      const column = this.columnOfRow[row]!;
      if (column === UNASSIGNED) continue;
      const similarity = this.similarity[row * SIDE + column]!;
      const weight = Math.min(left.weightAt(row), right.weightAt(column));
      this.keep({ left: row, right: column, joined: 'none', similarity, gain: GAIN[similarity]!, weight });
    }
  }

  private keep(match: PartMatch): void {
    this.matches.push(match);
    const left = leftPartsOf(match);
    const right = rightPartsOf(match);
    this.leftUsed |= left;
    this.rightUsed |= right;
    if (match.gain < SETTINGS.settledGain) return;
    this.leftSettled |= left;
    this.rightSettled |= right;
  }

  /** Two neighbours on one side that are one word on the other; parts that agree well as they are stay so. */
  private matchJoined(left: ScoredName, right: ScoredName): void {
    for (let row = 0; row < left.length; row += 1) {
      for (let column = 0; column < right.length; column += 1) {
        if (row + 1 < left.length && this.areOpen(3 << row, 1 << column))
          this.tryJoined('left', { left, right, row, column });
        if (column + 1 < right.length && this.areOpen(1 << row, 3 << column))
          this.tryJoined('right', { left, right, row, column });
      }
    }
  }

  private areOpen(leftParts: number, rightParts: number): boolean {
    return (this.leftSettled & leftParts) === 0 && (this.rightSettled & rightParts) === 0;
  }

  private tryJoined(joined: 'left' | 'right', at: Position): void {
    const similarity = joinedSimilarity(joined, at);
    if (similarity < SETTINGS.leastJoinedSimilarity) return;
    const weight = Math.min(
      weightOf(at.left, at.row, joined === 'left'),
      weightOf(at.right, at.column, joined === 'right'),
    );
    const match = { left: at.row, right: at.column, joined, similarity, gain: gainOf(similarity), weight };
    const displaced = this.matches.filter((other) => overlaps(other, match));
    if (displaced.reduce((sum, other) => sum + other.gain * other.weight, 0) >= match.gain * match.weight) return;
    for (const other of displaced) this.drop(other);
    this.keep(match);
  }

  private drop(match: PartMatch): void {
    this.matches.splice(this.matches.indexOf(match), 1);
    this.leftUsed &= ~leftPartsOf(match);
    this.rightUsed &= ~rightPartsOf(match);
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
      both * this.weighing.contradiction +
      (onlyLeft - both) * SETTINGS.extraGuestPart +
      (onlyRight - both) * SETTINGS.extraListedPart;
    const total = weights + missing / 100;
    this.sums.agreement = total === 0 ? 0 : Math.round((MOST_FOR_NAME * agreed) / (1000 * total));
    this.sums.sufficient = Math.round(
      this.sums.agreement *
        sufficiency(agreed / 1000 + (onlyLeft + onlyRight === 0 ? SETTINGS.completeBonus : 0), this.weighing),
    );
    const cut = isSameOrder(this.matches) ? 0 : SETTINGS.otherOrder;
    this.sums.final = Math.max(0, this.sums.sufficient - cut);
    return this.sums.final;
  }
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
  if (matches.length < 3) return true;
  const order = matches.toSorted((one, other) => one.left - other.left);
  let descents = 0;
  for (let index = 0; index < order.length; index += 1) {
    if (order[index]!.right > order[(index + 1) % order.length]!.right) descents += 1;
  }
  return descents <= 1;
}

/** The parts that a match takes up, as bits. */
function leftPartsOf({ left, joined }: PartMatch): number {
  return (joined === 'left' ? 3 : 1) << left;
}

function rightPartsOf({ right, joined }: PartMatch): number {
  return (joined === 'right' ? 3 : 1) << right;
}

function overlaps(one: PartMatch, other: PartMatch): boolean {
  return (leftPartsOf(one) & leftPartsOf(other)) !== 0 || (rightPartsOf(one) & rightPartsOf(other)) !== 0;
}

function weightOf(name: ScoredName, index: number, isJoined: boolean): number {
  return isJoined ? Math.max(name.weightAt(index), name.weightAt(index + 1)) : name.weightAt(index);
}

interface Position {
  readonly left: ScoredName;
  readonly right: ScoredName;
  readonly row: number;
  readonly column: number;
}

const LENGTH_TOLERANCE = 2;

function joinedSimilarity(joined: 'left' | 'right', { left, right, row, column }: Position): number {
  const [pair, first] = joined === 'left' ? [left, row] : [right, column];
  const [single, position] = joined === 'left' ? [right, column] : [left, row];
  const length = pair.soundLengthAt(first) + pair.soundLengthAt(first + 1);
  const isPlain = !pair.isVowellessAt(first) && !single.isVowellessAt(position);
  if (isPlain && Math.abs(length - single.soundLengthAt(position)) > LENGTH_TOLERANCE) return 0;
  const [head, tail, other] = [pair.soundAt(first), pair.soundAt(first + 1), single.soundAt(position)];
  if (isPlain && !beginOrEndAlike(head, tail, other)) return 0;
  return soundSimilarity(joinSounds(head, tail), other, SETTINGS.leastJoinedSimilarity);
}

/** Words that are alike enough to be one differ in one consonant at most, so their first or their last one agrees. */
function beginOrEndAlike(head: Sound, tail: Sound, other: Sound): boolean {
  return firstConsonantOf(head) === firstConsonantOf(other) || lastConsonantOf(tail) === lastConsonantOf(other);
}

function firstConsonantOf({ codes, length }: Sound): number {
  for (let index = 0; index < length; index += 1) {
    const consonant = consonantClassOf(codes[index]!);
    if (consonant > 0) return consonant;
  }
  return 0;
}

function lastConsonantOf({ codes, length }: Sound): number {
  for (let index = length - 1; index >= 0; index -= 1) {
    const consonant = consonantClassOf(codes[index]!);
    if (consonant > 0) return consonant;
  }
  return 0;
}

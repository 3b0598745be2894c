/* eslint-disable @typescript-eslint/no-non-null-assertion --
   hot loops over the index: word and name numbers come from the index itself */
import type { MatchIndex } from '../index/match-index.ts';
import { findRow } from '../index/rows.ts';
import { gainOf } from '../score/name-scorer.ts';
import { SETTINGS } from '../score/settings.ts';
import { joinSounds } from '../sound/symbols.ts';
import { skeletonLength, skeletonsOf } from '../sound/skeleton.ts';
import { similarityOf, wordOf, type QueryName, type QueryPart } from './query-name.ts';

const BUCKETS = 128;
const SHORTEST_JOINED = 3;
/** Names that agree completely are all kept, however many: one list has a person ninety times. */
const COMPLETE = 0.96;
const MOST_TIED = 512;
/** Names that only parts with less than this share of the weight lead to cannot score well: common parts come last. */
const LEAST_OPEN_SHARE = 0.35;
/** Names that agree on less than this share of what the best one agrees on are not looked at further. */
const LEAST_SHARE_OF_BEST = 0.3;
/** Words that may be written as one are credited with half an agreement (of 1,000) until they are compared. */
const HALF_GAIN = 500;
/** Offsets within a name's tally: query and part that it was last credited for, its gain from that part, and all gains. */
const [NAME_ROUND, PART_ROUND, PART_GAIN, AGREED, TALLY] = [0, 1, 2, 3, 4] as const;

/**
 * Gathers the listed names that could score well: every listed word that is like a part of the guest's name adds its
 * agreed weight to the names that hold it. No part has to be found exactly, and none has to be found at all.
 */
export class Candidates {
  /** The names kept, best estimate first. */
  readonly kept: number[] = [];
  private readonly index: MatchIndex;
  /** Four numbers a name, side by side because they are used together: see the offsets above. */
  private readonly tallies: Int32Array;
  private readonly touched: Uint32Array;
  private touchedCount = 0;
  private mostAgreed = 0;
  private round = 0;
  /** Whether a name that no part led to so far could still score well. */
  private mayAdd = true;
  private nameStart = 0;
  private readonly estimates: Float32Array;
  private readonly histogram = new Uint32Array(BUCKETS + 1);

  constructor(index: MatchIndex) {
    const { count } = index.names;
    this.index = index;
    this.tallies = new Int32Array(count * TALLY);
    this.touched = new Uint32Array(count);
    this.estimates = new Float32Array(count);
  }

  /** Fills `kept` with about `most` names. */
  gather(query: QueryName, most: number): void {
    this.touchedCount = 0;
    this.mostAgreed = 0;
    this.nameStart = this.round + 1;
    let open = query.weight;
    for (const position of rarestFirst(query)) {
      const part = query.partAt(position);
      this.round += 1;
      this.mayAdd = open >= query.weight * LEAST_OPEN_SHARE;
      this.addFound(part);
      this.addJoinedNames(part);
      this.addJoinedParts(query, position, part);
      open -= part.weight;
    }
    this.select(query, most);
  }

  private addFound(part: QueryPart): void {
    const { weights } = this.index.words;
    const { starts, values } = this.index.names.byWord;
    for (const packed of part.similarWords) {
      const word = wordOf(packed);
      const gain = gainOf(similarityOf(packed)) * Math.min(part.weight, weights[word]!);
      for (let at = starts[word]!; at < starts[word + 1]!; at += 1) this.credit(values[at]!, gain);
    }
  }

  /** A part may be two words of the list written as one … */
  private addJoinedNames(part: QueryPart): void {
    const [skeleton = 0] = part.skeletons;
    if (skeletonLength(skeleton) < SHORTEST_JOINED) return;
    const { byJoinedSkeleton } = this.index.names;
    const row = findRow(byJoinedSkeleton, skeleton);
    if (row < 0) return;
    for (let at = byJoinedSkeleton.starts[row]!; at < byJoinedSkeleton.starts[row + 1]!; at += 1) {
      this.credit(byJoinedSkeleton.values[at]!, part.weight * HALF_GAIN);
    }
  }

  /** … or a word of the list may be two parts written as one. */
  private addJoinedParts(query: QueryName, position: number, part: QueryPart): void {
    const next = query.parts[position + 1];
    if (next === undefined || part.kind !== 'full') return;
    const [skeleton = 0] = skeletonsOf(joinSounds(part.sound, next.sound));
    if (skeletonLength(skeleton) < SHORTEST_JOINED) return;
    const { words, names } = this.index;
    this.creditHolders(findRow(words.bySkeleton, skeleton), part.weight * HALF_GAIN, names.byWord);
  }

  private creditHolders(row: number, gain: number, byWord: MatchIndex['names']['byWord']): void {
    if (row < 0) return;
    const { starts, values } = this.index.words.bySkeleton;
    for (let index = starts[row]!; index < starts[row + 1]!; index += 1) {
      const word = values[index]!;
      for (let at = byWord.starts[word]!; at < byWord.starts[word + 1]!; at += 1) this.credit(byWord.values[at]!, gain);
    }
  }

  /** A part counts once for a name, at its best. */
  private credit(name: number, gain: number): void {
    const { tallies } = this;
    const at = name * TALLY;
    if (tallies[at + NAME_ROUND]! < this.nameStart) {
      if (!this.mayAdd) return;
      tallies[at + NAME_ROUND] = this.nameStart;
      tallies[at + AGREED] = 0;
      this.touched[this.touchedCount] = name;
      this.touchedCount += 1;
    }
    const known = tallies[at + PART_ROUND] === this.round ? tallies[at + PART_GAIN]! : 0;
    if (gain <= known) return;
    const agreed = tallies[at + AGREED]! + gain - known;
    tallies[at + PART_ROUND] = this.round;
    tallies[at + PART_GAIN] = gain;
    tallies[at + AGREED] = agreed;
    if (agreed > this.mostAgreed) this.mostAgreed = agreed;
  }

  private select(query: QueryName, most: number): void {
    this.histogram.fill(0);
    const least = this.mostAgreed * LEAST_SHARE_OF_BEST;
    for (let index = 0; index < this.touchedCount; index += 1) {
      const name = this.touched[index]!;
      const agreed = this.tallies[name * TALLY + AGREED]!;
      const estimate = agreed < least ? 0 : this.estimate(query, name, agreed / 1000);
      this.estimates[name] = estimate;
      const bucket = Math.floor(estimate * BUCKETS);
      this.histogram[bucket] = this.histogram[bucket]! + 1;
    }
    let bucket = BUCKETS;
    for (let count = this.histogram[bucket]!; bucket > 0 && count < most; count += this.histogram[bucket]!) bucket -= 1;
    this.kept.length = 0;
    for (let index = 0; index < this.touchedCount; index += 1) {
      const name = this.touched[index]!;
      if (this.estimates[name]! * BUCKETS >= bucket) this.kept.push(name);
    }
    this.kept.sort((left, right) => this.estimates[right]! - this.estimates[left]!);
    const complete = this.kept.findIndex((name) => this.estimates[name]! < COMPLETE);
    this.kept.length = Math.min(
      this.kept.length,
      Math.max(most * 2, Math.min(complete < 0 ? Infinity : complete, MOST_TIED)),
    );
  }

  /** What the name score would be if every part of either side that did not agree stayed without counterpart. */
  private estimate(query: QueryName, name: number, agreed: number): number {
    const onlyGuest = Math.max(0, query.weight - agreed);
    const onlyListed = Math.max(0, this.index.names.weights[name]! - agreed);
    const both = Math.min(onlyGuest, onlyListed);
    const missing =
      both * SETTINGS.contradiction +
      (onlyGuest - both) * SETTINGS.extraGuestPart +
      (onlyListed - both) * SETTINGS.extraListedPart;
    return Math.min(1, agreed / (agreed + missing / 100 + 0.001));
  }
}

function rarestFirst(query: QueryName): number[] {
  const positions = query.parts.map((_, position) => position);
  return positions.sort((left, right) => query.weightAt(right) - query.weightAt(left));
}

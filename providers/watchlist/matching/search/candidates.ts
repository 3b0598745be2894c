/* eslint-disable @typescript-eslint/no-non-null-assertion --
   hot loops over the index: word and name numbers come from the index itself */
import type { MatchIndex } from '../index/match-index.ts';
import { findRow, type Rows } from '../index/rows.ts';
import { mostFor } from '../score/name-scorer.ts';
import type { Units } from '../score/units.ts';
import { joinSounds } from '../sound/join-sounds.ts';
import type { Sound } from '../sound/symbols.ts';
import { toSoundBuffer } from '../sound/to-sound.ts';
import { skeletonLength, skeletonsOf, type SkeletonKey } from '../sound/skeleton.ts';
import { BUCKETS, leastAgreedFor, toEstimate } from './name-estimate.ts';
import { wordOf, type QueryName, type QueryPart } from './query-name.ts';

const SHORTEST_JOINED = 3;
/** Names that agree completely are all kept, however many: one list has a person ninety times. */
const COMPLETE = 0.96;
const MOST_TIED = 512;
/** Names that only parts with less than this share of the weight lead to cannot score well: common parts come last. */
const LEAST_OPEN_SHARE = 0.35;
/** Nor can names that would not reach this, well below the least score that is shown, with all that is left to find. */
const LEAST_REACHABLE: Units = 26_000;
/** Names that agree on less than this share of what the best one agrees on are not looked at further. */
const LEAST_SHARE_OF_BEST = 0.3;
/** Words that may be written as one are credited with half an agreement (of 1,000) until they are compared. */
const HALF_GAIN = 500;
/** Names that agree on this share of what the best one agrees on are estimated first. */
const FIRST_SHARE = 0.8;
/** Well below what 32 bits hold, with room for the slots of one more query. */
const LAST_SLOT_START = 1 << 30;

/**
 * Gathers the listed names that could score well: every listed word that is like a part of the guest's name adds its
 * agreed weight to the names that hold it. No part has to be found exactly, and none has to be found at all.
 */
export class Candidates {
  /** The names kept, best estimate first. */
  readonly kept: number[] = [];
  private readonly index: MatchIndex;
  /**
   * By name: its slot, counted on from query to query so that nothing need be cleared between them; below `slotStart`
   * it is that of an earlier query. A list holds many names, and one small number each stays near the processor.
   */
  private readonly slots: Int32Array;
  private slotStart = 1;
  /** By slot: the names that a part led to, the part that each was last credited for, what agrees, what that comes to. */
  private readonly touched: Uint32Array;
  private readonly credited: Uint8Array;
  private readonly agreed: Int32Array;
  private readonly estimates: Float32Array;
  private touchedCount = 0;
  /** Counts the parts of this query. */
  private round = 0;
  /** Whether a name that no part led to so far could still score well. */
  private mayAdd = true;
  private readonly joined = toSoundBuffer();
  private readonly histogram = new Uint32Array(BUCKETS + 1);

  constructor(index: MatchIndex) {
    const { count } = index.names;
    this.index = index;
    this.slots = new Int32Array(count);
    this.touched = new Uint32Array(count);
    this.credited = new Uint8Array(count);
    this.agreed = new Int32Array(count);
    this.estimates = new Float32Array(count);
  }

  /** Fills `kept` with about `most` names. `beside`: the most that other evidence may add to a name's score. */
  gather(query: QueryName, most: number, beside: Units): void {
    this.forget();
    let open = query.weight;
    for (const position of rarestFirst(query)) {
      const part = query.partAt(position);
      this.round += 1;
      this.mayAdd =
        open >= query.weight * LEAST_OPEN_SHARE && mostFor(open, query.weight - open) + beside >= LEAST_REACHABLE;
      const half = this.addFound(part, { from: 0, least: part.weight * HALF_GAIN });
      this.addJoinedNames(part);
      this.addJoinedParts(query, position, part);
      this.addFound(part, { from: half, least: 0 });
      open -= part.weight;
    }
    this.select(query, most);
  }

  /** Credits the holders of the words that are like a part, best first, down to a gain; says where it ended. */
  private addFound(part: QueryPart, { from, least }: { readonly from: number; readonly least: number }): number {
    const { byWord } = this.index.names;
    const { similarWords } = part;
    let at = from;
    for (; at < similarWords.length && similarWords[at + 1]! >= least; at += 2)
      this.credit(byWord, wordOf(similarWords[at]!), similarWords[at + 1]!);
    return at;
  }

  /** A part may be two words of the list written as one … */
  private addJoinedNames(part: QueryPart): void {
    const { byJoinedSkeleton } = this.index.names;
    for (const skeleton of joinedKeys(part.sound, part.skeletons)) {
      const row = findRow(byJoinedSkeleton, skeleton);
      if (row >= 0) this.credit(byJoinedSkeleton, row, part.weight * HALF_GAIN);
    }
  }

  /** … or a word of the list may be two parts written as one. */
  private addJoinedParts(query: QueryName, position: number, part: QueryPart): void {
    const next = query.parts[position + 1];
    if (next === undefined || (part.kind !== 'full' && !part.sound.isVowelless && !next.sound.isVowelless)) return;
    const joined = joinSounds(part.sound, next.sound, this.joined);
    const { words, names } = this.index;
    for (const skeleton of joinedKeys(joined, skeletonsOf(joined))) {
      const row = findRow(words.bySkeleton, skeleton);
      if (row < 0) continue;
      for (let index = words.bySkeleton.starts[row]!; index < words.bySkeleton.starts[row + 1]!; index += 1) {
        this.credit(names.byWord, words.bySkeleton.values[index]!, part.weight * HALF_GAIN);
      }
    }
  }

  /** Adds a gain to the names in a row. A part counts once for a name, at its best: the best gains come first. */
  private credit({ starts, values }: Rows, row: number, gain: number): void {
    const { slots, slotStart, credited, agreed, round } = this;
    const end = starts[row + 1]!;
    for (let at = starts[row]!; at < end; at += 1) {
      const name = values[at]!;
      const slot = slots[name]! - slotStart;
      if (slot < 0) {
        if (this.mayAdd) this.touch(name, gain);
      } else if (credited[slot] !== round) {
        credited[slot] = round;
        agreed[slot] = agreed[slot]! + gain;
      }
    }
  }

  private touch(name: number, gain: number): void {
    const slot = this.touchedCount;
    this.touched[slot] = name;
    this.credited[slot] = this.round;
    this.agreed[slot] = gain;
    this.slots[name] = this.slotStart + slot;
    this.touchedCount = slot + 1;
  }

  /** Makes all slots those of an earlier query. */
  private forget(): void {
    this.slotStart += this.touchedCount;
    this.touchedCount = 0;
    this.round = 0;
    if (this.slotStart < LAST_SLOT_START) return;
    this.slots.fill(0);
    this.slotStart = 1;
  }

  private select(query: QueryName, most: number): void {
    this.histogram.fill(0);
    this.estimateAll(query, most);
    const { touched, estimates, touchedCount } = this;
    const bucket = this.bucketOf(most);
    const best: number[] = [];
    for (let slot = 0; slot < touchedCount; slot += 1) {
      if (estimates[slot]! * BUCKETS >= bucket) best.push(slot);
    }
    best.sort((left, right) => estimates[right]! - estimates[left]!);
    const complete = best.findIndex((slot) => estimates[slot]! < COMPLETE);
    const count = Math.max(most * 2, Math.min(complete < 0 ? Infinity : complete, MOST_TIED));
    this.kept.length = 0;
    for (const slot of best) if (this.kept.length < count) this.kept.push(touched[slot]!);
  }

  /** The bucket from which on there are so many estimates; 0 where there are fewer. */
  private bucketOf(most: number): number {
    const { histogram } = this;
    let bucket = BUCKETS;
    for (let count = histogram[bucket]!; bucket > 0 && count < most; count += histogram[bucket]!) bucket -= 1;
    return bucket;
  }

  /**
   * Estimates the names that a part led to: first those that agree on most, then of the others those that could still be
   * among the best. A frequent part leads to thousands of names, and the weight of each is far away in memory.
   */
  private estimateAll(query: QueryName, most: number): void {
    const { agreed, estimates, touchedCount } = this;
    let mostAgreed = 0;
    for (let slot = 0; slot < touchedCount; slot += 1) if (agreed[slot]! > mostAgreed) mostAgreed = agreed[slot]!;
    const first = mostAgreed * FIRST_SHARE;
    for (let slot = 0; slot < touchedCount; slot += 1) if (agreed[slot]! >= first) this.estimate(query, slot);
    const leastForBest = leastAgreedFor(query.weight, this.bucketOf(most), mostAgreed);
    const least = Math.max(mostAgreed * LEAST_SHARE_OF_BEST, leastForBest);
    for (let slot = 0; slot < touchedCount; slot += 1) {
      if (agreed[slot]! >= first) continue;
      if (agreed[slot]! >= least) this.estimate(query, slot);
      else estimates[slot] = 0;
    }
  }

  private estimate(query: QueryName, slot: number): void {
    const { weights } = this.index.names;
    const estimate = toEstimate(query.weight, weights[this.touched[slot]!]!, this.agreed[slot]! / 1000);
    this.estimates[slot] = estimate;
    const bucket = Math.floor(estimate * BUCKETS);
    this.histogram[bucket] = this.histogram[bucket]! + 1;
  }
}

/** What a word that may be two is sought by: its plainest reading, or each where a script leaves much to read. */
function joinedKeys(sound: Sound, skeletons: readonly SkeletonKey[]): readonly SkeletonKey[] {
  const keys = sound.isVowelless ? skeletons : skeletons.slice(0, 1);
  return keys.filter((key) => skeletonLength(key) >= SHORTEST_JOINED);
}

function rarestFirst(query: QueryName): number[] {
  const positions = query.parts.map((_, position) => position);
  return positions.sort((left, right) => query.weights[right]! - query.weights[left]!);
}

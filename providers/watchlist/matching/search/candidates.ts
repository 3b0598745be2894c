/* eslint-disable @typescript-eslint/no-non-null-assertion --
   hot loops over the index: word and name numbers come from the index itself */
import type { MatchIndex } from '../index/match-index.ts';
import { findRow, type Rows } from '../index/rows.ts';
import { mostFor } from '../score/name-scorer.ts';
import { SETTINGS } from '../score/settings.ts';
import type { Units } from '../score/units.ts';
import { joinSounds, type Sound } from '../sound/symbols.ts';
import { skeletonLength, skeletonsOf, type SkeletonKey } from '../sound/skeleton.ts';
import { wordOf, type QueryName, type QueryPart } from './query-name.ts';

const BUCKETS = 128;
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

/**
 * Gathers the listed names that could score well: every listed word that is like a part of the guest's name adds its
 * agreed weight to the names that hold it. No part has to be found exactly, and none has to be found at all.
 */
export class Candidates {
  /** The names kept, best estimate first. */
  readonly kept: number[] = [];
  private readonly index: MatchIndex;
  /** Two numbers a name, side by side because they are used together: the part that it was last credited for, its slot. */
  private readonly states: Int32Array;
  /** By slot: the names that a part led to, what agrees, what that comes to. */
  private readonly touched: Uint32Array;
  private readonly agreed: Int32Array;
  private readonly estimates: Float32Array;
  private touchedCount = 0;
  /** Counts parts of all queries; those of this query are from `nameStart` on. */
  private round = 0;
  private nameStart = 0;
  /** Whether a name that no part led to so far could still score well. */
  private mayAdd = true;
  private readonly histogram = new Uint32Array(BUCKETS + 1);

  constructor(index: MatchIndex) {
    const { count } = index.names;
    this.index = index;
    this.states = new Int32Array(count * 2);
    this.touched = new Uint32Array(count);
    this.agreed = new Int32Array(count);
    this.estimates = new Float32Array(count);
  }

  /** Fills `kept` with about `most` names. `beside`: the most that other evidence may add to a name's score. */
  gather(query: QueryName, most: number, beside: Units): void {
    this.touchedCount = 0;
    this.nameStart = this.round + 1;
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
    const { similarWords, gains } = part;
    let at = from;
    for (; at < gains.length && gains[at]! >= least; at += 1)
      this.credit(byWord, wordOf(similarWords[at]!), gains[at]!);
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
    const joined = joinSounds(part.sound, next.sound);
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
    const { states, agreed, round, nameStart } = this;
    const end = starts[row + 1]!;
    for (let at = starts[row]!; at < end; at += 1) {
      const name = values[at]!;
      const last = states[name * 2]!;
      if (last === round) continue;
      if (last >= nameStart) {
        const slot = states[name * 2 + 1]!;
        agreed[slot] = agreed[slot]! + gain;
      } else {
        if (!this.mayAdd) continue;
        const slot = this.touchedCount;
        this.touched[slot] = name;
        agreed[slot] = gain;
        states[name * 2 + 1] = slot;
        this.touchedCount = slot + 1;
      }
      states[name * 2] = round;
    }
  }

  private select(query: QueryName, most: number): void {
    const { touched, estimates, histogram, touchedCount } = this;
    histogram.fill(0);
    this.estimateAll(query);
    let bucket = BUCKETS;
    for (let count = histogram[bucket]!; bucket > 0 && count < most; count += histogram[bucket]!) bucket -= 1;
    const slots: number[] = [];
    for (let slot = 0; slot < touchedCount; slot += 1) {
      if (estimates[slot]! * BUCKETS >= bucket) slots.push(slot);
    }
    slots.sort((left, right) => estimates[right]! - estimates[left]!);
    const complete = slots.findIndex((slot) => estimates[slot]! < COMPLETE);
    const count = Math.max(most * 2, Math.min(complete < 0 ? Infinity : complete, MOST_TIED));
    this.kept.length = 0;
    for (const slot of slots) if (this.kept.length < count) this.kept.push(touched[slot]!);
  }

  private estimateAll(query: QueryName): void {
    const { touched, agreed, estimates, histogram, touchedCount } = this;
    let mostAgreed = 0;
    for (let slot = 0; slot < touchedCount; slot += 1) if (agreed[slot]! > mostAgreed) mostAgreed = agreed[slot]!;
    const least = mostAgreed * LEAST_SHARE_OF_BEST;
    const { weights } = this.index.names;
    for (let slot = 0; slot < touchedCount; slot += 1) {
      const weight = agreed[slot]!;
      const estimate = weight < least ? 0 : toEstimate(query.weight, weights[touched[slot]!]!, weight / 1000);
      estimates[slot] = estimate;
      const bucket = Math.floor(estimate * BUCKETS);
      histogram[bucket] = histogram[bucket]! + 1;
    }
  }
}

/** What the name score would be if every part of either side that did not agree stayed without counterpart. */
function toEstimate(guestWeight: number, listedWeight: number, agreed: number): number {
  const onlyGuest = Math.max(0, guestWeight - agreed);
  const onlyListed = Math.max(0, listedWeight - agreed);
  const both = Math.min(onlyGuest, onlyListed);
  const missing =
    both * SETTINGS.contradiction +
    (onlyGuest - both) * SETTINGS.extraGuestPart +
    (onlyListed - both) * SETTINGS.extraListedPart;
  return Math.min(1, agreed / (agreed + missing / 100 + 0.001));
}

/** What a word that may be two is sought by: its plainest reading, or each where a script leaves much to read. */
function joinedKeys(sound: Sound, skeletons: readonly SkeletonKey[]): readonly SkeletonKey[] {
  const keys = sound.isVowelless ? skeletons : skeletons.slice(0, 1);
  return keys.filter((key) => skeletonLength(key) >= SHORTEST_JOINED);
}

function rarestFirst(query: QueryName): number[] {
  const positions = query.parts.map((_, position) => position);
  return positions.sort((left, right) => query.weightAt(right) - query.weightAt(left));
}

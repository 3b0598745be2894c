/* eslint-disable @typescript-eslint/no-non-null-assertion --
   hot loops over the index: word numbers and rows come from the index itself */
import { KINDS } from '../index/word-table-builder.ts';
import { KIND_BITS, VOWELLESS_BIT, type WordTable } from '../index/match-index.ts';
import { findRow, type KeyedRows } from '../index/rows.ts';
import type { PartKind } from '../parts/name-part.ts';
import { partSimilarity, VARIANT_SIMILARITY } from '../score/part-similarity.ts';
import { SETTINGS } from '../score/settings.ts';
import { LONGEST_SOUND, type Sound } from '../sound/symbols.ts';
import { variantGroupsOf } from '../parts/variants.ts';
import { FULL_SIMILARITY, isFarInMass, ownMassOf } from '../sound/distance.ts';
import { gappedSkeletons, type SkeletonKey } from '../sound/skeleton.ts';
import { typoKeysOf } from '../sound/typo-keys.ts';
import { packSimilarWord } from './query-name.ts';
import type { ComparablePart } from '../score/part-similarity.ts';

/** A listed word, loaded from the index into one reused object. */
export class LoadedWord {
  kind: PartKind = 'full';
  hash = 0;
  readonly sound: { codes: Uint8Array; length: number; isVowelless: boolean } & Sound = {
    codes: new Uint8Array(LONGEST_SOUND),
    length: 0,
    isVowelless: false,
  };

  load(words: WordTable, word: number): this {
    const start = words.soundStarts[word]!;
    const length = words.soundStarts[word + 1]! - start;
    for (let index = 0; index < length; index += 1) this.sound.codes[index] = words.sounds[start + index]!;
    this.sound.length = length;
    const flags = words.flags[word]!;
    this.sound.isVowelless = (flags & VOWELLESS_BIT) !== 0;
    this.kind = KINDS[flags & KIND_BITS]!;
    this.hash = words.hashes[word]!;
    return this;
  }
}

/** What a part is sought by. */
export interface SoughtPart extends ComparablePart {
  readonly text: string;
  readonly skeletons: readonly SkeletonKey[];
}

/** Finds the listed words that are like a part of a guest's name, without needing any letter to be equal. */
export class SimilarWords {
  private readonly found: Uint32Array;
  private count = 0;
  private readonly words: WordTable;
  private readonly seen: Uint32Array;
  private round = 0;
  private mass = 0;
  private readonly candidate = new LoadedWord();

  constructor(words: WordTable) {
    this.words = words;
    this.found = new Uint32Array(words.count);
    this.seen = new Uint32Array(words.count);
  }

  /** Packed by `packSimilarWord`. */
  find(part: SoughtPart): Uint32Array {
    this.count = 0;
    this.mass = ownMassOf(part.sound);
    this.round += 1;
    for (const group of variantGroupsOf(part.text)) this.addVariants(part, group);
    if (part.kind === 'initial') this.findSameInitial(part);
    else this.findBySound(part);
    return this.found.slice(0, this.count);
  }

  /** An initial stands for too many words to seek them all; names that hold the same initial are found by it. */
  private findSameInitial(part: SoughtPart): void {
    const { bySkeleton, hashes } = this.words;
    const row = findRow(bySkeleton, part.skeletons[0] ?? 0);
    if (row < 0) return;
    for (let index = bySkeleton.starts[row]!; index < bySkeleton.starts[row + 1]!; index += 1) {
      const word = bySkeleton.values[index]!;
      if (hashes[word] === part.hash) this.keep(word, FULL_SIMILARITY);
    }
  }

  private findBySound(part: SoughtPart): void {
    for (const skeleton of part.skeletons) {
      this.compareRow(part, this.words.bySkeleton, skeleton);
      this.compareRow(part, this.words.byGappedSkeleton, skeleton);
    }
    for (const gapped of new Set(part.skeletons.flatMap(gappedSkeletons))) {
      this.compareRow(part, this.words.bySkeleton, gapped);
      this.compareRow(part, this.words.byGappedSkeleton, gapped);
    }
    for (const typo of typoKeysOf(part.sound)) this.compareRow(part, this.words.byTypo, typo);
  }

  private addVariants(part: SoughtPart, group: number): void {
    const { byVariant } = this.words;
    const row = findRow(byVariant, group);
    if (row < 0) return;
    for (let index = byVariant.starts[row]!; index < byVariant.starts[row + 1]!; index += 1) {
      const word = byVariant.values[index]!;
      if (this.seen[word] === this.round) continue;
      this.seen[word] = this.round;
      this.keep(word, Math.max(VARIANT_SIMILARITY, partSimilarity(part, this.candidate.load(this.words, word))));
    }
  }

  private compareRow(part: SoughtPart, rows: KeyedRows, key: number): void {
    const row = findRow(rows, key);
    if (row < 0) return;
    for (let index = rows.starts[row]!; index < rows.starts[row + 1]!; index += 1) {
      const word = rows.values[index]!;
      if (this.seen[word] === this.round) continue;
      this.seen[word] = this.round;
      this.compare(part, word);
    }
  }

  private compare(part: SoughtPart, word: number): void {
    const isListedVowelless = (this.words.flags[word]! & VOWELLESS_BIT) !== 0;
    if (
      isListedVowelless === part.sound.isVowelless &&
      isFarInMass(this.mass, this.words.masses[word]!, SETTINGS.leastSimilarity)
    )
      return;
    const similarity = partSimilarity(part, this.candidate.load(this.words, word));
    if (similarity >= SETTINGS.leastSimilarity) this.keep(word, similarity);
  }

  private keep(word: number, similarity: number): void {
    this.found[this.count] = packSimilarWord(word, similarity);
    this.count += 1;
  }
}

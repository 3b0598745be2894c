/* eslint-disable @typescript-eslint/no-non-null-assertion --
   hot loops over the index: word numbers and rows come from the index itself */
import type { WordTable } from '../index/match-index.ts';
import { findRow, type KeyedRows } from '../index/rows.ts';
import { hashOfWord, isVowellessWord, kindOfWord, loadSound, massOfWord } from '../index/word-facts.ts';
import type { PartKind } from '../parts/name-part.ts';
import { partSimilarity, SWAPPED_SIMILARITY, VARIANT_SIMILARITY } from '../score/part-similarity.ts';
import { SETTINGS } from '../score/settings.ts';
import { toSoundBuffer, type SoundBuffer } from '../sound/to-sound.ts';
import { variantGroupsOf } from '../parts/variants.ts';
import { FULL_SIMILARITY, isFarInMass } from '../sound/distance.ts';
import { gappedSkeletons, type SkeletonKey } from '../sound/skeleton.ts';
import { typoKeysOf } from '../sound/typo-keys.ts';
import { packSimilarWord } from './query-name.ts';
import { swappedHashesOf } from './swapped-letters.ts';
import type { ComparablePart } from '../score/part-similarity.ts';

/** A listed word, loaded from the index into one reused object. */
export class LoadedWord {
  kind: PartKind = 'full';
  hash = 0;
  readonly sound: SoundBuffer = toSoundBuffer();

  load(words: WordTable, word: number): this {
    loadSound(words, word, this.sound);
    this.kind = kindOfWord(words, word);
    this.hash = hashOfWord(words, word);
    return this;
  }
}

const LAST_ROUND = 255;

/** What a part is sought by. */
export interface SoughtPart extends ComparablePart {
  readonly text: string;
  readonly skeletons: readonly SkeletonKey[];
}

/** Finds the listed words that are like a part of a guest's name, without needing any letter to be equal. */
export class SimilarWords {
  /** The first `count` are what was found last, packed by `packSimilarWord`. */
  readonly found: Uint32Array;
  count = 0;
  private readonly words: WordTable;
  /** By word: the round in which it was seen last. Eight bits, so that the words of a large list stay near the processor. */
  private readonly seen: Uint8Array;
  private round = 0;
  private readonly candidate = new LoadedWord();

  constructor(words: WordTable) {
    this.words = words;
    // An initial that is a form of a name too is found twice.
    this.found = new Uint32Array(words.count * 2);
    this.seen = new Uint8Array(words.count);
  }

  /** Fills `found`. */
  find(part: SoughtPart): void {
    this.count = 0;
    this.beginRound();
    const { byText, byVariant } = this.words;
    for (const group of variantGroupsOf(part.text))
      this.addAtLeast(part, VARIANT_SIMILARITY, { rows: byVariant, key: group });
    for (const hash of swappedHashesOf(part.text))
      this.addAtLeast(part, SWAPPED_SIMILARITY, { rows: byText, key: hash });
    if (part.kind === 'initial') this.findSameInitial(part);
    else this.findBySound(part);
  }

  private beginRound(): void {
    this.round += 1;
    if (this.round <= LAST_ROUND) return;
    this.seen.fill(0);
    this.round = 1;
  }

  /** An initial stands for too many words to seek them all; names that hold the same initial are found by it. */
  private findSameInitial(part: SoughtPart): void {
    const { bySkeleton } = this.words;
    const row = findRow(bySkeleton, part.skeletons[0] ?? 0);
    if (row < 0) return;
    for (let index = bySkeleton.starts[row]!; index < bySkeleton.starts[row + 1]!; index += 1) {
      const word = bySkeleton.values[index]!;
      if (hashOfWord(this.words, word) === part.hash) this.keep(word, FULL_SIMILARITY);
    }
  }

  private findBySound(part: SoughtPart): void {
    for (const skeleton of part.skeletons) {
      this.compareRow(part, this.words.bySkeleton, skeleton);
      this.compareRow(part, this.words.byGappedSkeleton, skeleton);
    }
    for (const gapped of allGapped(part.skeletons)) {
      this.compareRow(part, this.words.bySkeleton, gapped);
      this.compareRow(part, this.words.byGappedSkeleton, gapped);
    }
    for (const typo of typoKeysOf(part.sound)) this.compareRow(part, this.words.byTypo, typo);
  }

  /** Words that are known to be alike at least so much, whatever they sound like. */
  private addAtLeast(part: SoughtPart, least: number, { rows, key }: { rows: KeyedRows; key: number }): void {
    const row = findRow(rows, key);
    if (row < 0) return;
    for (let index = rows.starts[row]!; index < rows.starts[row + 1]!; index += 1) {
      const word = rows.values[index]!;
      if (this.seen[word] === this.round) continue;
      this.seen[word] = this.round;
      this.keep(word, Math.max(least, partSimilarity(part, this.candidate.load(this.words, word))));
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
    if (
      isVowellessWord(this.words, word) === part.sound.isVowelless &&
      isFarInMass(part.sound.mass, massOfWord(this.words, word), SETTINGS.leastSimilarity)
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

function allGapped(skeletons: readonly SkeletonKey[]): readonly SkeletonKey[] {
  const [first = 0] = skeletons;
  return skeletons.length === 1 ? gappedSkeletons(first) : [...new Set(skeletons.flatMap(gappedSkeletons))];
}

/* eslint-disable @typescript-eslint/no-non-null-assertion --
   word numbers come from this builder itself */
import { shareOfPeople } from '../parts/common-names.ts';
import { CERTAINTIES } from '../parts/name-part.ts';
import { variantGroupsOf } from '../parts/variants.ts';
import { keyOf, type Word } from '../parts/word.ts';
import { soundOf } from '../sound/encode.ts';
import { endsOf } from '../sound/ends.ts';
import { joinSounds, sharedSound } from '../sound/join-sounds.ts';
import { gappedSkeletons, joinSkeletons, skeletonsOf, type SkeletonKey } from '../sound/skeleton.ts';
import { LONGEST_SOUND } from '../sound/symbols.ts';
import { toSoundBuffer } from '../sound/to-sound.ts';
import { typoKeysOf } from '../sound/typo-keys.ts';
import type { WordTable } from './match-index.ts';
import { rarityWeight } from './rarity.ts';
import { findRow, KeyedRowsBuilder, NumberList, type KeyedRows } from './rows.ts';
import { textHash } from './text-hash.ts';
import { kindOfWord, loadSound, soundLengthOfWord } from './word-facts.ts';
import { WordFactsBuilder } from './word-facts-builder.ts';

/** Collects distinct words with their sounds, what they are found by, and how many names hold them. */
export class WordTableBuilder {
  private readonly indexes = new Map<string, number>();
  private readonly facts = new WordFactsBuilder();
  private readonly certainties = new NumberList();
  private readonly peopleShares: number[] = [];
  private readonly skeletons = new NumberList();
  private readonly nameCounts = new NumberList();
  private readonly bySkeleton = new KeyedRowsBuilder();
  private readonly byGappedSkeleton = new KeyedRowsBuilder();
  private readonly byText = new KeyedRowsBuilder();
  private readonly byTypo = new KeyedRowsBuilder();
  private readonly byVariant = new KeyedRowsBuilder();
  private readonly head = toSoundBuffer();
  private readonly tail = toSoundBuffer();

  /** The index of a word, new or known. */
  add(word: Word): number {
    const key = keyOf(word);
    const known = this.indexes.get(key);
    if (known !== undefined) return known;
    const index = this.facts.count;
    this.indexes.set(key, index);
    this.addNew(word, index);
    return index;
  }

  private addNew(word: Word, index: number): void {
    const sound = soundOf(word);
    const hash = textHash(word.text);
    this.facts.add({ hash, kind: word.kind, ends: endsOf(sound), sound });
    this.certainties.push(CERTAINTIES.indexOf(word.certainty));
    this.peopleShares.push(shareOfPeople(word.text));
    this.nameCounts.push(0);
    this.byText.add(hash, index);
    this.addSkeletons(skeletonsOf(sound), index);
    for (const key of typoKeysOf(sound)) this.byTypo.add(key, index);
    for (const group of variantGroupsOf(word.text)) this.byVariant.add(group, index);
  }

  private addSkeletons(skeletons: readonly SkeletonKey[], index: number): void {
    const [plainest = 0] = skeletons;
    this.skeletons.push(plainest);
    for (const key of skeletons) this.bySkeleton.add(key, index);
    const gapped = skeletons.length === 1 ? gappedSkeletons(plainest) : new Set(skeletons.flatMap(gappedSkeletons));
    for (const key of gapped) this.byGappedSkeleton.add(key, index);
  }

  countName(word: number): void {
    this.nameCounts.set(word, this.nameCounts.at(word) + 1);
  }

  /** The plainest skeleton of two words written as one. */
  joinedSkeleton(head: number, tail: number): SkeletonKey {
    const { head: first, tail: second } = this;
    loadSound(this.facts, head, first);
    loadSound(this.facts, tail, second);
    if (first.length + second.length > LONGEST_SOUND) return skeletonsOf(joinSounds(first, second))[0] ?? 0;
    return joinSkeletons(this.skeletons.at(head), this.skeletons.at(tail), sharedSound(first, second));
  }

  /** `names`: how many names there are. */
  toTable(names: number): WordTable {
    const bySkeleton = this.bySkeleton.toKeyedRows();
    const skeletonNames = this.countNames(bySkeleton);
    for (let word = 0; word < this.facts.count; word += 1) {
      const row = findRow(bySkeleton, this.skeletons.at(word));
      this.facts.setWeight(word, this.weigh(word, { names, skeletonHolders: skeletonNames[row] ?? 0 }));
    }
    return {
      count: this.facts.count,
      facts: this.facts.toFacts(),
      sounds: this.facts.toSounds(),
      bySkeleton,
      byGappedSkeleton: this.byGappedSkeleton.toKeyedRows(),
      byText: this.byText.toKeyedRows(),
      byTypo: this.byTypo.toKeyedRows(),
      byVariant: this.byVariant.toKeyedRows(),
      skeletonNames,
    };
  }

  private weigh(word: number, { names, skeletonHolders }: { names: number; skeletonHolders: number }): number {
    return rarityWeight({
      kind: kindOfWord(this.facts, word),
      certainty: CERTAINTIES[this.certainties.at(word)] ?? 'spelled',
      peopleShare: this.peopleShares[word]!,
      length: soundLengthOfWord(this.facts, word),
      holders: this.nameCounts.at(word),
      skeletonHolders,
      names,
    });
  }

  private countNames({ starts, values, keys }: KeyedRows): Uint32Array {
    const counts = new Uint32Array(keys.length);
    for (let row = 0; row < keys.length; row += 1) {
      let count = 0;
      for (let at = starts[row]!; at < starts[row + 1]!; at += 1) count += this.nameCounts.at(values[at]!);
      counts[row] = count;
    }
    return counts;
  }
}

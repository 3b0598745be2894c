import type { PartKind } from '../parts/name-part.ts';
import type { Word } from '../parts/read-name.ts';
import { variantGroupsOf } from '../parts/variants.ts';
import { soundOf } from '../sound/encode.ts';
import { ownMassOf } from '../sound/distance.ts';
import { typoKeysOf } from '../sound/typo-keys.ts';
import { gappedSkeletons, skeletonsOf } from '../sound/skeleton.ts';
import type { Sound } from '../sound/symbols.ts';
import { VOWELLESS_BIT, type WordTable } from './match-index.ts';
import { rarityWeight } from './rarity.ts';
import { findRow, KeyedRowsBuilder, type KeyedRows } from './rows.ts';
import { textHash } from './text-hash.ts';

export const KINDS: readonly PartKind[] = ['full', 'light', 'initial'];

/** Collects distinct words with their sounds and how many names hold them. */
export class WordTableBuilder {
  private readonly indexes = new Map<string, number>();
  private readonly words: Word[] = [];
  private readonly sounds: Sound[] = [];
  private readonly nameCounts: number[] = [];

  /** The index of a word, new or known. */
  add(word: Word): number {
    const key = keyOf(word);
    const known = this.indexes.get(key);
    if (known !== undefined) return known;
    const index = this.words.length;
    this.indexes.set(key, index);
    this.words.push(word);
    this.sounds.push(soundOf(word));
    this.nameCounts.push(0);
    return index;
  }

  countName(word: number): void {
    this.nameCounts[word] = (this.nameCounts[word] ?? 0) + 1;
  }

  soundOf(word: number): Sound {
    const sound = this.sounds[word];
    if (sound === undefined) throw new RangeError(`no word ${word}`);
    return sound;
  }

  toTable(names: number): WordTable {
    const skeletons = this.sounds.map(skeletonsOf);
    const [bySkeleton, byGappedSkeleton] = groupBySkeleton(skeletons);
    const skeletonNames = this.countNames(bySkeleton);
    return {
      count: this.words.length,
      hashes: Uint32Array.from(this.words, ({ text }) => textHash(text)),
      flags: Uint8Array.from(
        this.words,
        ({ kind, certainty }) => KINDS.indexOf(kind) + (certainty === 'consonants' ? VOWELLESS_BIT : 0),
      ),
      weights: Uint8Array.from(this.words, ({ text, kind, certainty }, index) =>
        rarityWeight({
          text,
          kind,
          certainty,
          length: this.soundOf(index).length,
          holders: this.nameCounts[index] ?? 0,
          skeletonHolders: skeletonNames[findRow(bySkeleton, skeletons[index]?.[0] ?? 0)] ?? 0,
          names,
        }),
      ),
      masses: Uint16Array.from(this.sounds, ownMassOf),
      ...this.layOutSounds(),
      bySkeleton,
      byGappedSkeleton,
      byTypo: groupByTypo(this.sounds),
      byVariant: this.groupByVariant(),
      skeletonNames,
    };
  }

  private layOutSounds(): Pick<WordTable, 'soundStarts' | 'sounds'> {
    const soundStarts = new Uint32Array(this.sounds.length + 1);
    for (const [index, { length }] of this.sounds.entries())
      soundStarts[index + 1] = (soundStarts[index] ?? 0) + length;
    const sounds = new Uint8Array(soundStarts.at(-1) ?? 0);
    for (const [index, { codes }] of this.sounds.entries()) sounds.set(codes, soundStarts[index]);
    return { soundStarts, sounds };
  }

  private countNames({ starts, values, keys }: KeyedRows): Uint32Array {
    return Uint32Array.from(keys, (_, row) => {
      let count = 0;
      for (let index = starts[row] ?? 0; index < (starts[row + 1] ?? 0); index += 1)
        count += this.nameCounts[values[index] ?? 0] ?? 0;
      return count;
    });
  }

  private groupByVariant(): KeyedRows {
    const groups = new KeyedRowsBuilder();
    for (const [index, { text }] of this.words.entries()) {
      for (const group of variantGroupsOf(text)) groups.add(group, index);
    }
    return groups.toKeyedRows();
  }
}

/** Plain words, by far the most, are their own key. */
function keyOf({ text, spoken, kind, certainty }: Word): string {
  if (kind === 'full' && certainty === 'spelled' && text === spoken) return text;
  return `${kind}:${certainty}:${text}:${spoken}`;
}

function groupBySkeleton(skeletons: readonly (readonly number[])[]): [whole: KeyedRows, gapped: KeyedRows] {
  const whole = new KeyedRowsBuilder();
  const gapped = new KeyedRowsBuilder();
  for (const [index, keys] of skeletons.entries()) {
    for (const key of keys) whole.add(key, index);
    for (const key of new Set(keys.flatMap(gappedSkeletons))) gapped.add(key, index);
  }
  return [whole.toKeyedRows(), gapped.toKeyedRows()];
}

function groupByTypo(sounds: readonly Sound[]): KeyedRows {
  const rows = new KeyedRowsBuilder();
  for (const [index, sound] of sounds.entries()) {
    for (const key of typoKeysOf(sound)) rows.add(key, index);
  }
  return rows.toKeyedRows();
}

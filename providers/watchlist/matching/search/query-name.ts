import type { PartKind } from '../parts/name-part.ts';
import { readName, type Word } from '../parts/read-name.ts';
import { rarityWeight } from '../index/rarity.ts';
import { findRow } from '../index/rows.ts';
import { textHash } from '../index/text-hash.ts';
import type { WordTable } from '../index/match-index.ts';
import type { ComparablePart } from '../score/part-similarity.ts';
import type { ScoredName } from '../score/name-scorer.ts';
import { soundOf } from '../sound/encode.ts';
import { ownMassOf } from '../sound/distance.ts';
import { typoKeysOf, type TypoKey } from '../sound/typo-keys.ts';
import { gappedSkeletons, skeletonsOf, type SkeletonKey } from '../sound/skeleton.ts';
import type { Sound } from '../sound/symbols.ts';
import { variantGroupsOf } from '../parts/variants.ts';

/** A part of a guest's name with everything that finding and comparing need. */
export interface QueryPart extends ComparablePart {
  readonly text: string;
  readonly weight: number;
  readonly mass: number;
  readonly skeletons: readonly SkeletonKey[];
  readonly gappedSkeletons: readonly SkeletonKey[];
  readonly typoKeys: readonly TypoKey[];
  readonly variants: readonly number[];
}

/** One reading of a guest's name. */
export class QueryName implements ScoredName {
  readonly parts: readonly QueryPart[];
  readonly length: number;
  /** Sum of the parts' weights. */
  readonly weight: number;

  constructor(parts: readonly QueryPart[]) {
    this.parts = parts;
    this.length = parts.length;
    this.weight = parts.reduce((sum, part) => sum + part.weight, 0);
  }

  kindAt(index: number): PartKind {
    return this.partAt(index).kind;
  }

  weightAt(index: number): number {
    return this.partAt(index).weight;
  }

  soundAt(index: number): Sound {
    return this.partAt(index).sound;
  }

  partAt(index: number): QueryPart {
    const part = this.parts[index];
    if (part === undefined) throw new RangeError(`no part ${index} of ${this.length}`);
    return part;
  }
}

/** What a word of a name is worth, where no index says it. */
export type WeightOf = (word: Word, part: Omit<QueryPart, 'weight'>) => number;

export function toQueryNames(name: string, weightOf: WeightOf): QueryName[] {
  return readName(name).map((words) => new QueryName(words.map((word) => toQueryPart(word, weightOf))));
}

function toQueryPart(word: Word, weightOf: WeightOf): QueryPart {
  const sound = soundOf(word);
  const skeletons = skeletonsOf(sound);
  const part = {
    text: word.text,
    kind: word.kind,
    hash: textHash(word.text),
    sound,
    mass: ownMassOf(sound),
    skeletons,
    gappedSkeletons: [...new Set(skeletons.flatMap(gappedSkeletons))],
    typoKeys: typoKeysOf(sound),
    variants: variantGroupsOf(word.text),
  };
  return { ...part, weight: weightOf(word, part) };
}

/** Weights by the rarity of a word in the lists, its own where it is listed, else that of its skeleton. */
export function listedWeights(words: WordTable, names: number): WeightOf {
  return ({ text, kind }, { skeletons, hash, sound }) => {
    const row = findRow(words.bySkeleton, skeletons[0] ?? 0);
    const known = row < 0 ? undefined : findWord(words, row, hash);
    if (known !== undefined) return words.weights[known] ?? 0;
    const skeletonHolders = row < 0 ? 0 : (words.skeletonNames[row] ?? 0);
    return rarityWeight({ text, kind, length: sound.length, holders: 0, skeletonHolders, names });
  };
}

function findWord({ bySkeleton, hashes }: WordTable, row: number, hash: number): number | undefined {
  for (let index = bySkeleton.starts[row] ?? 0; index < (bySkeleton.starts[row + 1] ?? 0); index += 1) {
    const word = bySkeleton.values[index] ?? 0;
    if (hashes[word] === hash) return word;
  }
  return undefined;
}

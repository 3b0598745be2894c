import type { PartKind } from '../parts/name-part.ts';
import type { ComparablePart } from '../score/part-similarity.ts';
import type { ScoredName } from '../score/name-scorer.ts';
import type { SkeletonKey } from '../sound/skeleton.ts';
import type { Sound } from '../sound/symbols.ts';

/** A part of a guest's name, with the listed words that are like it. */
export interface QueryPart extends ComparablePart {
  readonly text: string;
  readonly weight: number;
  readonly skeletons: readonly SkeletonKey[];
  /** The listed words that are like it, packed by `packSimilarWord`, those that agree most first. */
  readonly similarWords: Uint32Array;
  /** What each of them adds to a name that holds it: agreement of 1,000 by weight. */
  readonly gains: Uint32Array;
}

/** One reading of a guest's name. */
export class QueryName implements ScoredName {
  readonly parts: readonly QueryPart[];
  readonly length: number;
  /** Sum of the parts' weights. */
  readonly weight: number;

  /** A part is from a script that leaves vowels, or what a sound is, unwritten. */
  readonly isRough: boolean;

  constructor(parts: readonly QueryPart[]) {
    this.isRough = parts.some(({ sound }) => sound.isVowelless);
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

  soundLengthAt(index: number): number {
    return this.partAt(index).sound.length;
  }

  isVowellessAt(index: number): boolean {
    return this.partAt(index).sound.isVowelless;
  }

  partAt(index: number): QueryPart {
    const part = this.parts[index];
    if (part === undefined) throw new RangeError(`no part ${index} of ${this.length}`);
    return part;
  }
}

const SIMILARITY_BITS = 8;

/** A listed word and how alike it is (of 200) in one number: half the memory of two lists. Up to 16 million words. */
export function packSimilarWord(word: number, similarity: number): number {
  return ((word << SIMILARITY_BITS) | similarity) >>> 0;
}

export function wordOf(packed: number): number {
  return packed >>> SIMILARITY_BITS;
}

export function similarityOf(packed: number): number {
  return packed & 0xff;
}

import type { PartKind } from '../parts/name-part.ts';
import type { ComparablePart } from '../score/part-similarity.ts';
import type { ScoredName } from '../score/scored-name.ts';
import type { SkeletonKey } from '../sound/skeleton.ts';
import type { Sound } from '../sound/symbols.ts';

/** A part of a guest's name, with the listed words that are like it. */
export interface QueryPart extends ComparablePart {
  readonly text: string;
  readonly weight: number;
  /** As `endsOf` has them. */
  readonly ends: number;
  readonly skeletons: readonly SkeletonKey[];
  /**
   * The listed words that are like it, those that agree most first: two numbers each, the word packed by
   * `packSimilarWord`, and what it adds to a name that holds it, agreement of 1,000 by weight.
   */
  readonly similarWords: Uint32Array;
}

/** One reading of a guest's name. */
export class QueryName implements ScoredName {
  readonly parts: readonly QueryPart[];
  readonly length: number;
  readonly weights: Uint8Array;
  readonly soundLengths: Uint8Array;
  readonly ends: Uint8Array;
  readonly vowelless: Uint8Array;
  /** Sum of the parts' weights. */
  readonly weight: number;

  /** A part is from a script that leaves vowels, or what a sound is, unwritten. */
  readonly isRough: boolean;

  /** The spaces are where the list has them, not where the guest has. */
  readonly isRespaced: boolean;

  constructor(parts: readonly QueryPart[], isRespaced = false) {
    this.isRespaced = isRespaced;
    this.parts = parts;
    this.length = parts.length;
    this.weights = new Uint8Array(parts.length);
    this.soundLengths = new Uint8Array(parts.length);
    this.ends = new Uint8Array(parts.length);
    this.vowelless = new Uint8Array(parts.length);
    let sum = 0;
    for (const [position, { weight, sound, ends }] of parts.entries()) {
      this.weights[position] = weight;
      this.soundLengths[position] = sound.length;
      this.ends[position] = ends;
      this.vowelless[position] = Number(sound.isVowelless);
      sum += weight;
    }
    this.weight = sum;
    this.isRough = this.vowelless.includes(1);
  }

  kindAt(index: number): PartKind {
    return this.partAt(index).kind;
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

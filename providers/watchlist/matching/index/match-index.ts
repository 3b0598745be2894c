import type { KeyedRows, Rows } from './rows.ts';
import type { SpacingTable } from './spacings.ts';

/**
 * Everything that a search reads, as typed arrays: small, quick to save and to load, nothing for the garbage collector
 * to walk. A *word* is a distinct name part; a *name* is one reading of one listed name; persons hold names in a row.
 */
export interface MatchIndex {
  readonly words: WordTable;
  readonly names: NameTable;
  readonly persons: PersonTable;
}

export interface WordTable {
  readonly count: number;
  /** See `word-facts.ts`. */
  readonly facts: Uint32Array;
  /** The sounds of all words end to end. */
  readonly sounds: Uint8Array;
  /** Words by their skeleton, and by their skeleton with one consonant left out. */
  readonly bySkeleton: KeyedRows;
  readonly byGappedSkeleton: KeyedRows;
  /** Words by the hash of their text. */
  readonly byText: KeyedRows;
  /** Words by `typoKeysOf`. */
  readonly byTypo: KeyedRows;
  /** Words by name group (see `parts/variants.ts`). */
  readonly byVariant: KeyedRows;
  /** How many names hold a word with this skeleton; keys as in `bySkeleton`. */
  readonly skeletonNames: Uint32Array;
}

export interface NameTable {
  readonly count: number;
  readonly words: Rows;
  /** Names by word. */
  readonly byWord: Rows;
  /** Names by the skeleton of two neighbouring words written as one. */
  readonly byJoinedSkeleton: KeyedRows;
  /** How the list spaces its words. */
  readonly spacings: SpacingTable;
  readonly persons: Uint32Array;
  /** Sum of the weights of its words, as `missingWeight` counts them. */
  readonly weights: Uint16Array;
  /** Index into `NAME_QUALITIES`. */
  readonly qualities: Uint8Array;
  /** Offset of the published name in `PersonTable.text`, with its length. */
  readonly textStarts: Uint32Array;
  readonly textLengths: Uint16Array;
}

export interface PersonTable {
  readonly count: number;
  readonly nameStarts: Uint32Array;
  /** UTF-8: entry ids and published names. */
  readonly text: Uint8Array;
  readonly idStarts: Uint32Array;
  readonly idLengths: Uint16Array;
  /** Packed by `birth-dates.ts`. */
  readonly births: Rows;
  /** Two letters, 16 bits. */
  readonly countries: Rows;
  /** 0 unknown, 1 male, 2 female. */
  readonly genders: Uint8Array;
  /** Hashes of document numbers. */
  readonly documents: Rows;
}

/** A name's quality is stored as its position here. */
export const NAME_QUALITIES = ['primary', 'strong', 'weak', 'original_script'] as const;

import type { PartKind } from '../parts/name-part.ts';
import type { Sound } from '../sound/symbols.ts';

/** One side of a comparison: its parts, by position. */
export interface ScoredName {
  readonly length: number;
  /** What each part is worth, by its rarity: 0 … 100. */
  readonly weights: Uint8Array;
  /** How many sounds each has. */
  readonly soundLengths: Uint8Array;
  /** The first and the last consonant of each, as `endsOf` has them. */
  readonly ends: Uint8Array;
  /** 1 where the sound is from a script without vowels. */
  readonly vowelless: Uint8Array;
  kindAt(index: number): PartKind;
  soundAt(index: number): Sound;
}

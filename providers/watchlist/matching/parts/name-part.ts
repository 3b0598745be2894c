import type { Sound } from '../sound/symbols.ts';

/**
 * What a part is worth: `full` counts by its rarity; `light` (particles, titles that are also names, "abd", "bin")
 * counts a little; `initial` stands for any word with that letter.
 */
export type PartKind = 'full' | 'light' | 'initial';

/** One word of a name, comparable over scripts. */
export interface NamePart {
  /** Small Latin letters, or unified letters of a script without vowels. Equal texts are equal words. */
  readonly text: string;
  readonly kind: PartKind;
  readonly sound: Sound;
}

/** A name as words; characters with several readings give several of these. */
export type NameReading = readonly NamePart[];

/**
 * What a part is worth: `full` counts by its rarity; `light` (particles, titles that are also names, "abd", "bin")
 * counts a little; `initial` stands for any word with that letter.
 */
export type PartKind = 'full' | 'light' | 'initial';

/**
 * How much of a word its script writes down: `spelled` all of it, `consonants` (Arabic, Hebrew, Thai) not the vowels,
 * `syllables` (Chinese characters, Hangul) sounds that many other words share, `transcribed` (foreign names in those) the
 * consonants, roughly.
 */
export type Certainty = (typeof CERTAINTIES)[number];

export const CERTAINTIES = ['spelled', 'consonants', 'syllables', 'transcribed'] as const;

/** Whether words are known by their consonants alone. */
export function isWithoutVowels(certainty: Certainty): boolean {
  return certainty === 'consonants' || certainty === 'transcribed';
}

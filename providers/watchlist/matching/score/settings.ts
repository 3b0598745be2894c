/** What differs between seeking a guest in a list and comparing two names by themselves. */
export interface Weighing {
  /** Hundredths: a part on either side that the other one contradicts. */
  readonly contradiction: number;
  /** Hundredths of the score that a name with next to no agreed weight keeps. */
  readonly keptWithLittle: number;
  /** Agreed weight that two names are credited with where neither has a part that the other lacks. */
  readonly completeBonus: number;
}

/**
 * The numbers that the name score is made of. They were chosen on development halves of public test sets and judged on
 * the other halves (`npm run accuracy`); changing one means running that again.
 */
export const SETTINGS = {
  /** Below this similarity (of 200) two parts have nothing to do with each other. */
  leastSimilarity: 124,
  /** How steeply agreement falls with similarity: ((s − least) / (200 − least)) ^ steepness. */
  steepness: 0.65,
  /** Agreement at the least similarity, of 1,000. */
  leastGain: 180,
  /** What a part without counterpart weighs at least, however frequent it is. */
  leastMissingWeight: 50,
  /** From this similarity on an unlisted word is taken for a slip of the listed one. */
  slipSimilarity: 165,
  /** Most for two parts that are the same but for the ending of the other gender. */
  otherGenderSimilarity: 150,
  /** What an initial without counterpart weighs. */
  missingInitialWeight: 40,
  /** Units taken off where the parts that agree come in another order (turning a name round is none). */
  otherOrder: 3_000,
  /** Units taken off where the guest's letters agree once they are spaced as the list does. */
  otherSpacing: 1_500,
  lightWeight: 12,
  initialWeight: 25,
  /** Similarity of an initial and a word that begins with it. */
  initialSimilarity: 155,
  /** Hundredths: a part of the guest's name that the listed name lacks, while all of that is found. */
  extraGuestPart: 48,
  /** Hundredths: a part of the listed name that the guest's name lacks, while all of that is found. */
  extraListedPart: 22,
  contradiction: 130,
  /** Agreed weight from which a name says enough; below it the score is cut in proportion. */
  enoughWeight: 190,
  completeBonus: 20,
  keptWithLittle: 50,
  /** From this agreement (of 1,000) on two parts belong together, and are not tried as halves of one word. */
  settledGain: 850,
  /** Least similarity of two parts written as one. */
  leastJoinedSimilarity: 165,
  /** How the rarity of a part becomes its weight; see `index/rarity.ts`. */
  rarity: {
    rarestShare: 0.0001,
    commonestShare: 0.25,
    fewestNames: 5000,
    /** Hundredths of the names with a word of the same skeleton that count as holders. */
    skeletonShare: 10,
    leastWeight: 15,
    /** The most that a word of n sounds is worth: base + n × perSound. */
    shortWordBase: 40,
    perSound: 8,
    /** Hundredths of its weight that a word keeps whose characters are read as syllables shared by many others. */
    syllables: 42,
    /** The same for words of scripts without vowels. */
    consonants: 75,
    /** The same for foreign names in scripts of syllables. */
    transcribed: 60,
  },
  /** Units of evidence for (above 0) and against (below 0) that a birth date is. */
  birthDate: {
    same_date: 22_000,
    day_and_month_swapped: 17_000,
    one_digit_apart: 14_000,
    same_day_neighbouring_year: 14_000,
    same_month: 8_000,
    same_year: 8_000,
    same_year_other_day: 1_000,
    within_range: 5_000,
    neighbouring_year: 1_000,
    years_apart: -11_000,
    far_apart: -30_000,
  },
  country: { same: 2_000, other: -1_000 },
  gender: { same: 0, other: -6_000 },
  document: { same: 28_000 },
  quality: { primary: 0, strong: 0, weak: -4_000, original_script: 0 },
};

/**
 * Two names by themselves: with one name there are no namesakes to be mistaken for, so that frequent parts say more, and
 * a part that contradicts is another person more often than another spelling.
 */
export const PAIR_WEIGHING: Weighing = { contradiction: 250, keptWithLittle: 80, completeBonus: 10 };

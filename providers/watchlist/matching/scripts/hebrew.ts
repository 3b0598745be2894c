const POINTS = /[\u0591-\u05c7]/gu;
const FINALS: Readonly<Record<string, string>> = { ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ' };
const FIXED: Readonly<Record<string, string>> = { בן: 'ben', בר: 'bar', בת: 'bat', אבו: 'abu', עבד: 'abd', אל: 'al' };

/** A Hebrew word without points and final forms; frequent particles in their Latin spelling. */
export function unifyHebrewWord(word: string): string {
  let letters = '';
  for (const letter of word.normalize('NFKD').replace(POINTS, '')) letters += FINALS[letter] ?? letter;
  return FIXED[letters] ?? letters;
}

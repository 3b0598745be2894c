const COMBINING = /\p{M}+/gu;
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  œ: 'oe',
  æ: 'ae',
  þ: 'th',
  ð: 'd',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  ŋ: 'n',
  ə: 'a',
  ħ: 'h',
  ŧ: 't',
  ɣ: 'gh',
  ʋ: 'v',
};
/** Letters that carry a sound of their own, which dropping the mark would lose. */
const SOUNDING_MARKS: Readonly<Record<string, string>> = {
  ş: 'sh',
  š: 'sh',
  ș: 'sh',
  ś: 'sh',
  ç: 'c',
  č: 'ch',
  ć: 'ch',
  ž: 'zh',
  ż: 'zh',
  ź: 'z',
};
const UNUSUAL = /[^a-z]/u;
const DISGUISES: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '9': 'g' };
const ASCII = /^[\x20-\x7e]*$/u;
const ONLY_DIGITS = /^\d+$/u;

/** True where a word is written without marks or special letters. */
export function isUnmarked(word: string): boolean {
  return ASCII.test(word);
}

/** Lower case a–z: marks folded (ü → u), special letters spelled out (ß → ss), digits within a word read as letters. */
export function toLatinLetters(word: string): string {
  const lower = word.toLowerCase();
  if (!UNUSUAL.test(lower)) return lower;
  if (ONLY_DIGITS.test(lower)) return lower;
  let letters = '';
  for (const character of lower.normalize('NFC')) letters += LETTERS[character] ?? character;
  const folded = letters.normalize('NFD').replace(COMBINING, '');
  let plain = '';
  for (const character of folded) {
    const letter = DISGUISES[character] ?? LETTERS[character] ?? character;
    if (letter >= 'a' && letter <= 'zz') plain += letter;
  }
  return plain;
}

/** The same, but with the sound of marked consonants spelled out (ş → sh, č → ch); equal where there are none. */
export function toSpokenLatin(word: string): string {
  const lower = word.toLowerCase();
  if (!UNUSUAL.test(lower)) return lower;
  let spoken = '';
  for (const character of lower.normalize('NFC')) spoken += SOUNDING_MARKS[character] ?? character;
  return toLatinLetters(spoken);
}

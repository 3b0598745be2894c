import type { Certainty } from '../parts/name-part.ts';
import { LONGEST_SOUND, type Sound } from './symbols.ts';
import { toSound } from './to-sound.ts';

/** Letter groups of Latin spellings and their sound, longest first. Letters in no group stand for themselves. */
const GROUPS: readonly (readonly [letters: string, sound: string])[] = [
  ['shch', 'S'],
  ['tsch', 'C'],
  ['sch', 'S'],
  ['tch', 'C'],
  ['dzh', 'J'],
  ['ddh', 'D'],
  ['tth', 'T'],
  ['kkh', 'x'],
  ['ssh', 'S'],
  ['cch', 'C'],
  ['ch', 'C'],
  ['sh', 'S'],
  ['zh', 'Z'],
  ['kh', 'x'],
  ['gh', 'G'],
  ['th', 'T'],
  ['dh', 'D'],
  ['ph', 'f'],
  ['bh', 'b'],
  ['jh', 'J'],
  ['rh', 'r'],
  ['ck', 'k'],
  ['cz', 'C'],
  ['sz', 'S'],
  // Nordic spellings of Slavic sounds: Anatoljevitj, Sjuljakovskij, Zjuravlev
  ['tj', 'C'],
  ['sj', 'S'],
  ['zj', 'Z'],
  ['ts', 'c'],
  ['tz', 'c'],
  ['dj', 'J'],
  ['dz', 'J'],
  ['qu', 'k'],
  ['ou', 'u'],
  ['oo', 'u'],
  ['ee', 'i'],
  ['aa', 'a'],
  ['eo', 'o'],
  ['eu', 'u'],
  ['iy', 'i'],
  ['yi', 'i'],
  ['ij', 'i'],
];
const GROUPS_BY_FIRST = new Map<string, (readonly [string, string])[]>();
for (const group of GROUPS) {
  const first = group[0].charAt(0);
  GROUPS_BY_FIRST.set(first, [...(GROUPS_BY_FIRST.get(first) ?? []), group]);
}

// prettier-ignore
const ARABIC: Readonly<Record<string, string>> = {
  'ا': 'A', 'ء': 'E', 'ع': 'E', 'ب': 'B', 'پ': 'p', 'ت': 't', 'ث': 'T', 'ج': 'Q', 'چ': 'C', 'ح': 'H', 'خ': 'x', 'د': 'd',
  'ذ': 'D', 'ر': 'r', 'ز': 'z', 'ژ': 'Z', 'س': 's', 'ش': 'S', 'ص': 's', 'ض': 'O', 'ط': 't', 'ظ': 'R', 'غ': 'G', 'ف': 'F',
  'ق': 'q', 'ک': 'k', 'گ': 'g', 'ل': 'l', 'م': 'm', 'ن': 'n', 'و': 'W', 'ه': 'h', 'ة': 'U', 'ی': 'Y', 'ڤ': 'v', 'ڨ': 'g',
};
// prettier-ignore
const HEBREW: Readonly<Record<string, string>> = {
  א: 'A', ב: 'B', ג: 'g', ד: 'd', ה: 'h', ו: 'W', ז: 'z', ח: 'H', ט: 't', י: 'Y', כ: 'K', ל: 'l', מ: 'm', נ: 'n', ס: 's', ע: 'E',
  פ: 'P', צ: 'X', ק: 'k', ר: 'r', ש: 'S', ת: 't',
};
const SOFT_VOWELS = 'eiy';

/** The sound of a word in small Latin letters. */
export function soundOfLatin(word: string, isVowelless = false): Sound {
  return toSound(spell(word), isVowelless);
}

/** The sound of a word in unified Arabic or Hebrew letters. */
export function soundOfAbjad(word: string): Sound {
  let symbols = '';
  for (const letter of word) {
    const symbol = ARABIC[letter] ?? HEBREW[letter] ?? '';
    if (!symbols.endsWith(symbol)) symbols += symbol;
  }
  return toSound(symbols, true);
}

function spell(word: string): string {
  let symbols = '';
  let index = 0;
  while (index < word.length && symbols.length < LONGEST_SOUND) {
    const group = findGroup(word, index);
    const sound = group === undefined ? soundOfLetter(word, index) : group[1];
    if (!symbols.endsWith(sound)) symbols += sound;
    index += group?.[0].length ?? 1;
  }
  return symbols;
}

function findGroup(word: string, index: number): readonly [string, string] | undefined {
  return GROUPS_BY_FIRST.get(word.charAt(index))?.find(([letters]) => word.startsWith(letters, index));
}

function soundOfLetter(word: string, index: number): string {
  const letter = word.charAt(index);
  if (letter === 'c') return soundOfC(word, index);
  if (letter === 'j') return soundOfJ(word, index);
  if (letter === 'x') return index === 0 ? 'S' : 'ks';
  return letter;
}

/** `c` is soft before e, i and y, and `ch` at the end of a Slavic surname written without its mark (-ic). */
function soundOfC(word: string, index: number): string {
  if (index === word.length - 1 && index > 2 && word.charAt(index - 1) === 'i') return 'C';
  const next = word.charAt(index + 1);
  return next !== '' && SOFT_VOWELS.includes(next) ? 's' : 'k';
}

/** `j` after e is a vowel where none follows: Andrej, Sergejs. Siraj and Taj are not, Alejandro is neither. */
function soundOfJ(word: string, index: number): string {
  const isAfterE = index > 0 && word.charAt(index - 1) === 'e';
  return isAfterE && !'aeiouy'.includes(word.charAt(index + 1) || 'x') ? 'i' : 'J';
}

/** The sound of a word, by its script. */
export function soundOf({ spoken, certainty }: { readonly spoken: string; readonly certainty: Certainty }): Sound {
  if (certainty === 'transcribed') return toSound(spoken, true);
  if (certainty !== 'consonants') return soundOfLatin(spoken);
  const isRomanised = spoken.charCodeAt(0) < 128;
  return isRomanised ? soundOfLatin(spoken, true) : soundOfAbjad(spoken);
}

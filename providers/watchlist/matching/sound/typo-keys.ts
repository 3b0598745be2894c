import { ALPHABET, ALPHABET_SIZE, codeOf, type Sound } from './symbols.ts';
import { consonantClassOf } from './skeleton.ts';

/**
 * Keys under which a word and the same word with one consonant mistyped, missing, added or swapped meet: its consonant
 * classes and its vowels in order, whole and with each consonant left out in turn (a deletion neighbourhood).
 */
export type TypoKey = number;

const VOWELS: Readonly<Record<string, number>> = { a: 11, e: 12, i: 12, y: 12, o: 13, u: 13 };
const FIRST_VOWEL = 11;
const FEWEST_CONSONANTS = 3;
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

const FOLDED = new Uint8Array(ALPHABET_SIZE);
for (const symbol of ALPHABET) FOLDED[codeOf(symbol)] = VOWELS[symbol] ?? consonantClassOf(codeOf(symbol));

/** None for words of a script without vowels, whose keys would meet no others, and for words of few consonants. */
export function typoKeysOf(sound: Sound): TypoKey[] {
  if (sound.isVowelless) return [];
  const folded = fold(sound);
  const consonants = folded.filter((sign) => sign < FIRST_VOWEL).length;
  if (consonants < FEWEST_CONSONANTS - 1) return [];
  const keys = [hashWithout(folded, -1)];
  if (consonants < FEWEST_CONSONANTS) return keys;
  for (const [position, sign] of folded.entries()) {
    if (sign >= FIRST_VOWEL) continue;
    const key = hashWithout(folded, position);
    if (!keys.includes(key)) keys.push(key);
  }
  return keys;
}

function fold({ codes, length }: Sound): number[] {
  const signs: number[] = [];
  for (let index = 0; index < length; index += 1) {
    const sign = FOLDED[codes[index] ?? 0] ?? 0;
    if (sign !== 0) signs.push(sign);
  }
  return signs;
}

function hashWithout(signs: readonly number[], left: number): TypoKey {
  let hash = OFFSET;
  for (const [position, sign] of signs.entries()) {
    if (position !== left) hash = Math.imul(hash ^ sign, PRIME);
  }
  return hash >>> 0;
}

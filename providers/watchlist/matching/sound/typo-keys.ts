import { ALPHABET, ALPHABET_SIZE, codeOf, LONGEST_SOUND, type Sound } from './symbols.ts';
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

/** The signs of the word at hand, in an array that is used again. */
const signs = new Uint8Array(LONGEST_SOUND);

/** None for words of a script without vowels, whose keys would meet no others, and for words of few consonants. */
export function typoKeysOf(sound: Sound): TypoKey[] {
  if (sound.isVowelless) return [];
  const count = fold(sound);
  let consonants = 0;
  for (let position = 0; position < count; position += 1) if (isConsonant(position)) consonants += 1;
  if (consonants < FEWEST_CONSONANTS - 1) return [];
  const keys = [hashWithout(count, -1)];
  if (consonants < FEWEST_CONSONANTS) return keys;
  for (let position = 0; position < count; position += 1) {
    if (!isConsonant(position)) continue;
    const key = hashWithout(count, position);
    if (!keys.includes(key)) keys.push(key);
  }
  return keys;
}

function isConsonant(position: number): boolean {
  return (signs[position] ?? 0) < FIRST_VOWEL;
}

/** Fills `signs`; says how many there are. */
function fold({ codes, start, length }: Sound): number {
  let count = 0;
  for (let index = start; index < start + length; index += 1) {
    const sign = FOLDED[codes[index] ?? 0] ?? 0;
    if (sign === 0) continue;
    signs[count] = sign;
    count += 1;
  }
  return count;
}

function hashWithout(count: number, left: number): TypoKey {
  let hash = OFFSET;
  for (let position = 0; position < count; position += 1) {
    if (position !== left) hash = Math.imul(hash ^ (signs[position] ?? 0), PRIME);
  }
  return hash >>> 0;
}

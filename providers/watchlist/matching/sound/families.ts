import { SUBSTITUTION } from './costs.ts';
import { ALPHABET, ALPHABET_SIZE, codeOf, type SoundCodes } from './symbols.ts';

/**
 * How many sounds of each family a word has, and how many that could stand for one of them cheaply: four bits a family,
 * in one number each. What one word has and the other cannot answer costs an alignment of the two at least so much, which
 * most words that have nothing to do with each other are told apart by before they are aligned.
 */
export interface FamilyCounts {
  /** At most `MOST_OWN` of each family. */
  readonly own: number;
  /** At most `MOST_ANSWERS`. */
  readonly answers: number;
}

/** Sounds that are seldom mixed up with those of other families; vowels, which cost half as much, come first. */
const FAMILIES = ['aeiou', 'lr', 'mn', 'pb', 'fv', 'td', 'sz', 'kgq'] as const;
/** What a sound of each family costs at least that is left out, or whose counterpart is no answer to it. */
const PRICE = 90;
const VOWEL_PRICE = PRICE / 2;
const VOWELS = 0xf;

const BITS = 4;
const MOST_OWN = 3;
const MOST_ANSWERS = 7;
/** The highest bit of every family. */
const HIGH = 0x88888888;
const EVERY_OTHER = 0x0f0f0f0f;
/** Multiplying by it adds four bytes up in the highest one. */
const ONES = 0x01010101;
/** Nothing that has to be answered, and an answer to everything: for scripts that leave sounds unwritten. */
export const UNKNOWN_COUNTS: FamilyCounts = { own: 0, answers: 0x77777777 };

const FAMILY_OF = familyTable();
/** The families that a sound answers, as bits. */
const ANSWERS = answerTable();

function familyTable(): Int8Array {
  const table = new Int8Array(ALPHABET_SIZE).fill(-1);
  for (const [family, members] of FAMILIES.entries()) for (const member of members) table[codeOf(member)] = family;
  return table;
}

function answerTable(): Uint8Array {
  return Uint8Array.from({ length: ALPHABET_SIZE }, (_, code) =>
    FAMILIES.reduce((bits, members, family) => bits | (isAnswer(code, members, family) ? 1 << family : 0), 0),
  );
}

function isAnswer(code: number, members: string, family: number): boolean {
  const price = family === 0 ? VOWEL_PRICE : PRICE;
  return Array.from(members).some(
    (member) => code < ALPHABET.length && (SUBSTITUTION[codeOf(member) * ALPHABET_SIZE + code] ?? 0) < price,
  );
}

export function familyCountsOf({ codes, start, length, isVowelless }: SoundCodes): FamilyCounts {
  if (isVowelless) return UNKNOWN_COUNTS;
  let own = 0;
  let answers = 0;
  for (let index = start; index < start + length; index += 1) {
    const code = codes[index] ?? 0;
    const family = FAMILY_OF[code] ?? -1;
    if (family >= 0) own = addUpTo(own, family, MOST_OWN);
    for (let bits = ANSWERS[code] ?? 0, answered = 0; bits > 0; bits >>>= 1, answered += 1)
      if ((bits & 1) === 1) answers = addUpTo(answers, answered, MOST_ANSWERS);
  }
  return { own, answers };
}

function addUpTo(counts: number, family: number, most: number): number {
  const shift = family * BITS;
  return ((counts >>> shift) & VOWELS) < most ? counts + (1 << shift) : counts;
}

/**
 * A lower bound of what aligning two words costs, from what the one has and the other has to answer it. Each sound of a
 * family beyond the answers is left out or stands against a sound that is no answer, so it costs its price; swapping
 * neighbours changes no count. Counts that are cut off only lower the bound: own ones are cut below the answers.
 */
export function leastCost(own: number, answers: number): number {
  // The high bit of a family stays where it has as many as the answers or more; below it is then how many more.
  const difference = ((own | HIGH) - answers) | 0;
  const kept = difference & HIGH;
  const excess = difference & (kept - (kept >>> (BITS - 1)));
  const pairs = (excess & EVERY_OTHER) + ((excess >>> BITS) & EVERY_OTHER);
  return PRICE * (Math.imul(pairs, ONES) >>> 24) - VOWEL_PRICE * (excess & VOWELS);
}

/** The own counts of two words written as one. `shared`: a sound that ends the first and begins the second, or 0. */
export function joinOwn(head: number, tail: number, shared: number): number {
  const family = FAMILY_OF[shared] ?? -1;
  // A sound that was cut off leaves fewer than there are, which only lowers the bound.
  return family < 0 ? head + tail : head + tail - (1 << (family * BITS));
}

/** The answers of two words written as one, at most `MOST_ANSWERS`. */
export function joinAnswers(head: number, tail: number): number {
  const sum = head + tail;
  const full = sum & HIGH;
  return (sum & ~HIGH) | (full - (full >>> (BITS - 1)));
}

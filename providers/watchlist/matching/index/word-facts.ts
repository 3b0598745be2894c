/* eslint-disable @typescript-eslint/no-non-null-assertion --
   hot accessors over the index: word numbers come from the index itself */
import type { PartKind } from '../parts/name-part.ts';
import type { SoundBuffer } from '../sound/to-sound.ts';
import type { WordTable } from './match-index.ts';

/**
 * What is known of each word, eight numbers a word, side by side: a search looks at hundreds of words here and there, and
 * what it asks of one is then in one place in memory.
 */
export const STRIDE = 8;
export const FACTS = { hash: 0, soundStart: 1, shape: 2, own: 3, answers: 4, ends: 5, weight: 6 } as const;

/** In `shape`: mass of the sound, then its length, then the kind, then whether the script writes no vowels. */
export const MASS_BITS = 16;
const MOST_MASS = (1 << MASS_BITS) - 1;
const LENGTH_BITS = 6;
const MOST_LENGTH = (1 << LENGTH_BITS) - 1;
export const KIND_SHIFT = MASS_BITS + LENGTH_BITS;
const KIND_MASK = 3;
export const VOWELLESS = 1 << (KIND_SHIFT + 2);

export const KINDS: readonly PartKind[] = ['full', 'light', 'initial'];

type Facts = Pick<WordTable, 'facts'>;

export function hashOfWord({ facts }: Facts, word: number): number {
  return facts[word * STRIDE + FACTS.hash]!;
}

export function weightOfWord({ facts }: Facts, word: number): number {
  return facts[word * STRIDE + FACTS.weight]!;
}

export function endsOfWord({ facts }: Facts, word: number): number {
  return facts[word * STRIDE + FACTS.ends]!;
}

export function kindOfWord({ facts }: Facts, word: number): PartKind {
  return KINDS[(facts[word * STRIDE + FACTS.shape]! >>> KIND_SHIFT) & KIND_MASK]!;
}

export function massOfWord({ facts }: Facts, word: number): number {
  return facts[word * STRIDE + FACTS.shape]! & MOST_MASS;
}

export function soundLengthOfWord({ facts }: Facts, word: number): number {
  return (facts[word * STRIDE + FACTS.shape]! >>> MASS_BITS) & MOST_LENGTH;
}

export function isVowellessWord({ facts }: Facts, word: number): boolean {
  return (facts[word * STRIDE + FACTS.shape]! & VOWELLESS) !== 0;
}

/** Makes `sound` that of a word; its codes stay in the table. */
export function loadSound(
  { facts, sounds }: Facts & Pick<WordTable, 'sounds'>,
  word: number,
  sound: SoundBuffer,
): void {
  const at = word * STRIDE;
  const shape = facts[at + FACTS.shape]!;
  sound.codes = sounds;
  sound.start = facts[at + FACTS.soundStart]!;
  sound.length = (shape >>> MASS_BITS) & MOST_LENGTH;
  sound.isVowelless = (shape & VOWELLESS) !== 0;
  sound.mass = shape & MOST_MASS;
  sound.own = facts[at + FACTS.own]!;
  sound.answers = facts[at + FACTS.answers]!;
}

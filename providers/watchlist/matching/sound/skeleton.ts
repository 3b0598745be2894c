import { ALPHABET, ALPHABET_SIZE, codeOf, type Sound } from './symbols.ts';

/**
 * The consonant skeleton of a word: its consonants folded into ten classes, vowels and weak sounds left out. Words that
 * sound alike in any script share a skeleton, or one with a single consonant left out. It finds candidates, no more.
 */
export type SkeletonKey = number;

const CLASS_BITS = 4;
const LAST_CLASS = (1 << CLASS_BITS) - 1;
const LONGEST_SKELETON = 7;
const CLASSES: readonly string[] = ['', 'bpBP', 'fvwF', 'tdTD', 'szScXN', 'J', 'kgqxGK', 'l', 'r', 'm', 'n'];
const DROPPED = 0;
/** Sounds that belong to two classes, or that may be left out (''). */
const AMBIGUOUS: Readonly<Record<string, readonly [first: string, second: string, third?: string]>> = {
  W: ['', 'v'],
  J: ['J', ''],
  Q: ['J', 'g'],
  C: ['s', 'k'],
  x: ['k', ''],
  D: ['t', 's'],
  T: ['t', 's'],
  O: ['t', 's'],
  R: ['s', 't'],
  w: ['v', ''],
  B: ['b', 'v'],
  P: ['p', 'f'],
  g: ['k', 'J'],
  L: ['l', 'r'],
  I: ['J', 't', 'k'],
};
const MOST_READINGS = 8;
/** Shorter skeletons with a gap would match anything; typing slips in them are found by `typoKeysOf`. */
const SHORTEST_WITH_GAPS = 5;

const FIRST = new Uint8Array(ALPHABET_SIZE);
/** `NONE` where a sound has only one class. */
const NONE = 255;
const SECOND = new Uint8Array(ALPHABET_SIZE).fill(NONE);
const THIRD = new Uint8Array(ALPHABET_SIZE).fill(NONE);
for (const symbol of ALPHABET) {
  const [first, second, third] = AMBIGUOUS[symbol] ?? [symbol];
  FIRST[codeOf(symbol)] = classOf(first);
  if (second !== undefined) SECOND[codeOf(symbol)] = classOf(second);
  if (third !== undefined) THIRD[codeOf(symbol)] = classOf(third);
}

function classOf(symbol: string): number {
  if (symbol === '') return DROPPED;
  return Math.max(
    0,
    CLASSES.findIndex((members) => members.includes(symbol)),
  );
}

/** The class of a sound's plainest reading; 0 where it has none. */
export function consonantClassOf(code: number): number {
  return FIRST[code] ?? DROPPED;
}

/** The skeletons of a word, one per reading of its ambiguous sounds, the plainest first. */
export function skeletonsOf(sound: Sound): SkeletonKey[] {
  const keys: SkeletonKey[] = [0];
  for (let index = sound.start; index < sound.start + sound.length; index += 1) {
    const code = sound.codes[index] ?? 0;
    const first = FIRST[code] ?? DROPPED;
    const second = SECOND[code] ?? NONE;
    const third = THIRD[code] ?? NONE;
    const { length } = keys;
    for (let at = 0; at < length && length < MOST_READINGS; at += 1)
      if (second !== NONE) keys.push(append(keys[at] ?? 0, second));
    for (let at = 0; at < length && length < MOST_READINGS; at += 1)
      if (third !== NONE) keys.push(append(keys[at] ?? 0, third));
    for (let at = 0; at < length; at += 1) keys[at] = append(keys[at] ?? 0, first);
  }
  return keys.length === 1 ? keys : [...new Set(keys)];
}

/** The plainest skeleton of two words written as one, from those of each. `shared`: the sound that both have in one, or 0. */
export function joinSkeletons(head: SkeletonKey, tail: SkeletonKey, shared: number): SkeletonKey {
  const left = FIRST[shared] === DROPPED ? skeletonLength(tail) : skeletonLength(tail) - 1;
  let key = head;
  for (let position = left - 1; position >= 0; position -= 1)
    key = append(key, (tail >>> (position * CLASS_BITS)) & LAST_CLASS);
  return key;
}

/** The skeletons with one consonant left out; none of a short one. */
export function gappedSkeletons(key: SkeletonKey): SkeletonKey[] {
  const length = skeletonLength(key);
  if (length < SHORTEST_WITH_GAPS) return [];
  const gapped: SkeletonKey[] = [];
  for (let position = 0; position < length; position += 1) {
    const shift = position * CLASS_BITS;
    const tail = key & ((1 << shift) - 1);
    const head = key >>> (shift + CLASS_BITS);
    const shorter = (head << shift) | tail;
    if (!gapped.includes(shorter)) gapped.push(shorter);
  }
  return gapped;
}

export function skeletonLength(key: SkeletonKey): number {
  let length = 0;
  for (let rest = key; rest > 0; rest >>>= CLASS_BITS) length += 1;
  return length;
}

function append(key: SkeletonKey, consonant: number): SkeletonKey {
  if (consonant === DROPPED || skeletonLength(key) >= LONGEST_SKELETON) return key;
  return (key << CLASS_BITS) | consonant;
}

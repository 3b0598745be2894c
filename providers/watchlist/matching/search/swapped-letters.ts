import { HASH_OFFSET, HASH_PRIME } from '../index/text-hash.ts';

/** Shorter words turn into other words when two of their letters change places. */
const FEWEST_LETTERS = 4;
/** Longer words are no names; each pair of their letters would take as long as the whole word. */
const MOST_LETTERS = 64;

/** Hashes of a word with two neighbouring letters swapped, each pair in turn: what fast fingers write. */
export function swappedHashesOf(word: string): number[] {
  if (word.length < FEWEST_LETTERS || word.length > MOST_LETTERS) return [];
  const hashes: number[] = [];
  for (let at = 0; at + 1 < word.length; at += 1) {
    if (word.charCodeAt(at) !== word.charCodeAt(at + 1)) hashes.push(hashSwapped(word, at));
  }
  return hashes;
}

/** `textHash` of the word with the letter at a position and the next one swapped. */
function hashSwapped(word: string, swapped: number): number {
  let hash = HASH_OFFSET;
  for (let at = 0; at < word.length; at += 1) {
    const from = at === swapped ? at + 1 : at === swapped + 1 ? swapped : at;
    hash = Math.imul(hash ^ word.charCodeAt(from), HASH_PRIME);
  }
  return hash >>> 0;
}

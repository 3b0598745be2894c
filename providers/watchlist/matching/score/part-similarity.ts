import type { PartKind } from '../parts/name-part.ts';
import { ALPHABET_SIZE, codeOf, type Sound } from '../sound/symbols.ts';
import { SUBSTITUTION } from '../sound/costs.ts';
import { FULL_SIMILARITY, soundSimilarity } from '../sound/distance.ts';
import { SETTINGS } from './settings.ts';

/** A part as it is compared with one other. */
export interface ComparablePart {
  readonly kind: PartKind;
  /** Hash of its text: equal hashes are equal words. */
  readonly hash: number;
  readonly sound: Sound;
}

/** Words that only sound the same, written differently. */
export const MOST_FOR_SOUND = FULL_SIMILARITY - 2;
const SAME_LETTER = 20;
const A = codeOf('a');
const O = codeOf('o');

/** How alike two parts are, 0 … 200; 0 below `SETTINGS.leastSimilarity`. */
export function partSimilarity(left: ComparablePart, right: ComparablePart): number {
  if (left.hash === right.hash) return FULL_SIMILARITY;
  if (left.kind === 'initial' || right.kind === 'initial') return initialSimilarity(left, right);
  const similarity = soundSimilarity(left.sound, right.sound, SETTINGS.leastSimilarity);
  if (similarity === 0) return 0;
  return Math.min(
    similarity,
    areOfOtherGender(left.sound, right.sound) ? SETTINGS.otherGenderSimilarity : MOST_FOR_SOUND,
  );
}

function initialSimilarity(left: ComparablePart, right: ComparablePart): number {
  if (left.kind === right.kind || left.kind === 'light' || right.kind === 'light') return 0;
  // A number has no sound to begin with.
  if (left.sound.length === 0 || right.sound.length === 0) return 0;
  const cost = SUBSTITUTION[firstOf(left.sound) * ALPHABET_SIZE + firstOf(right.sound)] ?? SAME_LETTER + 1;
  return cost <= SAME_LETTER ? SETTINGS.initialSimilarity : 0;
}

function firstOf({ codes, start }: Sound): number {
  return codes[start] ?? 0;
}

function lastOf({ codes, start, length }: Sound): number {
  return length > 0 ? (codes[start + length - 1] ?? 0) : 0;
}

/** Antonia and Antonio, Ivanov and Ivanova: written out, one end in `a` and the other in `o` or a consonant. */
function areOfOtherGender(left: Sound, right: Sound): boolean {
  if (left.isVowelless || right.isVowelless) return false;
  const leftEnd = lastOf(left);
  const rightEnd = lastOf(right);
  if (left.length === right.length) return (leftEnd === A && rightEnd === O) || (leftEnd === O && rightEnd === A);
  return left.length > right.length ? addsOnlyA(left, right) : addsOnlyA(right, left);
}

function addsOnlyA(longer: Sound, shorter: Sound): boolean {
  return (
    longer.length === shorter.length + 1 &&
    lastOf(longer) === A &&
    longer.codes[longer.start + longer.length - 2] === lastOf(shorter)
  );
}

/** Similarity of two forms of one given name: `Giuseppe` and `Joseph`, `Bill` and `William`. */
export const VARIANT_SIMILARITY = 180;
/** Similarity of a word and the same with two neighbouring letters swapped. */
export const SWAPPED_SIMILARITY = 188;

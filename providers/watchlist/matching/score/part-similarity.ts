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
  return Math.min(
    similarity,
    areOfOtherGender(left.sound, right.sound) ? SETTINGS.otherGenderSimilarity : MOST_FOR_SOUND,
  );
}

function initialSimilarity(left: ComparablePart, right: ComparablePart): number {
  if (left.kind === right.kind || left.kind === 'light' || right.kind === 'light') return 0;
  const cost =
    SUBSTITUTION[(left.sound.codes[0] ?? 0) * ALPHABET_SIZE + (right.sound.codes[0] ?? 0)] ?? SAME_LETTER + 1;
  return cost <= SAME_LETTER ? SETTINGS.initialSimilarity : 0;
}

/** Antonia and Antonio, Ivanov and Ivanova: written out, one end in `a` and the other in `o` or a consonant. */
function areOfOtherGender(left: Sound, right: Sound): boolean {
  if (left.isVowelless || right.isVowelless) return false;
  const leftEnd = left.codes[left.length - 1] ?? 0;
  const rightEnd = right.codes[right.length - 1] ?? 0;
  if (left.length === right.length) return (leftEnd === A && rightEnd === O) || (leftEnd === O && rightEnd === A);
  const [longer, shorter, end] = left.length > right.length ? [left, right, leftEnd] : [right, left, rightEnd];
  return (
    end === A &&
    longer.length === shorter.length + 1 &&
    longer.codes[longer.length - 2] === shorter.codes[shorter.length - 1]
  );
}

/** Similarity of two forms of one given name: `Giuseppe` and `Joseph`, `Bill` and `William`. */
export const VARIANT_SIMILARITY = 180;

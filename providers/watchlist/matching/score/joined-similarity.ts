/* eslint-disable @typescript-eslint/no-non-null-assertion --
   inner loop of the matcher: positions are below the length of their name */
import { isFarApart, soundSimilarity } from '../sound/distance.ts';
import { haveCommonEnd } from '../sound/ends.ts';
import { areMeasurable, joinSounds, measureJoined } from '../sound/join-sounds.ts';
import { toSoundBuffer } from '../sound/to-sound.ts';
import { SIDE } from './assignment.ts';
import type { ScoredName } from './scored-name.ts';
import { SETTINGS } from './settings.ts';

const LENGTH_TOLERANCE = 2;
const joinedSound = toSoundBuffer();

/**
 * How alike (of 200) two neighbours of one name, written as one, and a part of the other name are; 0 below
 * `SETTINGS.leastJoinedSimilarity`. `cell`: the first of the neighbours × SIDE + the part of the other name.
 */
export function joinedSimilarity(pair: ScoredName, single: ScoredName, cell: number): number {
  if (!mayBeOne(pair, single, cell)) return 0;
  const first = Math.floor(cell / SIDE);
  const least = SETTINGS.leastJoinedSimilarity;
  const head = pair.soundAt(first);
  const tail = pair.soundAt(first + 1);
  const other = single.soundAt(cell % SIDE);
  if (
    !other.isVowelless &&
    areMeasurable(head, tail) &&
    isFarApart(measureJoined(head, tail, joinedSound), other, least)
  )
    return 0;
  return soundSimilarity(joinSounds(head, tail, joinedSound), other, least);
}

/** False where lengths or consonants say that two neighbours are no part of the other name; what a script leaves unwritten says nothing. */
function mayBeOne(pair: ScoredName, single: ScoredName, cell: number): boolean {
  const first = Math.floor(cell / SIDE);
  const position = cell % SIDE;
  if (pair.vowelless[first] === 1 || single.vowelless[position] === 1) return true;
  const length = pair.soundLengths[first]! + pair.soundLengths[first + 1]!;
  if (Math.abs(length - single.soundLengths[position]!) > LENGTH_TOLERANCE) return false;
  // Words that are alike enough to be one differ in one consonant at most, so their first or their last one agrees.
  return haveCommonEnd(pair.ends[first]!, pair.ends[first + 1]!, single.ends[position]!);
}

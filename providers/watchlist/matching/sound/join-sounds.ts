/* eslint-disable @typescript-eslint/no-non-null-assertion --
   inner loop of the matcher: every index is below the length of its sound */
import { familyCountsOf, joinAnswers, joinOwn, UNKNOWN_COUNTS } from './families.ts';
import { MASS, MODES } from './costs.ts';
import { ownMassOf } from './mass.ts';
import { ALPHABET_SIZE, LONGEST_SOUND, type Sound } from './symbols.ts';
import { toSoundBuffer, type SoundBuffer } from './to-sound.ts';

/** Two words written as one, into `joined`; a sound that ends the first and begins the second counts once. */
export function joinSounds(head: Sound, tail: Sound, joined: SoundBuffer = toSoundBuffer()): Sound {
  const skipped = sharedSound(head, tail) > 0 ? 1 : 0;
  const { codes } = joined;
  const room = Math.min(LONGEST_SOUND - head.length, tail.length - skipped);
  for (let index = 0; index < head.length; index += 1) codes[index] = head.codes[head.start + index]!;
  for (let index = 0; index < room; index += 1) codes[head.length + index] = tail.codes[tail.start + skipped + index]!;
  if (areMeasurable(head, tail)) return measureJoined(head, tail, joined);
  joined.length = head.length + room;
  joined.isVowelless = head.isVowelless || tail.isVowelless;
  joined.mass = ownMassOf(joined);
  const { own, answers } = joined.isVowelless ? UNKNOWN_COUNTS : familyCountsOf(joined);
  joined.own = own;
  joined.answers = answers;
  return joined;
}

/** Whether what is known of two words says all of what `joinSounds` knows of both, but for the sounds themselves. */
export function areMeasurable(head: Sound, tail: Sound): boolean {
  return !head.isVowelless && !tail.isVowelless && head.length + tail.length <= LONGEST_SOUND;
}

/** What `joinSounds` knows of two such words, without their sounds. */
export function measureJoined(head: Sound, tail: Sound, joined: SoundBuffer): Sound {
  const shared = sharedSound(head, tail);
  joined.length = head.length + tail.length - (shared > 0 ? 1 : 0);
  joined.isVowelless = false;
  joined.mass = head.mass + tail.mass - (shared > 0 ? MASS[MODES.plain * ALPHABET_SIZE + shared]! : 0);
  joined.own = joinOwn(head.own, tail.own, shared);
  joined.answers = joinAnswers(head.answers, tail.answers);
  return joined;
}

/** The sound that ends the first word and begins the second, or 0. */
export function sharedSound(head: Sound, tail: Sound): number {
  if (head.length === 0 || tail.length === 0) return 0;
  const last = head.codes[head.start + head.length - 1]!;
  return last === tail.codes[tail.start] ? last : 0;
}

/* eslint-disable @typescript-eslint/no-non-null-assertion --
   inner loop of the matcher: every code is below ALPHABET_SIZE */
import { MASS, MODES, type Mode } from './costs.ts';
import { ALPHABET_SIZE, type SoundCodes } from './symbols.ts';

/** The weight of a word's sounds: what deleting all of them means. */
export function massOf({ codes, start, length }: SoundCodes, mode: Mode): number {
  let mass = 0;
  for (let index = start; index < start + length; index += 1) mass += MASS[mode * ALPHABET_SIZE + codes[index]!]!;
  return mass;
}

/** The weight of a word when it is compared with one from the same kind of script. */
export function ownMassOf(sound: SoundCodes): number {
  return massOf(sound, sound.isVowelless ? MODES.vowelless : MODES.plain);
}

import { familyCountsOf, UNKNOWN_COUNTS } from './families.ts';
import { ownMassOf } from './mass.ts';
import { codeAt, LONGEST_SOUND, type Sound, type SoundCodes } from './symbols.ts';

const scratch = new Uint8Array(LONGEST_SOUND);

/** Symbols → sound; unknown symbols are left out. */
export function toSound(symbols: string, isVowelless: boolean): Sound {
  let length = 0;
  for (let index = 0; index < symbols.length && length < LONGEST_SOUND; index += 1) {
    const code = codeAt(symbols, index);
    if (code === 0) continue;
    scratch[length] = code;
    length += 1;
  }
  return measured({ codes: scratch.slice(0, length), start: 0, length, isVowelless });
}

function measured(sound: SoundCodes): Sound {
  const { codes, start, length, isVowelless } = sound;
  const { own, answers } = familyCountsOf(sound);
  return { codes, start, length, isVowelless, mass: ownMassOf(sound), own, answers };
}

/** A sound that is written into. */
export type SoundBuffer = { -readonly [Field in keyof Sound]: Sound[Field] };

export function toSoundBuffer(): SoundBuffer {
  const { own, answers } = UNKNOWN_COUNTS;
  return { codes: new Uint8Array(LONGEST_SOUND), start: 0, length: 0, isVowelless: false, mass: 0, own, answers };
}

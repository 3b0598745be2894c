import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { soundOf } from '../../../providers/watchlist/matching/sound/encode.ts';
import {
  areMeasurable,
  joinSounds,
  measureJoined,
  sharedSound,
} from '../../../providers/watchlist/matching/sound/join-sounds.ts';
import { ownMassOf } from '../../../providers/watchlist/matching/sound/mass.ts';
import { joinSkeletons, skeletonsOf } from '../../../providers/watchlist/matching/sound/skeleton.ts';
import { toSoundBuffer } from '../../../providers/watchlist/matching/sound/to-sound.ts';

const words = fc.string({ unit: fc.constantFrom(...Array.from('aeiouhklmnrstwjxyzbdg')), maxLength: 14 });
const sound = (spoken: string) => soundOf({ spoken, certainty: 'spelled' });

test('two words written as one are known by what is known of each', () => {
  fc.assert(
    fc.property(words, words, (head, tail) => {
      const [first, second] = [sound(head), sound(tail)];
      const joined = joinSounds(first, second);
      expect(areMeasurable(first, second)).toBe(true);
      const { length, mass, own, answers } = measureJoined(first, second, toSoundBuffer());
      expect({ length, mass }).toEqual({ length: joined.length, mass: ownMassOf(joined) });
      expect({ own, answers }).toEqual({ own: joined.own, answers: joined.answers });
    }),
  );
});

test('the skeleton of two words written as one is that of both', () => {
  fc.assert(
    fc.property(words, words, (head, tail) => {
      const [first, second] = [sound(head), sound(tail)];
      const [ofFirst = 0] = skeletonsOf(first);
      const [ofSecond = 0] = skeletonsOf(second);
      expect(joinSkeletons(ofFirst, ofSecond, sharedSound(first, second))).toBe(
        skeletonsOf(joinSounds(first, second))[0],
      );
    }),
    { numRuns: 1_000 },
  );
});

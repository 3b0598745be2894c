import { expect, test } from '@jest/globals';
import { FULL_SIMILARITY, soundSimilarity } from '../../../providers/watchlist/matching/sound/distance.ts';
import { soundOf } from '../../../providers/watchlist/matching/sound/encode.ts';
import { gappedSkeletons, skeletonsOf } from '../../../providers/watchlist/matching/sound/skeleton.ts';
import { typoKeysOf } from '../../../providers/watchlist/matching/sound/typo-keys.ts';

const sound = (word: string) => soundOf({ spoken: word, certainty: /[a-z]/u.test(word) ? 'spelled' : 'consonants' });
const similarity = (left: string, right: string): number =>
  soundSimilarity(sound(left), sound(right)) / FULL_SIMILARITY;

test.each([
  ['mohammed', 'muhammad'],
  ['tsvetayev', 'tsvetaev'],
  ['qaddafi', 'gadhafi'],
  ['schukin', 'shchukin'],
  ['krasnov', 'krasnoff'],
  ['sjuljakovskij', 'shulyakovsky'],
  ['andrej', 'andrey'],
  ['mohammed', 'محمد'],
  ['gaddafi', 'قذافی'],
  ['katzenelson', 'קצנלסונ'],
])('%s and %s sound alike', (left, right) => {
  expect(similarity(left, right)).toBeGreaterThan(0.87);
});

test.each([
  ['lavrov', 'navros'],
  ['rahman', 'rahim'],
  ['hassan', 'salem'],
  ['smith', 'jones'],
])('%s and %s do not', (left, right) => {
  expect(similarity(left, right)).toBeLessThan(0.75);
});

test('similarity is the same in both directions', () => {
  for (const [left, right] of [
    ['mohammed', 'محمد'],
    ['sergei', 'serhiy'],
    ['kim', 'gim'],
  ] as const) {
    expect(similarity(left, right)).toBe(similarity(right, left));
  }
});

test('a limit turns less into nothing and leaves the rest as it is', () => {
  expect(soundSimilarity(sound('lavrov'), sound('navros'), 150)).toBe(0);
  expect(soundSimilarity(sound('lavrov'), sound('lavrof'), 150)).toBe(
    soundSimilarity(sound('lavrov'), sound('lavrof')),
  );
});

test('spellings of one name share a skeleton, in other scripts too', () => {
  const shared = (left: string, right: string) => {
    const keys = new Set(skeletonsOf(sound(left)));
    return skeletonsOf(sound(right)).some((key) => keys.has(key));
  };
  expect(shared('youssef', 'یوسف')).toBe(true);
  expect(shared('jamal', 'gamal')).toBe(true);
  expect(shared('khalid', 'halid')).toBe(true);
  expect(shared('hassan', 'salem')).toBe(false);
});

test('short skeletons have no gaps, which would match anything', () => {
  expect(skeletonsOf(sound('kim')).flatMap(gappedSkeletons)).toEqual([]);
});

test.each([
  ['a wrong consonant', 'salim', 'salin'],
  ['a missing consonant', 'zawrani', 'zawani'],
  ['swapped letters', 'lakhal', 'lakahl'],
])('%s leaves a key in common', (_slip, word, slip) => {
  const keys = new Set([...typoKeysOf(sound(word)), ...skeletonsOf(sound(word))]);
  expect([...typoKeysOf(sound(slip)), ...skeletonsOf(sound(slip))].some((key) => keys.has(key))).toBe(true);
});

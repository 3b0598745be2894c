import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readWrittenName } from '../../../providers/watchlist/matching/parts/read-name.ts';
import { SpellingMemory } from '../../../providers/watchlist/matching/parts/spelling.ts';
import { toWrittenName } from '../../../providers/watchlist/matching/parts/written-name.ts';

/** Keeps a name off the short way that names of plain letters take, and is then left out. */
const INVISIBLE = '\u200b';
const PIECES = [
  'Ivan',
  'de',
  'JC',
  'J',
  'bc',
  'Mc',
  'O',
  'al',
  'company',
  'joint stock',
  'ltd',
  'A',
  ' ',
  '  ',
  ',',
  '-',
  '.',
  "'",
  '<',
  '7',
  '/',
];
const names = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(''));

test('a name of plain letters is parted as any other name is', () => {
  fc.assert(
    fc.property(names, (name) => {
      expect(toWrittenName(name).words).toEqual(toWrittenName(name + INVISIBLE).words);
    }),
    { numRuns: 2_000 },
  );
});

test('what is remembered of a word changes nothing of how it is read', () => {
  const forgetful = new SpellingMemory(1);
  const retentive = new SpellingMemory(1_000);
  for (const name of ['Dr Ali Abdulrahman', 'AL SADR', 'Ali al Ali', 'Abdulrahman bin Ali', 'Dr J']) {
    const written = toWrittenName(name);
    const anew = readWrittenName(written, new SpellingMemory(1_000));
    expect(readWrittenName(written, forgetful)).toEqual(anew);
    expect(readWrittenName(written, retentive)).toEqual(anew);
  }
});

import { expect, test } from '@jest/globals';
import { readName } from '../../../providers/watchlist/matching/parts/read-name.ts';
import { variantGroupsOf } from '../../../providers/watchlist/matching/parts/variants.ts';

const areForms = (left: string, right: string): boolean => {
  const groups = variantGroupsOf(left);
  return variantGroupsOf(right).some((group) => groups.includes(group));
};

test.each([
  ['giuseppe', 'joseph'],
  ['aleh', 'oleg'],
  ['hryhoriy', 'gregorij'],
  ['georgievich', 'heorhievitj'],
  ['nikolaevich', 'mykolayovych'],
  ['mikhailovna', 'mykhailivna'],
])('%s and %s are forms of one name', (left, right) => {
  expect(areForms(left, right)).toBe(true);
});

test.each([
  ['georgievich', 'grigoryevich'],
  ['georgy', 'georgievich'],
  ['petrovich', 'pavlovich'],
])('%s and %s are not', (left, right) => {
  expect(areForms(left, right)).toBe(false);
});

test('a slip makes no particle of a surname', () => {
  const partsOf = (name: string) => readName(name)[0]?.map(({ text, kind }) => [text, kind]);
  expect(partsOf('Tarek bin Ladin')).toEqual([
    ['tarek', 'full'],
    ['bin', 'light'],
    ['ladin', 'full'],
  ]);
  expect(partsOf('Badul Karim')?.[0]).toEqual(['abd', 'light']);
});

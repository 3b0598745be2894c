import { expect, test } from '@jest/globals';
import { comparePair } from '../../../providers/watchlist/matching/compare-pair.ts';

test.each([
  ['Orlando Vasquez Prieto', 'Vasquez Prieto, Orlando'],
  ['Tatiana Zhuravlyova', 'Татьяна Журавлёва'],
  ['Bill Harrowgate', 'William Harrowgate'],
  ['Noureddine Bel-Hadi', 'Nur al-Din Belhadi'],
  ['Vodanex Limited', 'Vodanex Ltd'],
])('%s and %s may be one', (left, right) => {
  expect(comparePair(left, right)).toBeGreaterThan(0.7);
});

test('another father is another person, a slip in one letter is not', () => {
  const slip = comparePair('Yusuf Idris Talhouni', 'Yusuf Idris Talhoumi');
  expect(comparePair('Yusuf Idris Talhouni', 'Yusuf Zakaria Talhouni')).toBeLessThan(slip - 0.2);
});

test.each([
  ['Orlando Vasquez', 'Rolando Quintero'],
  ['Antonia Ferrante', 'Antonio Ferrante'],
  ['Sergey Viktorovich Lomov', 'Andrey Viktorovich Lomov'],
  ['Hana', ''],
])('%s and %s are less alike than a name and itself', (left, right) => {
  expect(comparePair(left, right)).toBeLessThan(comparePair(left, left));
});

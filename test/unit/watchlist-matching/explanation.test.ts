import { expect, test } from '@jest/globals';
import { buildIndex } from '../../../providers/watchlist/matching/index/build-index.ts';
import { Matcher } from '../../../providers/watchlist/matching/search/matcher.ts';
import { inventList } from './invented-persons.ts';

const matcher = new Matcher(buildIndex(inventList()));
const QUERIES = [
  { name: 'Mahmud Talib El Zaurany', birthDate: '1971-12-03', countries: ['IQ'] },
  { name: 'محمود طالب الزوراني' },
  { name: 'Joseph Bragadini', documentNumbers: ['YA1234567'], birthDate: '1980-01-01' },
  { name: 'Namgung Jonghwan', birthDate: '1999' },
  { name: 'Taleb Mahmoud Omar Zawrani' },
  { name: '山崎 武' },
  { name: 'Olga Weisenbruner' },
  { name: 'Rajendr aKumar Vishwanath' },
];

test('the lines of every explanation add up to the score that the search gave', () => {
  for (const query of QUERIES) {
    for (const match of matcher.search(query, { top: 14 }).matches) {
      const explanation = matcher.explain(query, match.person);
      expect(explanation?.units).toBe(match.units);
      expect(explanation?.contributions.reduce((sum, { units }) => sum + units, 0)).toBe(match.units);
    }
  }
});

test('an explanation names the parts, how they compare and what spoke against', () => {
  const query = { name: 'Josef Bragadini Neri', birthDate: '1980-01-01' };
  const [match] = matcher.search(query, { top: 1 }).matches;
  const explanation = matcher.explain(query, match?.person ?? -1);
  expect(explanation).toMatchObject({ entryId: 'p8', listedName: 'Giuseppe Bragadini' });
  expect(explanation?.contributions).toContainEqual(
    expect.objectContaining({ about: 'name_parts', guest: 'josef', listed: 'giuseppe', comparison: 'other_form' }),
  );
  expect(explanation?.contributions).toContainEqual({ about: 'only_guest_has', part: 'neri', units: 0 });
});

test('parts written as one are shown as such', () => {
  const explanation = matcher.explain({ name: 'Namgung Chonghwan' }, 2);
  expect(explanation?.contributions).toContainEqual(
    expect.objectContaining({ guest: 'chonghwan', listed: 'jong hwan', comparison: 'written_as_one' }),
  );
});

test('spaces that were moved are said, and count against a little', () => {
  const [moved, exact] = ['Rajendr aKumar Vishwanath', 'Rajendra Kumar Vishwanath'].map((name) =>
    matcher.explain({ name }, 5),
  );
  expect(moved?.contributions).toContainEqual({ about: 'other_spacing', units: -1_500 });
  expect(moved?.contributions).toContainEqual(
    expect.objectContaining({ guest: 'rajendra', listed: 'rajendra', comparison: 'same' }),
  );
  expect(moved?.units).toBe((exact?.units ?? 0) - 1_500);
});

test('a name without a letter has no explanation', () => {
  expect(matcher.explain({ name: '…' }, 0)).toBeUndefined();
});

import { expect, test } from '@jest/globals';
import {
  compareBirthDates,
  findPartialDate,
  packBirthDate,
  unpackBirthDate,
  unitsOf,
  type PartialDate,
} from '../../../providers/watchlist/matching/score/birth-dates.ts';
import type { ListedBirthDate } from '../../../providers/watchlist/listed-person.ts';

const date = (text: string): PartialDate => {
  const found = findPartialDate(text);
  if (found === undefined) throw new Error(`not a date: ${text}`);
  return found;
};
const compare = (guest: string, listed: ListedBirthDate) =>
  compareBirthDates(date(guest), unpackBirthDate(...packBirthDate(listed)));
const whole = { year: 1971, month: 3, day: 12 };

test.each([
  ['1971-03-12', whole, 'same_date'],
  ['1971-3-12', whole, 'same_date'],
  ['1971-12-03', whole, 'day_and_month_swapped'],
  ['1971-03-17', whole, 'one_digit_apart'],
  ['1917-03-12', whole, 'one_digit_apart'],
  ['1972-03-12', whole, 'same_day_neighbouring_year'],
  ['1970-03-12', whole, 'same_day_neighbouring_year'],
  ['1971-03-28', whole, 'same_month'],
  ['1971-08-25', whole, 'same_year_other_day'],
  ['1971', whole, 'same_year'],
  ['1971-05-06', { year: 1971 }, 'same_year'],
  ['1971-05-06', { year: 1971, month: 1, day: 1 }, 'same_year'],
  ['1972-05-06', { year: 1971 }, 'neighbouring_year'],
  ['1968-05-06', { year: 1965, yearTo: 1970 }, 'within_range'],
  ['1973-05-06', { year: 1971, circa: true }, 'neighbouring_year'],
  ['1975-08-25', whole, 'years_apart'],
  ['1990-08-25', whole, 'far_apart'],
] as const)('%s against %j is %s', (guest, listed, expected) => {
  expect(compare(guest, listed)).toBe(expected);
});

test('an exact date speaks for, a distant one against, a slip in between', () => {
  expect(unitsOf('same_date')).toBeGreaterThan(unitsOf('one_digit_apart'));
  expect(unitsOf('one_digit_apart')).toBeGreaterThan(0);
  expect(unitsOf('far_apart')).toBeLessThan(unitsOf('years_apart'));
  expect(unitsOf('years_apart')).toBeLessThan(0);
});

test.each(['', 'unknown', '12.3.1971', '71'])('%j is no date', (text) => {
  expect(findPartialDate(text)).toBeUndefined();
});

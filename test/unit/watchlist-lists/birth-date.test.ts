import { describe, expect, test } from '@jest/globals';
import { findBirthDate } from '../../../providers/watchlist/lists/birth-date.ts';
import { findDay } from '../../../providers/watchlist/lists/listed-day.ts';
import { readComputingMs } from '../../support/computing-time.ts';

const march = { year: 1961, month: 3, day: 15 };

describe('A birth date is understood in every shape that publishers use', () => {
  test.each([
    ['1961-03-15', march],
    ['1961-03-15T00:00:00Z', march],
    ['19610315', march],
    ['15 Mar 1961', march],
    ['15 March 1961.', march],
    ['15-Mar-1961', march],
    ['15th March, 1961', march],
    ['March 15, 1961', march],
    ['15/03/1961', march],
    ['15.03.1961', march],
    ['03/15/1961', march],
    ['1961/03/15', march],
    ['Born on 15 Mar. 1961', march],
    ['1961-03', { year: 1961, month: 3 }],
    ['1961-03-00', { year: 1961, month: 3 }],
    ['00/03/1961', { year: 1961, month: 3 }],
    ['dd/03/1961', { year: 1961, month: 3 }],
    ['Mar 1961', { year: 1961, month: 3 }],
    ['Sept. 1961', { year: 1961, month: 9 }],
    ['1961', { year: 1961 }],
    ['00/00/1961', { year: 1961 }],
    ['dd/mm/1961', { year: 1961 }],
    ['10/00/1983', { year: 1983 }],
    ['circa 1960', { year: 1960, circa: true }],
    ['c. 1960', { year: 1960, circa: true }],
    ['approximately 1960', { year: 1960, circa: true }],
    ['circa 15 Mar 1961', { ...march, circa: true }],
    ['spring 1961', { year: 1961, circa: true }],
    ['1955 to 1958', { year: 1955, yearTo: 1958 }],
    ['1955-1958', { year: 1955, yearTo: 1958 }],
    ['circa 1955-1958', { year: 1955, yearTo: 1958, circa: true }],
    ['between 1955 and 1958', { year: 1955, yearTo: 1958 }],
    ['01 Jan 1976 to 31 Dec 1978', { year: 1976, yearTo: 1978 }],
    ['01 Jan 1976 to 31 Dec 1976', { year: 1976 }],
    ['01 Mar 1976 to 31 Mar 1976', { year: 1976, month: 3 }],
    ['Mar 1961 to Apr 1961', { year: 1961 }],
    ['1960s', { year: 1960, yearTo: 1969 }],
    ['late 1960s', { year: 1960, yearTo: 1969, circa: true }],
  ])('%s', (text, expected) => {
    expect(findBirthDate(text)).toEqual(expected);
  });

  test('and the order of digits is the caller’s to say', () => {
    expect(findBirthDate('03/04/1970')).toEqual({ year: 1970, month: 4, day: 3 });
    expect(findBirthDate('03/04/1970', 'month-first')).toEqual({ year: 1970, month: 3, day: 4 });
  });
});

test.each([
  '',
  'unknown',
  '30-35 years old',
  '31/02/1970',
  '1970-13-01',
  '61',
  '15/03/61',
  '1380',
  '1958 to 1955',
  '0000',
])('%j is no birth date', (text) => {
  expect(findBirthDate(text)).toBeUndefined();
});

test('a text of any length and shape is done with at once', () => {
  const started = readComputingMs();
  for (const text of ['1'.repeat(1e6), '1 '.repeat(1e5), 'circa '.repeat(1e5), ' '.repeat(1e6), '-'.repeat(79)]) {
    expect(findBirthDate(text)).toBeUndefined();
  }
  expect(readComputingMs() - started).toBeLessThan(1000);
});

test('a day of listing is a whole day or none', () => {
  expect(findDay('2015-04-07-04:00')).toBe('2015-04-07');
  expect(findDay('2026-02-27T00:00:09.554Z')).toBe('2026-02-27');
  expect(findDay('24-Jun-2026')).toBe('2026-06-24');
  expect(findDay('04/22/2020', 'month-first')).toBe('2020-04-22');
  expect(findDay('2020')).toBeUndefined();
  expect(findDay('circa 1 Mar 2020')).toBeUndefined();
});

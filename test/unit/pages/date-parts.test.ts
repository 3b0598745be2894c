import { describe, expect, test } from '@jest/globals';
import { dateParts, joinDateParts } from '../../../src/pages/form/date-parts.ts';

describe('the three fields of a date', () => {
  test.each([
    ['en', ['Day', 'Month', 'Year']],
    ['de', ['Tag', 'Monat', 'Jahr']],
    ['ja', ['年', '月', '日']],
    ['zh', ['年', '月', '日']],
    ['ar', ['يوم', 'الشهر', 'السنة']],
  ])('stand in %s as that culture writes a date', (language, labels) => {
    expect(dateParts({ language, value: '' }).map(({ label }) => label)).toEqual(labels);
  });

  test('come back as they were typed, even where no calendar has such a day', () => {
    const value = joinDateParts({ day: '30', month: '2', year: 'abc' });
    expect(dateParts({ language: 'en', value }).map((part) => part.value)).toEqual(['30', '02', 'abc']);
  });

  test.each([
    [{ day: '7', month: '3', year: '1985' }, '1985-03-07'],
    [{ day: '٧', month: '١٢', year: '١٩٨٥' }, '1985-12-07'],
    [{ day: '൭', month: '൧൨', year: '൧൯൮൫' }, '1985-12-07'],
    [{ day: '７', month: '３', year: '１９８５' }, '1985-03-07'],
    [{ day: ' 7 ', month: '-3', year: '1985' }, '1985-03-07'],
    [{ day: '', month: ' ', year: '' }, ''],
    [{ day: '', month: '3', year: '1985' }, '1985-03-'],
  ])('join %j into %s', (parts, value) => {
    expect(joinDateParts(parts)).toBe(value);
  });
});

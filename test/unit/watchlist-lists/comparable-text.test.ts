import { expect, test } from '@jest/globals';
import type { ListedPerson } from '../../../providers/watchlist/listed-person.ts';
import { toComparableText } from '../../../providers/watchlist/refresh/comparable-text.ts';

const person: ListedPerson = {
  entryId: '1',
  names: [
    { full: 'Tariq Zalmoudi', quality: 'primary', parts: { given: 'Tariq', family: 'Zalmoudi' } },
    { full: 'Abu Sample', quality: 'weak' },
  ],
  birthDates: [{ year: 1961, month: 3 }, { year: 1960 }],
  birthPlaces: ['Sfax'],
  countries: ['TN', 'DE'],
  gender: 'M',
  documents: [{ type: 'Passport', number: 'A1' }],
  programmes: ['SDGT'],
  listedOn: '2020-01-01',
  links: ['https://example.org/1'],
};

test('order, and the links, are no change', () => {
  const reordered = {
    ...person,
    names: person.names.toReversed().map(({ quality, full, ...parts }) => ({ ...parts, quality, full })),
    birthDates: person.birthDates.toReversed(),
    countries: person.countries.toReversed(),
    links: ['https://example.org/other'],
  };
  expect(toComparableText(reordered)).toBe(toComparableText(person));
});

test.each<[string, ListedPerson]>([
  ['a name more', { ...person, names: [...person.names, { full: 'Tarek', quality: 'strong' }] }],
  ['another quality', { ...person, names: person.names.map((name) => ({ ...name, quality: 'strong' })) }],
  ['other parts', { ...person, names: person.names.map((name) => ({ ...name, parts: { family: 'Tariq' } })) }],
  ['a birth date', { ...person, birthDates: [{ year: 1961, month: 4 }, { year: 1960 }] }],
  ['a country', { ...person, countries: ['TN'] }],
  ['another gender', { ...person, gender: 'F' }],
  ['a document', { ...person, documents: [] }],
  ['a programme', { ...person, programmes: ['OTHER'] }],
])('%s is a change', (_what, next) => {
  expect(toComparableText(next)).not.toBe(toComparableText(person));
});

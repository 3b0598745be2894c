import { expect, test } from '@jest/globals';
import { toSearchQuery, toSearchTerms } from '../../../src/domain/search-terms.ts';
import { toSampleFields, toSampleSubject } from './sample-subject.ts';

const isFoundBy = (text: string, terms: readonly string[]) => {
  const query = toSearchQuery(text);
  return query.length > 0 && query.every((term) => terms.includes(term));
};

const subject = toSampleSubject({
  reservationId: '3847562910384',
  fields: toSampleFields({
    firstName: 'Zoë Marie',
    lastName: 'O’Brien-Müller',
    email: 'Zoe.Brien@Example.org',
    phone: '+49 171 2345678',
    cellPhone: '(030) 901820',
  }),
});
const terms = toSearchTerms(subject);

test.each([
  ['a first name', 'Zoë'],
  ['a first name without its accent', 'zoe'],
  ['the beginning of a name', 'mü'],
  ['two names in any order', 'muller zoe'],
  ['a name with its apostrophe and hyphen', 'O’Brien-Müller'],
  ['capitals', 'MARIE'],
  ['an e-mail address', 'zoe.brien@example.org'],
  ['an e-mail address in another case, with spaces around', '  ZOE.Brien@EXAMPLE.org '],
  ['the local part of an e-mail address', 'brien'],
  ['a phone number as it is written', '+49 171 2345678'],
  ['a phone number as it is dialled within the country', '0171 2345678'],
  ['the same without a space', '01712345678'],
  ['a phone number with another prefix', '0049 (171) 234-5678'],
  ['the end of a phone number', '345678'],
  ['the second phone', '030 901820'],
  ['the reservation', '3847562910384'],
])('a guest is found by %s', (_what, text) => {
  expect(isFoundBy(text, terms)).toBe(true);
});

test.each([
  ['another name', 'Anna'],
  ['the end of a name', 'rien-muller x'],
  ['a name of which one word is wrong', 'Zoe Schmidt'],
  ['part of an e-mail address', 'brien@example.org'],
  ['another phone', '+49 171 2345679'],
  ['another reservation', '3847562910385'],
  ['one letter', 'z'],
  ['nothing', '   '],
  ['signs', '%_*'],
])('a guest is not found by %s', (_what, text) => {
  expect(isFoundBy(text, terms)).toBe(false);
});

test.each(['R-2026/17', '12345', 'ABC'])('the reservation %s is found by its number', (reservationId) => {
  expect(isFoundBy(reservationId, toSearchTerms(toSampleSubject({ reservationId })))).toBe(true);
});

test('a name of one character is found by it', () => {
  const chinese = toSampleSubject({ fields: toSampleFields({ firstName: '明', lastName: '李' }) });
  expect(isFoundBy('李 明', toSearchTerms(chinese))).toBe(true);
});

test('no term is there twice, and none is empty', () => {
  expect(new Set(terms).size).toBe(terms.length);
  expect(terms).not.toContain('');
});

test('a guest of whom only the reservation is known has only that', () => {
  const unknown = toSampleFields({ firstName: undefined, lastName: undefined, email: undefined, phone: undefined });
  expect(toSearchTerms(toSampleSubject({ reservationId: 'R1', fields: unknown }))).toEqual(['r1']);
});

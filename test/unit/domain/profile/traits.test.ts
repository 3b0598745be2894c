import { describe, expect, test } from '@jest/globals';
import {
  type BindingCandidate,
  chooseCard,
  type PersonMarks,
  toTraits,
} from '../../../../src/domain/profile/traits.ts';

const nobody: PersonMarks = { emails: [], phones: [], documents: [] };
const kindsOf = (marks: Partial<PersonMarks>) => toTraits({ ...nobody, ...marks }).map(({ kind }) => kind);

describe('what a guest joins a card by', () => {
  test.each([
    ['nothing at all', {}, []],
    ['a name alone', { name: 'ana fontes' }, []],
    ['an address alone, which families share', { emails: ['a@x.pt'] }, ['email']],
    ['a document alone, which is typed in for families', { documents: ['X1'] }, ['document']],
    ['name and address', { name: 'ana fontes', emails: ['a@x.pt'] }, ['email_name', 'email']],
    ['a booking site’s address, which is nobody’s', { name: 'ana fontes', emails: ['a@guest.booking.com'] }, []],
    ['name and birth date', { name: 'ana fontes', birthDate: '1990-01-02' }, ['name_birth']],
    [
      'document with name and birth date',
      { name: 'ana fontes', birthDate: '1990-01-02', documents: ['X1'] },
      ['document_name', 'document_birth', 'name_birth', 'document'],
    ],
    ['the sound of a name, which is a hint', { sound: '12-34' }, ['sound']],
  ])('of %s', (_, marks, kinds) => {
    expect(kindsOf(marks)).toEqual(kinds);
  });

  test('tells one kind of trait from another with the same words', () => {
    const values = toTraits({ ...nobody, name: 'a', emails: ['b@x.pt'], phones: ['b@x.pt'] }).map(({ value }) => value);
    expect(new Set(values).size).toBe(values.length);
  });
});

describe('the card that is chosen', () => {
  const candidate = (changes: Partial<BindingCandidate>): BindingCandidate => {
    return { memberNo: 1, profileNo: 1, rule: 'email_name', birthDates: 'unknown', ...changes };
  };

  test('is that of the surest rule, among equals the oldest', () => {
    const sure = candidate({ memberNo: 9, profileNo: 9, rule: 'document_name' });
    const late = candidate({ memberNo: 7, profileNo: 7 });
    expect(chooseCard([late, candidate({ memberNo: 3, profileNo: 3 }), sure])).toBe(sure);
    expect(chooseCard([late, candidate({ memberNo: 3, profileNo: 3 })])?.profileNo).toBe(3);
  });

  test('is nobody’s whose birth date is another, unless name and document say otherwise', () => {
    expect(chooseCard([candidate({ birthDates: 'different' })])).toBeUndefined();
    expect(chooseCard([candidate({ rule: 'document_name', birthDates: 'different' })])).toBeDefined();
  });

  test('is none where nobody shares anything', () => {
    expect(chooseCard([])).toBeUndefined();
  });
});

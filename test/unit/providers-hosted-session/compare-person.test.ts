import { describe, expect, test } from '@jest/globals';
import { comparePerson, type VerifiedPerson } from '../../../providers/hosted-session/compare-person.ts';
import { findExpectation, toBookedPerson, toExpectationText } from '../../../providers/hosted-session/expectation.ts';
import type { DeclaredFields } from '../../../src/ports/check-provider.ts';

const key = 'k'.repeat(32);

function compare(booked: DeclaredFields, person: VerifiedPerson, keys: readonly string[] = [key]): string {
  const expectation = findExpectation(toExpectationText(toBookedPerson(booked), key, 'Q1'));
  const { familyName, givenName, birthDate } = comparePerson({ expectation, person, keys, questionId: 'Q1' });
  return `${familyName} ${givenName} ${birthDate}`;
}

const named = (firstName: string, lastName: string) => ({ firstName, lastName });

describe('a document agrees with a booking', () => {
  test.each([
    ['in capitals and without accents', named('José', 'Núñez'), named('JOSE', 'NUNEZ')],
    ['with an umlaut written as two letters', named('Jörg', 'Müller'), named('JOERG', 'MUELLER')],
    ['with a sharp s', named('Anna', 'Weiß'), named('ANNA', 'WEISS')],
    ['with a second given name', named('James', 'Smith'), named('Robert James', 'Smith')],
    ['with a second family name', named('Maria', 'Garcia'), named('Maria', 'Garcia Lopez')],
    ['with one family name of two booked', named('Maria', 'Garcia Lopez'), named('Maria', 'Garcia')],
    ['without the particles of a name', named('Eva', 'van der Berg'), named('Eva', 'Berg')],
    ['with particles as one word', named('Juan', 'de la Cruz'), named('Juan', 'Delacruz')],
    ['with a hyphen', named('Anne-Marie', 'Meyer-Lüdenscheid'), named('Anne Marie', 'Meyer Luedenscheid')],
    ['with an apostrophe', named('Sinead', 'O’Connor'), named('Sinead', 'OConnor')],
    ['booked with an initial', named('R.', 'Smith'), named('Robert', 'Smith')],
    ['in the other order', named('Nguyen', 'Linh'), named('Linh', 'Nguyen')],
    ['that has all names in one field', named('Siti', 'Rahayu'), { firstName: 'Siti Rahayu' }],
  ])('%s', (_how, booked, shown) => {
    expect(compare(booked, shown)).toBe('same same unknown');
  });

  test('by its birth date', () => {
    const booked = { ...named('Ann', 'Lee'), birthDate: '1990-02-03' };
    expect(compare(booked, { ...named('Ann', 'Lee'), birthDate: '1990-02-03' })).toBe('same same same');
    expect(compare(booked, { ...named('Ann', 'Lee'), birthDate: '1990-03-02' })).toBe('same same different');
    expect(compare(booked, named('Ann', 'Lee'))).toBe('same same unknown');
    expect(compare({ ...booked, birthDate: 'x' }, { ...named('Ann', 'Lee'), birthDate: '1990-02-03' })).toBe(
      'same same unknown',
    );
  });
});

describe('a document differs', () => {
  test.each([
    ['different same', named('Ann', 'Lee'), named('Ann', 'Kim')],
    ['same different', named('Ann', 'Lee'), named('Bea', 'Lee')],
    ['different different', named('Ann', 'Lee'), named('Bea', 'Kim')],
    ['different different', named('John', 'James'), named('James', 'Brown')],
    ['different same', named('Ann', 'Lee Kim'), named('Ann', 'Lee Park')],
    ['same different', named('R', 'Smith'), named('John', 'Smith')],
  ])('by family and given name: %s, for %j and %j', (expected, booked, shown) => {
    expect(compare(booked, shown)).toBe(`${expected} unknown`);
  });
});

describe('nothing is held against a guest', () => {
  test.each([
    ['whose booking is in another script', named('太郎', '山田'), named('Taro', 'Yamada')],
    ['whose document has no name', named('Ann', 'Lee'), {}],
  ])('%s', (_why, booked, shown) => {
    expect(compare(booked, shown)).toBe('unknown unknown unknown');
  });

  test('whose expectation was made under a key that is gone', () => {
    expect(compare(named('Ann', 'Lee'), named('Bea', 'Kim'), ['n'.repeat(32)])).toBe('unknown unknown unknown');
  });

  test('while the key is being changed: the older one still counts', () => {
    expect(compare(named('Ann', 'Lee'), named('Ann', 'Lee'), ['n'.repeat(32), key])).toBe('same same unknown');
  });
});

describe('an expectation', () => {
  test('fits into the metadata of a vendor, however long the name', () => {
    const booked = toBookedPerson(named('word '.repeat(2_000), 'a'.repeat(10_000) + ' b'.repeat(5_000)));
    const text = toExpectationText(booked, key, 'Q1');
    expect(text.length).toBeLessThanOrEqual(350);
    expect(text).toMatch(/^[\w.,-]+$/);
  });

  test('of the same guest looks different for each question, and for each key', () => {
    const booked = toBookedPerson(named('Ann', 'Lee'));
    const words = [
      toExpectationText(booked, key, 'Q1'),
      toExpectationText(booked, key, 'Q2'),
      toExpectationText(booked, 'n'.repeat(32), 'Q1'),
    ].flatMap((text) => text.split('.').slice(2, 4));
    expect(new Set(words).size).toBe(6);
  });

  test.each(['', '1', '2.a.b.c.d', '1.a.b.c.d.e', 7, undefined, null])('is not found in %j', (text) => {
    expect(findExpectation(text)).toBeUndefined();
  });
});

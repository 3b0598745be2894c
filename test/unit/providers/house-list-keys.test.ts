import { describe, expect, test } from '@jest/globals';
import { type Identifiers, toGuestKeys, toHouseListKeys } from '../../../providers/house-list/keys.ts';
import type { HouseListKeyKind } from '../../../src/ports/house-list.ts';

const nobody: Identifiers = { names: [], emails: [], phones: [], documentNumbers: [] };
const nameKey = (name: string) => valuesOf('name', { ...nobody, names: [name] });
const phoneKey = (phone: string, country: string | undefined = 'DE') =>
  valuesOf('phone', { ...nobody, phones: [phone] }, country);
const valuesOf = (kind: HouseListKeyKind, person: Identifiers, country?: string) =>
  toHouseListKeys(person, country)
    .filter((key) => key.kind === kind)
    .map(({ value }) => value);

describe('names', () => {
  test.each([
    ['accents', 'José Nuñez', 'Jose Nunez'],
    ['accents written as signs of their own', 'Jose\u0301 Nun\u0303ez', 'José Nuñez'],
    ['the case', 'JOSÉ NUÑEZ', 'José Nuñez'],
    ['the order', 'Nuñez, José', 'José Nuñez'],
    ['a hyphen', 'Anna-Lena Groß', 'Anna Lena Gross'],
    ['an apostrophe', 'Sinéad O’Connor', 'Sinead OConnor'],
    ['spaces', '  José   Nuñez ', 'José Nuñez'],
    ['the German ß in capitals', 'ANNA GROẞ', 'Anna Groß'],
    ['the Danish ø', 'Søren Bjørk', 'Soren Bjork'],
    ['the Polish ł', 'Paweł Łuk', 'Pawel Luk'],
    ['the Turkish ı', 'Yıldız Işık', 'Yildiz Isik'],
    ['the Croatian đ', 'Đorđe Anić', 'Dorde Anic'],
    ['the Icelandic ð and þ', 'Þór Sigurðsson', 'Thor Sigurdsson'],
    ['æ and œ', 'Æsa Lecœur', 'Aesa Lecoeur'],
    ['letters of full width', 'Ａｄａ Moreau', 'Ada Moreau'],
  ])('do not differ by %s', (_what, one, other) => {
    expect(nameKey(one)).toEqual(nameKey(other));
    expect(nameKey(one)).toHaveLength(1);
  });

  test.each([
    ['another first name', 'Jose Nunez', 'Juan Nunez'],
    ['a further name', 'Jose Nunez', 'Jose Maria Nunez'],
  ])('differ by %s', (_what, one, other) => {
    expect(nameKey(one)).not.toEqual(nameKey(other));
  });

  test.each(['José', '', '  ', '-', '?!'])('are left out where they tell nobody apart: “%s”', (name) => {
    expect(nameKey(name)).toEqual([]);
  });

  test.each(['山田 太郎', 'Иван Петров', 'محمد علي', '김 민준'])('are read in their own script: %s', (name) => {
    expect(nameKey(name)).toHaveLength(1);
  });
});

describe('phones', () => {
  test.each([
    '+491712345678',
    '+49 171 2345678',
    '+49 (0)171 2345678',
    '0049 171 2345678',
    '0171 2345678',
    '0171/234-5678',
    '(0171) 23 45 678',
    ' 0171.2345678 ',
    'tel:+49-171-2345678',
  ])('in a German hotel %s is +49 171 2345678', (phone) => {
    expect(phoneKey(phone)).toEqual(['+491712345678']);
  });

  test.each([
    ['US', '(212) 555-0142', '+12125550142'],
    ['US', '011 49 171 2345678', '+491712345678'],
    ['IT', '06 6982 1234', '+390669821234'],
    ['FR', '06 12 34 56 78', '+33612345678'],
    ['de', '0171 2345678', '+491712345678'],
  ])('in %s, %s is %s', (country, phone, key) => {
    expect(phoneKey(phone, country)).toEqual([key]);
  });

  test.each(['', '-', 'n/a', '12', '0', '+', 'call reception'])(
    'are left out where they cannot be read: “%s”',
    (phone) => {
      expect(phoneKey(phone)).toEqual([]);
    },
  );

  test.each([
    ['nowhere', undefined],
    ['a country that is none', 'XX'],
  ])('without a prefix mean nothing in %s', (_where, country) => {
    expect(toHouseListKeys({ ...nobody, phones: ['0171 2345678'] }, country)).toEqual([]);
  });
});

describe('e-mail addresses and documents', () => {
  test.each([
    ['Ada@Example.ORG', ['ada@example.org']],
    ['  ada@example.org ', ['ada@example.org']],
    ['ada at example.org', []],
    ['@', []],
    ['', []],
  ])('the address “%s” reads %j', (email, values) => {
    expect(valuesOf('email', { ...nobody, emails: [email] })).toEqual(values);
  });

  test.each([
    ['c01x 00t-47', ['C01X00T47']],
    ['C01X00T47', ['C01X00T47']],
    ['1234', []],
    ['----------', []],
  ])('the document number “%s” reads %j', (documentNumber, values) => {
    expect(valuesOf('document', { ...nobody, documentNumbers: [documentNumber] })).toEqual(values);
  });
});

test('the same thing written twice is one key', () => {
  const person = { ...nobody, names: ['Ada Moreau', 'MOREAU ADA'], emails: ['a@b.c', 'A@B.C'] };
  expect(toHouseListKeys(person, 'DE')).toEqual([
    { kind: 'name', value: 'ada moreau' },
    { kind: 'email', value: 'a@b.c' },
  ]);
});

describe('a guest', () => {
  test('has a key for each thing that is known', () => {
    const guest = {
      firstName: 'Ada',
      lastName: 'Moreau',
      email: 'ada@example.org',
      phone: '0171 2345678',
      cellPhone: '030 901820',
      documentNumber: 'C01X00T47',
    };
    expect(toGuestKeys(guest, 'DE').map(({ kind }) => kind)).toEqual(['name', 'email', 'phone', 'phone', 'document']);
  });

  test('of whom nothing is known has none', () => {
    expect(toGuestKeys({}, 'DE')).toEqual([]);
  });

  test('writes phones as at home', () => {
    expect(toGuestKeys({ country: 'FR', phone: '06 12 34 56 78' }, 'DE')).toContainEqual({
      kind: 'phone',
      value: '+33612345678',
    });
  });

  test('may as well have written them as the hotel does', () => {
    expect(toGuestKeys({ country: 'FR', phone: '0171 2345678' }, 'DE')).toContainEqual({
      kind: 'phone',
      value: '+491712345678',
    });
  });
});

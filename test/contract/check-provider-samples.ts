import type { DeclaredFields } from '../../src/ports/check-provider.ts';
import type { HouseListMatch } from '../../src/ports/house-list.ts';

/** Somebody whose every trace can be recognised. */
export const canary: DeclaredFields = {
  firstName: 'Zyxanna',
  lastName: 'Qwortzel',
  gender: 'F',
  email: 'zyxanna.qwortzel@canary.example',
  phone: '+49 171 9081726',
  cellPhone: '+49 160 5544332',
  birthDate: '1987-06-05',
  country: 'DE',
  address: 'Papageienweg 77',
  address2: 'Hinterhaus Süd',
  city: 'Bad Kanarienstadt',
  state: 'Vogelsberg',
  zip: '98765',
  documentType: 'passport',
  documentNumber: 'X9Y8Z7W6V',
  documentIssuingCountry: 'DE',
  documentIssuedOn: '2020-01-02',
  documentExpiresOn: '2030-01-01',
  isMainGuest: true,
  bookedOn: '2026-11-01',
  arrivesOn: '2026-11-23',
  departsOn: '2026-11-26',
  adults: 2,
  children: 0,
  guestsListed: 2,
  sourceName: 'Website',
};

/** What of the canary must not turn up in a note, a code or an error. */
export const traces: readonly string[] = [
  'zyxanna',
  'qwortzel',
  'canary.example',
  '1719081726',
  '1605544332',
  '1987-06-05',
  '05.06.1987',
  'papageienweg',
  'x9y8z7w6v',
];

/** What a reception, an import and a prankster write into a field. */
export const oddTexts: readonly string[] = [
  ' ',
  '-',
  'X',
  '?',
  'N/A',
  'null',
  'undefined',
  '__proto__',
  "Robert'); DROP TABLE guests;--",
  '<script>alert(1)</script>',
  '李',
  '山田 太郎',
  'محمد \u202Eبن\u202C علي',
  '👩‍👩‍👧‍👦',
  'e\u0301\u0301\u0301\u0301',
  '\u0000\u0001',
  '\uD800',
  '4111 1111 1111 1111',
  '1985-02-31',
  '0000-00-00',
  'a'.repeat(10_000),
  'word '.repeat(2_000),
];

/** A guest for each odd text, in every field that holds text. */
export function listOddGuests(): DeclaredFields[] {
  const oddNumbers = { adults: -1, children: Number.NaN, guestsListed: Number.POSITIVE_INFINITY };
  return oddTexts.map((text) => ({
    ...Object.fromEntries(
      Object.entries(canary).map(([name, value]) => [name, typeof value === 'string' ? text : value]),
    ),
    ...oddNumbers,
  }));
}

/** Guests of each of whom one field is not known. */
export function listGuestsWithout(names: readonly string[]): DeclaredFields[] {
  return names.map((missing) => Object.fromEntries(Object.entries(canary).filter(([name]) => name !== missing)));
}

export const sharesEverything: HouseListMatch = {
  sharedKinds: ['name', 'email'],
  entry: {
    id: 'E1',
    propertyId: 'P1',
    kind: 'ban',
    names: ['Zyxanna Qwortzel'],
    emails: ['zyxanna.qwortzel@canary.example'],
    phones: [],
    documentNumbers: [],
    birthDate: '1987-06-05',
    reason: 'Zyxanna broke a window',
    createdAt: '2026-01-01T00:00:00.000Z',
    createdBy: 'desk',
    state: 'active',
    steps: [],
  },
};

import { describe, expect, test } from '@jest/globals';
import { identityDocument } from '../../../providers/identity-document/check.ts';
import type { CheckAnswer } from '../../../src/domain/finding.ts';
import type { DeclaredFields, SettingValues } from '../../../src/ports/check-provider.ts';
import { toCheckContext, toDefaults } from '../providers/check-context.ts';

const td3 = 'P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<\nC01X00T478D<<6408125F2702283<<<<<<<<<<<<<<<4';
const td1 = 'I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<';
const td2 = 'I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6';
const french = 'IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<\n8806923102858CORINNE<<<<<<<6512068F6';

const erika: DeclaredFields = {
  firstName: 'Erika',
  lastName: 'Mustermann',
  birthDate: '1964-08-12',
  documentType: 'passport',
  documentNumber: 'C01X00T47',
  documentIssuingCountry: 'DE',
  documentIssuedOn: '2017-03-01',
  documentExpiresOn: '2027-02-28',
  documentMrz: td3,
  isMainGuest: true,
  arrivesOn: '2026-11-23',
  departsOn: '2026-11-26',
};

function ask(fields: DeclaredFields, settings: SettingValues = {}): Promise<CheckAnswer> {
  const { manifest } = identityDocument;
  return identityDocument.check(
    fields,
    toCheckContext(manifest, { settings: { ...toDefaults(manifest), ...settings } }),
  );
}

async function askCodes(fields: DeclaredFields): Promise<readonly string[]> {
  return (await ask(fields)).reasons.map(({ code }) => code.replace('document.', ''));
}

test('a document in which everything agrees is clear', async () => {
  expect(await ask(erika)).toEqual({ result: 'clear', reasons: [] });
});

describe('where no document was entered', () => {
  test.each<DeclaredFields>([
    {},
    { documentType: 'na', documentNumber: 'X', documentExpiresOn: '2001-01-01' },
    { documentNumber: ' - ', documentMrz: ' ' },
    { documentNumber: 'N/A', documentIssuingCountry: '?' },
  ])('the guest is clear, without a reason, and staff read that there was none: %j', async (fields) => {
    expect(await ask(fields)).toEqual({ result: 'clear', reasons: [], note: 'none entered' });
  });

  test('the guest is incomplete where the hotel wants one, and is told what is missing', async () => {
    expect(await ask({}, { isRequired: true })).toMatchObject({
      result: 'incomplete',
      missing: ['documentType', 'documentNumber', 'documentIssuingCountry'],
    });
    const numberOnly = { documentType: 'passport', documentNumber: 'C01X00T47' };
    expect(await ask(numberOnly, { isRequired: true })).toMatchObject({ missing: ['documentIssuingCountry'] });
  });

  test('a machine-readable zone alone is a document', async () => {
    expect((await ask({ documentMrz: td3 }, { isRequired: true })).result).toBe('clear');
  });
});

describe('the machine-readable zone', () => {
  test.each([
    ['TD3', td3],
    ['TD1', td1],
    ['TD2', td2],
    ['the former French card', french],
    ['TD3 in one line', td3.replace('\n', '')],
    ['TD1 in one line', td1.replaceAll('\n', '')],
    ['TD3 with a space between its lines, in small letters', td3.replace('\n', ' ').toLowerCase()],
    ['TD3 with other line ends', td3.replace('\n', '\r\n')],
  ])('is read as %s', async (_format, documentMrz) => {
    expect(await askCodes({ documentMrz, arrivesOn: '2012-01-01', departsOn: '2012-01-02' })).toEqual([]);
  });

  test.each(['X', 'P<D<<MUSTERMANN', `${td3}\nX`, 'Ü'.repeat(88), '<'.repeat(10_000), `${'<'.repeat(44)}\n<`])(
    'that is none is possible: %.20s',
    async (documentMrz) => {
      expect(await ask({ ...erika, documentMrz })).toMatchObject({ result: 'match', strength: 'possible' });
      expect(await askCodes({ ...erika, documentMrz })).toEqual(['mrz_unreadable']);
    },
  );

  test.each([
    ['number', td3.replace('C01X00T478', 'C01X00T479'), ['mrz_check_digit']],
    ['birth date', td3.replace('6408125', '6408126'), ['mrz_check_digit']],
    ['expiry date', td3.replace('2702283', '2702284'), ['mrz_check_digit']],
    ['whole', td3.replace(/4$/, '5'), ['mrz_check_digit']],
  ])('with a wrong check digit of the %s is likely', async (_part, documentMrz, codes) => {
    expect(await ask({ ...erika, documentMrz })).toMatchObject({ result: 'match', strength: 'likely' });
    expect(await askCodes({ ...erika, documentMrz })).toEqual(codes);
  });

  test.each<{ part: string; changes: DeclaredFields; code: string; strength: string }>([
    { part: 'number', changes: { documentNumber: 'C01X00T74' }, code: 'mrz_number_differs', strength: 'likely' },
    { part: 'birth date', changes: { birthDate: '1964-12-08' }, code: 'mrz_birth_date_differs', strength: 'likely' },
    { part: 'expiry', changes: { documentExpiresOn: '2028-02-28' }, code: 'mrz_expiry_differs', strength: 'possible' },
    { part: 'country', changes: { documentIssuingCountry: 'AT' }, code: 'mrz_country_differs', strength: 'possible' },
    { part: 'name', changes: { lastName: 'Schmidt' }, code: 'mrz_name_differs', strength: 'possible' },
  ])('with another $part than was entered is $strength', async ({ changes, code, strength }) => {
    expect(await ask({ ...erika, ...changes })).toMatchObject({ result: 'match', strength, note: '1 doubt' });
    expect(await askCodes({ ...erika, ...changes })).toEqual([code]);
  });

  test.each(['C01X00T478', 'C01X00T478D', 'c01x oot47', 'C01-X00-T47'])(
    'has the number that was entered as %s',
    async (documentNumber) => {
      expect(await askCodes({ ...erika, documentType: 'student_id', documentNumber })).toEqual([]);
    },
  );

  test('says when the document expires where nobody entered it', async () => {
    expect(await askCodes({ ...erika, documentExpiresOn: '', departsOn: '2027-03-01' })).toEqual(['expired']);
  });

  test('knows countries by their own letters', async () => {
    expect(await askCodes({ documentMrz: french, documentIssuingCountry: 'FR', departsOn: '1990-01-01' })).toEqual([]);
    expect(await askCodes({ documentMrz: french, documentIssuingCountry: 'DE', departsOn: '1990-01-01' })).toEqual([
      'mrz_country_differs',
    ]);
  });
});

describe('dates', () => {
  const plain: DeclaredFields = { ...erika, documentMrz: '' };

  test.each<[string, DeclaredFields, string]>([
    ['expired before the arrival', { documentExpiresOn: '2026-11-22' }, 'expired'],
    ['expired before the departure', { documentExpiresOn: '2026-11-25' }, 'expired'],
    [
      'issued after it expires',
      { documentIssuedOn: '2025-01-01', documentExpiresOn: '2024-01-01' },
      'dates_inconsistent',
    ],
    ['issued in the future', { documentIssuedOn: '2026-11-25' }, 'dates_inconsistent'],
    ['issued before the birth', { documentIssuedOn: '1960-01-01' }, 'dates_inconsistent'],
    ['of somebody not born yet', { birthDate: '2027-01-01', documentIssuedOn: '' }, 'birth_date_implausible'],
    ['of somebody 121 years old', { birthDate: '1905-01-01' }, 'birth_date_implausible'],
  ])('a document %s is a doubt, and no more than possible', async (_what, changes, code) => {
    expect(await askCodes({ ...plain, ...changes })).toContain(code);
    expect((await ask({ ...plain, ...changes })).strength).toBe('possible');
  });

  test.each<[string, DeclaredFields]>([
    ['that expires on the day of departure', { documentExpiresOn: '2026-11-26' }],
    ['that was issued today, where the day began first', { documentIssuedOn: '2026-11-23' }],
    ['without any date', { documentExpiresOn: '', documentIssuedOn: '' }],
    ['whose dates the calendar has not', { documentExpiresOn: '2020-02-31', documentIssuedOn: '0000-00-00' }],
  ])('a document %s is none', async (_what, changes) => {
    expect(await askCodes({ ...plain, ...changes })).toEqual([]);
  });
});

describe('numbers', () => {
  test('a wrong check digit is likely, another format possible', async () => {
    const cpf = { documentType: 'cpf', documentNumber: '529.982.247-24', documentIssuingCountry: 'BR' };
    expect(await ask(cpf)).toMatchObject({ result: 'match', strength: 'likely' });
    expect(await askCodes(cpf)).toEqual(['number_check_digit']);
    const passport = { documentType: 'passport', documentNumber: 'C-01', documentIssuingCountry: 'DE' };
    expect(await ask(passport)).toMatchObject({ result: 'match', strength: 'possible' });
    expect(await askCodes(passport)).toEqual(['number_malformed']);
  });

  test.each(['driver_licence', 'student_id', 'social_security_card', 'constructor', ''])(
    'of a “%s” are not judged',
    async (documentType) => {
      expect(await askCodes({ documentType, documentNumber: 'X', documentIssuingCountry: 'DE' })).toEqual([]);
    },
  );
});

describe('age', () => {
  const young: DeclaredFields = { birthDate: '2010-01-01', isMainGuest: true, arrivesOn: '2026-11-23' };

  test('is not asked unless the hotel sets one', async () => {
    expect((await ask(young)).result).toBe('clear');
  });

  test('of the main guest counts on the day of arrival', async () => {
    const answer = await ask(young, { minimumAgeYears: 18 });
    expect(answer).toMatchObject({ result: 'match', strength: 'possible' });
    expect(answer.reasons.map(({ code }) => code)).toEqual(['document.under_age']);
    expect((await ask({ ...young, birthDate: '2008-11-23' }, { minimumAgeYears: 18 })).result).toBe('clear');
  });

  test('of a child beside the main guest does not', async () => {
    expect((await ask({ ...young, isMainGuest: false }, { minimumAgeYears: 18 })).result).toBe('clear');
  });
});

test('no reason tells a number, a date or a name', async () => {
  const answer = await ask({
    ...erika,
    documentNumber: 'X00',
    lastName: 'Schmidt',
    birthDate: '1999-01-01',
    documentExpiresOn: '2020-01-01',
  });
  expect(answer.reasons.length).toBeGreaterThan(4);
  expect(JSON.stringify(answer)).not.toMatch(/X00|Schmidt|MUSTERMANN|Erika|\d{2}-\d{2}|\d{6}/i);
});

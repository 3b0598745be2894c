import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CheckAnswer } from '../../../src/domain/finding.ts';
import { createYenteFake, type YenteFake } from '../../../src/vendor-fakes/yente.ts';
import { guest, traces } from '../providers-hosted-session/provider-context.ts';
import { drakov, type MatchFixture, startMatchServer } from './match-fixture.ts';

let fake: YenteFake;
let server: MatchFixture;

beforeEach(async () => {
  fake = createYenteFake();
  server = await startMatchServer(fake.app);
});
afterEach(() => server.close());

const toProperties = ({ requests }: YenteFake): unknown =>
  (requests.at(-1)?.body as { queries: { guest: { properties: unknown } } }).queries.guest.properties;

describe('a search', () => {
  test('finds nobody like an ordinary guest', async () => {
    expect(await server.askYente(guest)).toEqual({ result: 'clear', reasons: [] });
  });

  test('finds who is listed, with the names of lists and topics', async () => {
    const answer = await server.askYente(drakov);
    expect(answer).toMatchObject({ result: 'match', strength: 'strong', note: 'strong match' });
    expect(answer.reasons).toEqual([
      {
        code: 'yente.listed',
        text: 'On a list as “Viktor Drakov” (score 1.00, same birth date): lists eu_fsf, us_ofac_sdn; topics sanction',
      },
    ]);
  });

  test.each([
    ['without the guest’s birth date, possible', { ...drakov, birthDate: undefined }, 'possible'],
    [
      'without a birth date on the list, possible',
      { firstName: 'Edmund', lastName: 'Marlowe', birthDate: '1970-01-01' },
      'possible',
    ],
    [
      'with the year of birth alone, likely',
      { firstName: 'Adaeze', lastName: 'Okonrun', birthDate: '1974-05-06' },
      'likely',
    ],
  ] as const)('finds %s', async (_what, fields, strength) => {
    expect((await server.askYente(fields)).strength).toBe(strength);
  });

  test('keeps to the dataset that is set', async () => {
    const senna = { firstName: 'Beatriz', lastName: 'Sennagalva', birthDate: '1980-02-29' };
    expect((await server.askYente(senna)).result).toBe('clear');
    expect((await server.askYente(senna, { dataset: 'default' })).result).toBe('match');
  });

  test('keeps to the threshold that is set', async () => {
    const half = { ...drakov, lastName: 'Drakovsky' };
    expect((await server.askYente(half)).result).toBe('clear');
    expect(await server.askYente(half, { possibleFrom: 0.5 })).toMatchObject({ result: 'match', strength: 'possible' });
  });

  test('takes a server behind a path, with or without a slash', async () => {
    await server.askYente(guest, { url: `${server.origin}/` });
    expect(fake.requests).toHaveLength(1);
    await expect(server.askYente(guest, { url: `${server.origin}/lists/` })).rejects.toMatchObject({ status: 404 });
  });
});

describe('what is sent', () => {
  test('is name, birth date and country, and nothing about the guest in the URL', async () => {
    await server.askYente({ ...guest, country: 'DE', documentType: 'passport' });
    expect(toProperties(fake)).toEqual({
      name: ['Zyxanna Qwortzel'],
      firstName: ['Zyxanna'],
      lastName: ['Qwortzel'],
      birthDate: ['1987-06-05'],
      country: ['de'],
    });
    const [request] = fake.requests;
    expect(request?.authorization).toBeUndefined();
    expect(request?.url).toBe('/match/sanctions?algorithm=logic-v1&limit=5&threshold=0.7&cutoff=0.7');
    for (const trace of traces) expect(request?.url.toLowerCase()).not.toContain(trace);
  });

  test('leaves out the country where that is switched off, and what is none', async () => {
    await server.askYente({ ...guest, country: 'DE' }, { isCountrySent: false });
    expect(toProperties(fake)).not.toHaveProperty('country');
    await server.askYente({ ...guest, country: '?', birthDate: '1985-02-31' });
    expect(Object.keys(toProperties(fake) as object)).toEqual(['name', 'firstName', 'lastName']);
  });

  test.each([
    ['passport', 'passportNumber'],
    ['dni', 'idNumber'],
  ])('has the number of a %s only where that is switched on', async (documentType, property) => {
    const fields = { ...guest, documentType, documentNumber: 'x9y8-z7w6 v' };
    await server.askYente(fields);
    expect(toProperties(fake)).not.toHaveProperty(property);
    await server.askYente(fields, { isDocumentNumberSent: true });
    expect(toProperties(fake)).toHaveProperty(property, ['X9Y8Z7W6V']);
  });

  test('finds a listed passport under any name, and only where sending it is allowed', async () => {
    const fields = { ...guest, documentType: 'passport', documentNumber: 'ZZ 7654321' };
    expect((await server.askYente(fields)).result).toBe('clear');
    const answer = await server.askYente(fields, { isDocumentNumberSent: true });
    expect(answer).toMatchObject({ result: 'match', strength: 'strong' });
    expect(answer.reasons[0]?.text).toContain('same document number');
  });

  test('is a name in any script, without what steers a screen', async () => {
    await server.askYente({ firstName: 'محمد \u202Eبن\u202C', lastName: '李\uD800\u0000', isMainGuest: true });
    expect(toProperties(fake)).toMatchObject({ firstName: ['محمد بن'], lastName: ['李\uFFFD'] });
  });

  test('is no text without end', async () => {
    await server.askYente({ ...guest, lastName: 'a'.repeat(10_000) });
    expect(toProperties(fake)).toMatchObject({ lastName: ['a'.repeat(120)] });
  });
});

describe('half a name', () => {
  const toMissing = ({ result, missing, reasons }: CheckAnswer) => ({
    result,
    missing,
    codes: reasons.map(({ code }) => code),
  });

  test('that finds nobody makes the guest incomplete', async () => {
    expect(toMissing(await server.askYente({ lastName: 'Qwortzel', firstName: '-' }))).toEqual({
      result: 'incomplete',
      missing: ['firstName'],
      codes: ['yente.name_missing'],
    });
  });

  test('that finds somebody is a match', async () => {
    expect((await server.askYente({ lastName: 'Viktor Drakov', firstName: '' })).result).toBe('match');
  });

  test('and none at all: nobody is asked', async () => {
    const answer = await server.askYente({ firstName: '?', lastName: ' ' });
    expect(toMissing(answer).missing).toEqual(['firstName', 'lastName']);
    expect(fake.requests).toEqual([]);
  });
});

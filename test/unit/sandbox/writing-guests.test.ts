import { describe, expect, test } from '@jest/globals';
import type { Fields } from '../../support/sandbox-client.ts';
import { startTestSandbox, weekend } from '../../support/sandbox-fixture.ts';

const passport: Fields = {
  guestDocumentType: 'passport',
  guestDocumentNumber: 'X1234567',
  guestDocumentIssueDate: '2020-01-01',
  guestDocumentIssuingCountry: 'PT',
  guestDocumentExpirationDate: '2030-01-01',
};

async function startWithGuest() {
  const fixture = await startTestSandbox();
  const [guestID] = fixture.sandbox.world.book(weekend).guestIds;
  fixture.sandbox.world.addCustomField({ name: 'Diet', shortcode: 'diet', applyTo: 'guest', isPersonal: true });
  const write = (fields: Fields) => fixture.succeed('putGuest', { guestID, ...fields });
  const refuse = (fields: Fields) => fixture.refusal('putGuest', { guestID, ...fields });
  return { ...fixture, guestID, write, refuse };
}

function toFieldValue(name: string, value: string): Fields {
  return { 'guestCustomFields[0][customFieldName]': name, 'guestCustomFields[0][customFieldValue]': value };
}

test('only the fields that are sent change', async () => {
  const { sandbox, guestID, write } = await startWithGuest();
  await write({ guestCity: 'Graz', guestAddress1: 'Hauptplatz 1' });
  expect(sandbox.world.readGuest(guestID).details).toMatchObject({
    ...{ city: 'Graz', address: 'Hauptplatz 1' },
    ...{ firstName: 'Ana', email: 'ana.silva@mail.example' },
  });
});

test('a write without anything to change is refused', async () => {
  const { refuse, sandbox } = await startWithGuest();
  expect(await refuse({})).not.toBe('');
  expect(await refuse({ propertyID: sandbox.propertyId })).toContain('At least one field');
});

test('a guest that does not exist is refused', async () => {
  const { refusal } = await startTestSandbox();
  expect(await refusal('putGuest', { guestID: '1', guestCity: 'Graz' })).toContain('not found');
});

test('a country that is no ISO 3166 code is refused', async () => {
  const { refuse } = await startWithGuest();
  expect(await refuse({ guestCountry: 'Portugal' })).toContain('guestCountry');
  expect(await refuse({ guestCountry: 'XX' })).toContain('ISO 3166');
  expect(await refuse({ guestCountry: 'pt' })).toContain('guestCountry');
});

test('a date that is none is refused', async () => {
  const { refuse } = await startWithGuest();
  expect(await refuse({ guestBirthDate: '1990-02-30' })).toContain('guestBirthDate');
  expect(await refuse({ guestBirthDate: '03/02/1990' })).toContain('guestBirthDate');
});

describe('document data', () => {
  test('is taken as a whole', async () => {
    const { sandbox, guestID, write } = await startWithGuest();
    await write(passport);
    expect(sandbox.world.readGuest(guestID).details).toMatchObject({
      documentType: 'passport',
      documentNumber: 'X1234567',
    });
  });

  test.each(Object.keys(passport))('of a passport is refused without %s', async (missing) => {
    const { sandbox, guestID, refuse } = await startWithGuest();
    const rest = Object.fromEntries(Object.entries(passport).filter(([name]) => name !== missing));
    expect(await refuse(rest)).toContain(missing);
    expect(sandbox.world.readGuest(guestID).details.documentNumber).toBe('');
  });

  test('needs no issue date for dni and cpf, and no expiration date for dni, nie and cpf', async () => {
    const { write, refuse } = await startWithGuest();
    const short = { guestDocumentNumber: '12345678Z', guestDocumentIssuingCountry: 'ES' };
    await write({ ...short, guestDocumentType: 'dni' });
    await write({ ...short, guestDocumentType: 'cpf' });
    await write({ ...short, guestDocumentType: 'nie', guestDocumentIssueDate: '2020-01-01' });
    expect(await refuse({ ...short, guestDocumentType: 'nie' })).toContain('guestDocumentIssueDate');
  });

  test('may be chosen away with na', async () => {
    const { write } = await startWithGuest();
    await write({ guestDocumentType: 'na' });
  });

  test('is driver_licence here and driver_license when a guest is added', async () => {
    const { refuse, write } = await startWithGuest();
    expect(await refuse({ ...passport, guestDocumentType: 'driver_license' })).toContain('guestDocumentType');
    await write({ ...passport, guestDocumentType: 'driver_licence' });
  });
});

describe('guest custom fields', () => {
  test('are written by name', async () => {
    const { sandbox, guestID, write } = await startWithGuest();
    await write(toFieldValue('Diet', 'Vegan'));
    await write(toFieldValue('Diet', ''));
    expect(sandbox.world.readGuest(guestID).customFields).toEqual({ diet: '' });
  });

  test('are refused by shortcode, by an unknown name, and when they belong to reservations', async () => {
    const { sandbox, refuse } = await startWithGuest();
    sandbox.world.addCustomField({ name: 'Parking', shortcode: 'parking', isPersonal: false });
    for (const name of ['diet', 'Unknown', 'Parking']) {
      expect(await refuse(toFieldValue(name, 'Vegan'))).toContain('not the name of a guest custom field');
    }
  });

  test('are refused as a whole when one of them is', async () => {
    const { sandbox, guestID, refuse } = await startWithGuest();
    await refuse({
      ...toFieldValue('Diet', 'Vegan'),
      'guestCustomFields[1][customFieldName]': 'Unknown',
      'guestCustomFields[1][customFieldValue]': 'x',
      guestCity: 'Graz',
    });
    expect(sandbox.world.readGuest(guestID)).toMatchObject({ customFields: {}, details: { city: '' } });
  });

  test('hold 40 characters, counted as people count them, unless created larger', async () => {
    const { write, refuse } = await startWithGuest();
    await write(toFieldValue('Diet', '𝒜'.repeat(40)));
    expect(await refuse(toFieldValue('Diet', 'x'.repeat(41)))).toContain('longer than 40');
  });

  test('refuse what looks like a payment card, spaced and dashed too', async () => {
    const { write, refuse } = await startWithGuest();
    for (const card of ['4111111111111111', 'x 4111 1111 1111 1111 y', '4111-1111-1111-1111']) {
      expect(await refuse(toFieldValue('Diet', card))).toContain('payment');
    }
    await write(toFieldValue('Diet', '4111111111111112'));
    await write(toFieldValue('Diet', '18'));
  });
});

test('a guest written over the API leaves the reservation’s time stamp alone and moves the guest’s', async () => {
  const { clock, write, succeed, guestID } = await startWithGuest();
  clock.advance(600);
  await write(toFieldValue('Diet', 'Vegan'));
  expect(await succeed('getReservations', { modifiedFrom: '2026-11-23 10:10:00' })).toMatchObject({ total: 0 });
  expect(await succeed('getGuestsModified', { resultsFrom: '2026-11-23 10:10:00' })).toMatchObject({
    data: [{ guestID }],
  });
});

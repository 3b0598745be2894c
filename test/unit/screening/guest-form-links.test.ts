import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { composeFormPages } from '../../../src/compose/compose-forms.ts';
import { emptyContent } from '../../../src/domain/form/form-content.ts';
import type { Store } from '../../../src/ports/store.ts';
import type { GuestForms } from '../../../src/screening/form/guest-form.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { toSubject } from '../../contract/store-fixtures.ts';
import { toFormParts } from '../../support/form-parts.ts';
import { toSettings } from '../../support/hotel.ts';

const settings = toSettings(
  { SECRET_KEY: randomBytes(32).toString('hex'), PUBLIC_URL: 'https://screening.example' },
  '',
);
const property = { id: 'P1', name: 'Hotel Miradouro', timeZone: 'Pacific/Auckland', webhookSecret: 'secret' };
const ids = { propertyId: 'P1', reservationId: 'R1', generation: 1, openedAt: '2026-11-23T12:00:00.000Z' };

let now = '';
let store: Store;
let forms: GuestForms;

beforeEach(async () => {
  now = '2026-11-23T12:00:00.000Z';
  store = await openStore({ databaseUrl: 'sqlite::memory:', secretKey: settings.secretKey });
  forms = composeFormPages(toFormParts(settings, store, { now: () => now }), undefined).forms;
  await store.transaction(async (rows) => {
    await rows.properties.save(property);
    await rows.subjects.save(toSubject(), { fingerprint: 'f1', isActive: true });
    await rows.forms.add({ ...ids, id: 'F1', guestId: 'G1', token: 'booker', content: emptyContent });
    await rows.forms.add({ ...ids, id: 'F2', hostFormId: 'F1', token: 'companion', content: emptyContent });
    await rows.forms.addDeskLink({
      formId: 'F1',
      token: 'desk',
      actor: 'night',
      validUntil: '2026-11-23T16:00:00.000Z',
    });
  });
});

afterEach(() => store.close());

const opens = async (token: string) => (await forms.openByToken({ token }))?.kind;
const write = (token: string) =>
  forms.saveStep({ token }, { step: 'person', revision: 1, values: { firstName: 'Ana' } });

// The stay ends on 4 December; a day at the property begins thirteen hours before that of Greenwich.
describe.each(['booker', 'companion'])("a %s's link", (token) => {
  test('opens until the day of departure is over where the hotel is', async () => {
    now = '2026-12-04T10:59:00.000Z';
    expect(await opens(token)).toBe('open');
    now = '2026-12-04T11:00:00.000Z';
    expect(await opens(token)).toBeUndefined();
    expect(await write(token)).toEqual({ kind: 'gone' });
  });

  test('opens while the stay is on, and not when it is off', async () => {
    await store.transaction((rows) => rows.subjects.setInactive(toSubject()));
    expect(await opens(token)).toBeUndefined();
    expect(await write(token)).toEqual({ kind: 'gone' });
  });

  test('moves with the stay', async () => {
    const longer = toSubject({ fields: { departsOn: '2026-12-06' } });
    await store.transaction((rows) => rows.subjects.save(longer, { fingerprint: 'f2', isActive: true }));
    now = '2026-12-05T12:00:00.000Z';
    expect(await opens(token)).toBe('open');
  });
});

test("the desk's link ends by itself, and the guest's goes on", async () => {
  now = '2026-11-23T15:59:00.000Z';
  expect(await opens('desk')).toBe('open');
  now = '2026-11-23T16:00:00.000Z';
  expect(await opens('desk')).toBeUndefined();
  expect(await opens('booker')).toBe('open');
});

describe('a merged guest', () => {
  const other = toSubject({ guestId: 'G2' });
  const merge = () =>
    store.transaction(async (rows) => {
      await rows.subjects.save(other, { fingerprint: 'f1', isActive: true });
      await rows.forms.moveGuest('P1', 'G1', 'G2');
    });

  test('goes on with the same link under the other ID', async () => {
    await merge();
    expect(await opens('booker')).toBe('open');
    expect(await store.read((rows) => rows.forms.findBySubject(other))).toMatchObject({ id: 'F1' });
  });

  test('leaves the form of the other for the same stay alone', async () => {
    await store.transaction((rows) =>
      rows.forms.add({ ...ids, id: 'F3', guestId: 'G2', token: 'other', content: emptyContent }),
    );
    await merge();
    expect(await store.read((rows) => rows.forms.findBySubject(other))).toMatchObject({ id: 'F3' });
    expect(await store.read((rows) => rows.forms.get('F1'))).toMatchObject({ guestId: 'G1' });
  });
});

describe('inviting the same name', () => {
  const own = toSubject({ reservationId: 'R2', fields: { adults: 3 } });
  const form = { reservationId: 'R2', id: 'F9', guestId: 'G1', token: 'family', content: emptyContent };
  const invite = (revision: number) => forms.inviteCompanion({ token: 'family' }, { name: 'Per', revision });

  beforeEach(() =>
    store.transaction(async (rows) => {
      await rows.subjects.save(own, { fingerprint: 'f1', isActive: true });
      await rows.forms.add({ ...ids, ...form });
    }),
  );

  test('twice by one page is inviting once', async () => {
    expect(await invite(1)).toMatchObject({ kind: 'saved' });
    expect(await invite(1)).toMatchObject({ kind: 'saved', session: { companions: { listed: [{ name: 'Per' }] } } });
  });

  test('by the page that shows it says so', async () => {
    await invite(1);
    expect(await invite(2)).toMatchObject({ kind: 'problems', problems: { name: 'already_named' } });
  });
});

describe('who turns out to be under age', () => {
  const child = { firstName: 'Ana', lastName: 'Fontes', birthDate: '2012-02-09' };
  const save = (revision: number, values: Readonly<Record<string, string>>) =>
    forms.saveStep({ token: 'booker' }, { step: 'person', revision, values });

  test('is asked for a guardian on the same page', async () => {
    expect(await save(1, child)).toMatchObject({ kind: 'problems', problems: { guardian: 'required' } });
    expect(await save(2, { ...child, guardian: 'Rui Fontes' })).toMatchObject({ kind: 'saved' });
  });

  test('and named one at once is not asked again', async () => {
    expect(await save(1, { ...child, guardian: 'Rui Fontes' })).toMatchObject({
      kind: 'saved',
      session: { answers: { guardian: 'Rui Fontes' } },
    });
  });
});

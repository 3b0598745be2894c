import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { emptyContent, type FormContent } from '../../../src/domain/form/form-content.ts';
import type { FormAnswers } from '../../../src/domain/form/form-field.ts';
import type { Subject } from '../../../src/domain/subject.ts';
import { createMetrics } from '../../../src/metrics/create-metrics.ts';
import type { GuestChange } from '../../../src/ports/pms.ts';
import type { Store } from '../../../src/ports/store.ts';
import { takeGuestChanges } from '../../../src/screening/syncing/take-guest-changes.ts';
import { takeReservations } from '../../../src/screening/syncing/take-reservations.ts';
import type { TakeContext } from '../../../src/screening/syncing/take-subject.ts';
import { openStore } from '../../../src/store/open-store.ts';

const propertyId = '100';
const context: TakeContext = {
  at: '2026-11-23T10:00:00.000Z',
  today: '2026-11-23',
  digest: (text) => text,
  bindProfile: () => Promise.resolve(),
  metrics: createMetrics(),
};
const stay: Subject = {
  propertyId,
  reservationId: 'R1',
  guestId: '7',
  reservationStatus: 'confirmed',
  fields: {
    firstName: 'Ingrid',
    isMainGuest: true,
    arrivesOn: '2026-11-25',
    departsOn: '2026-11-27',
    adults: 1,
    children: 0,
  },
};
const renamed: GuestChange = {
  guestId: '7',
  reservationId: 'R1',
  departsOn: '2026-11-27',
  fields: { firstName: 'Astrid' },
  isAnonymized: false,
};

let store: Store;

beforeEach(async () => {
  store = await openStore({ databaseUrl: 'sqlite::memory:', secretKey: Buffer.alloc(32, 1) });
  await store.transaction(async (rows) => {
    await rows.properties.save({ id: propertyId, name: 'Hotel', timeZone: 'UTC', webhookSecret: 's' });
    const guests = [{ subject: stay, isAnonymized: false }];
    const snapshot = { propertyId, reservationId: 'R1', status: 'confirmed', departsOn: '2026-11-27', guests } as const;
    await takeReservations(rows, [snapshot], context);
  });
});

afterEach(() => store.close());

/** What is said of the guest's screenings, from first to last. */
async function listEvents(): Promise<readonly string[]> {
  return store.read(async (rows) => {
    const stored = await rows.subjects.find(stay);
    const timeline = await rows.screenings.listTimeline(stored?.currentScreeningId ?? '');
    return timeline.map(({ event }) => event);
  });
}

test('a changed guest is screened once, however many rooms list the change', async () => {
  await store.transaction((rows) => takeGuestChanges(rows, { propertyId, changes: [renamed, renamed] }, context));
  expect(await listEvents()).toEqual(['found', 'changed']);
});

test('the echo of our own write starts nothing', async () => {
  const echo = { ...renamed, fields: { firstName: 'Ingrid' } };
  await store.transaction((rows) => takeGuestChanges(rows, { propertyId, changes: [echo] }, context));
  expect(await listEvents()).toEqual(['found']);
});

test('a guest who is not known on a stay that is to come has to be looked up', async () => {
  const changes = [{ ...renamed, guestId: '8' }];
  const unknown = await store.transaction((rows) => takeGuestChanges(rows, { propertyId, changes }, context));
  expect([...unknown]).toEqual(['8']);
});

test('a guest whose data the PMS has removed is forgotten, though merged into another as well', async () => {
  const changes = [{ ...renamed, fields: {}, mergedInto: '8', isAnonymized: true }];
  await store.transaction((rows) => takeGuestChanges(rows, { propertyId, changes }, context));
  const stored = await store.read((rows) => rows.subjects.find(stay));
  expect(stored).toMatchObject({ fingerprint: '', isActive: false });
  expect(stored?.subject.fields).not.toHaveProperty('firstName');
});

describe('two guests of one reservation who turn out to be one', () => {
  const form = { propertyId, reservationId: 'R1', generation: 1, openedAt: context.at, content: emptyContent };
  const addForms = (written: 'F7' | 'F8') =>
    store.transaction(async (rows) => {
      await rows.subjects.save({ ...stay, guestId: '8' }, { fingerprint: 'f', isActive: true });
      await rows.forms.add({ ...form, id: 'F7', guestId: '7', token: 'seven' });
      await rows.forms.add({ ...form, id: 'F8', guestId: '8', token: 'eight' });
      await rows.forms.save(written, { content: { ...emptyContent, doneSteps: ['person'] } });
    });
  const merge = () =>
    store.transaction((rows) =>
      takeGuestChanges(rows, { propertyId, changes: [{ ...renamed, mergedInto: '8' }] }, context),
    );
  const picture = { fileName: 'document.jpg', contentType: 'image/jpeg', content: 'AAAA' };
  const find = (formId: string) => store.read((rows) => rows.forms.get(formId));

  test('have the form in which somebody has written; the other one closes', async () => {
    await addForms('F7');
    await merge();
    expect(await store.read((rows) => rows.forms.findBySubject({ ...stay, guestId: '8' }))).toMatchObject({ id: 'F7' });
    expect(await find('F7')).toMatchObject({ state: 'open' });
    expect(await find('F8')).toMatchObject({ state: 'closed' });
  });

  test('have it too where the other one is closed already', async () => {
    await addForms('F7');
    await store.transaction((rows) => rows.forms.save('F8', { state: 'closed' }));
    await merge();
    expect(await find('F7')).toMatchObject({ state: 'open', guestId: '8' });
  });

  test('keep whom the other one has named', async () => {
    await addForms('F7');
    await store.transaction((rows) => rows.forms.add({ ...form, id: 'F9', hostFormId: 'F8', token: 'nine' }));
    await merge();
    expect(await find('F9')).toMatchObject({ state: 'open', hostFormId: 'F7' });
  });

  test('have nobody to bring along where the one had named the other: that form goes on as their own', async () => {
    await addForms('F7');
    const submitted = { state: 'submitted', delivery: 'sent' } as const;
    await store.transaction(async (rows) => {
      await rows.forms.save('F7', { guestId: undefined });
      await rows.forms.add({ ...form, id: 'F9', hostFormId: 'F8', guestId: '7', token: 'nine' });
      await rows.forms.save('F8', { ...submitted, submittedAt: '2026-11-23T09:40:00.000Z' });
      await rows.forms.save('F9', { ...submitted, submittedAt: '2026-11-23T09:40:00.005Z' });
    });
    await merge();
    const going = await find('F9');
    expect(going).toMatchObject({ guestId: '8', state: 'submitted' });
    expect(going.hostFormId).toBeUndefined();
  });

  test('keep what was written in both: what the one that goes on lacks is carried over', async () => {
    const write = (id: string, content: Partial<FormContent>) =>
      store.transaction((rows) =>
        rows.forms.save(id, { content: { ...emptyContent, doneSteps: ['person'], ...content } }),
      );
    await addForms('F8');
    await write('F7', { answers: { birthDate: '1984-02-09', arrivalTime: '18:00' }, questions: { pillow: 'soft' } });
    await write('F8', { answers: { birthDate: '1985-02-09' } });
    await merge();
    expect(await find('F8')).toMatchObject({
      ...{ state: 'open', revision: 2 },
      content: { answers: { birthDate: '1985-02-09', arrivalTime: '18:00' }, questions: { pillow: 'soft' } },
    });
    expect(await find('F7')).toMatchObject({ state: 'closed', content: { answers: { birthDate: '1984-02-09' } } });
  });

  test('keep what was sent off, and tell the PMS what the other had sent', async () => {
    const send = (id: string, submittedAt: string, answers: FormAnswers) =>
      store.transaction((rows) =>
        rows.forms.save(id, {
          state: 'submitted',
          submittedAt,
          delivery: 'sent',
          content: { ...emptyContent, answers },
        }),
      );
    await addForms('F8');
    await send('F7', '2026-11-23T09:50:00.000Z', { arrivalTime: '18:00' });
    await send('F8', '2026-11-23T09:40:00.000Z', { arrivalTime: '17:00', purpose: 'leisure' });
    await store.transaction((rows) => rows.forms.saveDocument('F8', picture));
    await merge();
    expect(await find('F7')).toMatchObject({
      ...{ guestId: '8', state: 'submitted', delivery: 'waiting' },
      content: { answers: { arrivalTime: '18:00', purpose: 'leisure' } },
    });
    expect(await find('F8')).toMatchObject({ guestId: '7', state: 'closed', delivery: 'none' });
    expect(await store.read((rows) => rows.forms.findDocument('F7'))).toEqual(picture);
  });

  test('are joined once, however often the PMS tells of it', async () => {
    const { at } = context;
    const consents = [{ purpose: 'marketing', given: true, version: '1', language: 'en', at, by: 'guest' }];
    const content: FormContent = { ...emptyContent, doneSteps: ['person'], consents };
    await addForms('F8');
    await store.transaction(async (rows) => {
      await rows.forms.save('F7', { content, state: 'submitted', submittedAt: at });
      await rows.forms.save('F8', { state: 'submitted', submittedAt: '2026-11-23T09:40:00.000Z' });
    });
    await merge();
    const joined = await find('F7');
    expect([joined.content.consents, joined.delivery]).toEqual([consents, 'waiting']);
    await store.transaction((rows) => rows.forms.save('F7', { delivery: 'sent' }));
    await merge();
    expect(await find('F7')).toEqual({ ...joined, delivery: 'sent' });
  });

  test('keep the form of who remains where that is the one', async () => {
    await addForms('F8');
    await merge();
    expect(await find('F8')).toMatchObject({ state: 'open', guestId: '8' });
    expect(await find('F7')).toMatchObject({ state: 'closed', guestId: '7' });
  });
});

import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { emptyContent } from '../../../src/domain/form/form-content.ts';
import { defaultFormSettings } from '../../../src/domain/form/form-settings.ts';
import { createMetrics } from '../../../src/metrics/create-metrics.ts';
import type { JobContext, Lease } from '../../../src/ports/jobs.ts';
import type { Rows, Store } from '../../../src/ports/store.ts';
import { createDeliverForm, type DeliverFormParts } from '../../../src/screening/form/deliver-form.ts';
import { moveForms } from '../../../src/screening/form/join-forms.ts';
import { createExpectedEchoes } from '../../../src/screening/syncing/expected-echoes.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { toSubject } from '../../contract/store-fixtures.ts';

const now = '2026-11-23T12:00:00.000Z';
const ids = { propertyId: 'P1', reservationId: 'R1', generation: 1, openedAt: now };
const payload = { propertyId: 'P1', formId: 'F1' };
const toPicture = (content: string) => ({ fileName: 'document.jpg', contentType: 'image/jpeg', content });

let store: Store;
let lease: Lease;
/** Happens while the PMS takes the picture. */
let meanwhile: (rows: Rows) => Promise<void>;

beforeEach(async () => {
  meanwhile = () => Promise.resolve();
  store = await openStore({ databaseUrl: 'sqlite::memory:', secretKey: Buffer.alloc(32, 1) });
  lease = await store.transaction(async (rows) => {
    await rows.properties.save({ id: 'P1', name: 'Hotel', timeZone: 'UTC', webhookSecret: 'secret' });
    for (const guestId of ['G1', 'G2'])
      await rows.subjects.save(toSubject({ guestId }), { fingerprint: 'f', isActive: true });
    const content = { ...emptyContent, answers: { arrivalTime: '18:00' } };
    await rows.forms.add({ ...ids, id: 'F1', guestId: 'G1', token: 'one', content });
    await rows.forms.save('F1', { state: 'submitted', submittedAt: now, delivery: 'waiting' });
    await rows.forms.saveDocument('F1', toPicture('AAAA'));
    await rows.jobs.enqueue({ kind: 'deliver-form', payload, urgency: 0, runAt: now });
    const query = { kinds: ['deliver-form'] as const, limit: 1, now, leaseUntil: '2026-11-23T13:00:00.000Z' };
    const [job] = await rows.jobs.claim(query);
    if (job === undefined) throw new Error('No job.');
    return job;
  });
});

afterEach(() => store.close());

function deliver(): Promise<void> {
  const pms = {
    updateGuest: () => Promise.resolve(),
    addGuestFile: () => store.transaction(meanwhile),
  };
  const parts = {
    ...{ store, pms, metrics: createMetrics(), clock: { now: () => now } },
    forms: { settingsFor: () => defaultFormSettings },
    expectedEchoes: createExpectedEchoes(60_000),
  } as unknown as DeliverFormParts;
  const context: JobContext = { lease, attempt: 1, isLastAttempt: false, signal: new AbortController().signal };
  return createDeliverForm(parts)(payload, context);
}

const find = () => store.read((rows) => rows.forms.get('F1'));
const findPicture = () => store.read((rows) => rows.forms.findDocument('F1'));

test('a picture that the PMS has is not kept', async () => {
  await deliver();
  expect(await findPicture()).toBeUndefined();
  expect(await find()).toMatchObject({ delivery: 'sent' });
});

test('a picture that was chosen while another one was sent is kept until it is sent itself', async () => {
  meanwhile = async (rows) => {
    await rows.forms.save('F1', { state: 'open', revision: 2 });
    await rows.forms.saveDocument('F1', toPicture('BBBB'));
  };
  await deliver();
  expect(await findPicture()).toEqual(toPicture('BBBB'));
  expect(await find()).toMatchObject({ delivery: 'waiting' });
});

test('what was told of a guest who was merged meanwhile is still to be told of the other', async () => {
  meanwhile = async (rows) => {
    await rows.forms.add({ ...ids, id: 'F2', guestId: 'G2', token: 'two', content: emptyContent });
    await rows.forms.save('F2', { state: 'submitted', submittedAt: '2026-11-23T11:00:00.000Z', delivery: 'sent' });
    await moveForms(rows, { guest: { propertyId: 'P1', guestId: 'G1' }, into: 'G2' }, now);
  };
  await deliver();
  expect(await find()).toMatchObject({ guestId: 'G2', delivery: 'waiting', content: { told: {} } });
});

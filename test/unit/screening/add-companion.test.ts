import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { emptyContent } from '../../../src/domain/form/form-content.ts';
import type { Lease } from '../../../src/ports/jobs.ts';
import type { PmsCall } from '../../../src/ports/pms.ts';
import type { FormChange } from '../../../src/ports/forms.ts';
import type { Store } from '../../../src/ports/store.ts';
import { addCompanion, type AddCompanionParts } from '../../../src/screening/form/add-companion.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { toSubject } from '../../contract/store-fixtures.ts';

const now = '2026-11-23T12:00:00.000Z';
const booker = toSubject({ fields: { adults: 3 } });
const companion = toSubject({ guestId: 'G2', fields: { firstName: 'Liv', lastName: 'Berg', isMainGuest: false } });
const ids = { propertyId: 'P1', reservationId: 'R1', generation: 1, openedAt: now };

let store: Store;
let lease: Lease;
let added: string[];

beforeEach(async () => {
  added = [];
  store = await openStore({ databaseUrl: 'sqlite::memory:', secretKey: Buffer.alloc(32, 1) });
  lease = await store.transaction(async (rows) => {
    await rows.properties.save({ id: 'P1', name: 'Hotel', timeZone: 'UTC', webhookSecret: 'secret' });
    for (const subject of [booker, companion]) await rows.subjects.save(subject, { fingerprint: 'f', isActive: true });
    const content = { ...emptyContent, answers: { firstName: 'Liv', lastName: 'Berg' } };
    await rows.forms.add({ ...ids, id: 'F1', guestId: 'G1', token: 'booker', content: emptyContent });
    await rows.forms.add({ ...ids, id: 'F2', guestId: 'G2', token: 'own', content: emptyContent });
    await rows.forms.add({ ...ids, id: 'F3', hostFormId: 'F1', token: 'companion', content });
    const payload = { propertyId: 'P1', formId: 'F3' };
    await rows.jobs.enqueue({ kind: 'deliver-form', payload, urgency: 0, runAt: now });
    const query = { kinds: ['deliver-form'] as const, limit: 1, now, leaseUntil: '2026-11-23T13:00:00.000Z' };
    const [job] = await rows.jobs.claim(query);
    if (job === undefined) throw new Error('No job.');
    return job;
  });
});

afterEach(() => store.close());

const pms = {
  async *listReservations() {
    const guests = [booker, companion].map((subject) => ({ subject, isAnonymized: false }));
    yield [{ propertyId: 'P1', reservationId: 'R1', status: 'confirmed', departsOn: booker.fields.departsOn, guests }];
    await Promise.resolve();
  },
  addGuest: () => {
    added.push('G3');
    return Promise.resolve({ guestId: 'G3' });
  },
} as unknown as AddCompanionParts['pms'];

async function add(own: FormChange): Promise<string> {
  await store.transaction((rows) => rows.forms.save('F2', own));
  const form = await store.read((rows) => rows.forms.get('F3'));
  const call = { property: { propertyId: 'P1', timeZone: 'UTC' } } as PmsCall;
  return addCompanion({ store, pms, clock: { now: () => now } }, { form, call, lease });
}

test.each(['open', 'closed'] as const)(
  'a companion of the same name is the one: nobody wrote in the %s form',
  async (state) => {
    expect(await add({ state })).toBe('G2');
    expect(added).toEqual([]);
    expect(await store.read((rows) => rows.forms.get('F3'))).toMatchObject({ guestId: 'G2' });
    expect((await store.read((rows) => rows.forms.get('F2'))).guestId).toBeUndefined();
  },
);

test('who has written in a form of their own is somebody else of the same name', async () => {
  expect(await add({ content: { ...emptyContent, doneSteps: ['person'] } })).toBe('G3');
  expect(added).toEqual(['G3']);
});

import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Subject } from '../../../src/domain/subject.ts';
import { createMetrics } from '../../../src/metrics/create-metrics.ts';
import type { GuestChange } from '../../../src/ports/pms.ts';
import type { Store } from '../../../src/ports/store.ts';
import { takeGuestChanges } from '../../../src/screening/take-guest-changes.ts';
import { takeReservations } from '../../../src/screening/take-reservations.ts';
import type { TakeContext } from '../../../src/screening/take-subject.ts';
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

import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { PmsBudget } from '../../../src/ports/pms-budget.ts';
import type { Pms, ReservationQuery, ReservationSnapshot } from '../../../src/ports/pms.ts';
import type { Rows, Store } from '../../../src/ports/store.ts';
import { createSweepProperty } from '../../../src/screening/sweep-property.ts';
import { takeReservations } from '../../../src/screening/syncing/take-reservations.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { createRecordedLogger, silentMetrics } from '../cloudbeds/recorded-logger.ts';
import { toSampleSubject } from '../domain/sample-subject.ts';

const now = '2026-11-23T10:00:00.000Z';
const propertyId = 'P1';
const context = {
  ...{ at: now, today: '2026-11-23', digest: (text: string) => text, metrics: silentMetrics },
  bindProfile: () => Promise.resolve(),
};

let store: Store;

beforeEach(async () => {
  store = await openStore({ databaseUrl: 'sqlite::memory:', secretKey: Buffer.alloc(32, 1) });
  await store.transaction(async (rows) => {
    await rows.properties.save({ id: propertyId, name: 'Hotel', timeZone: 'UTC', webhookSecret: 's' });
    await rows.properties.moveWatermark(propertyId, now);
    await takeReservations(rows, [toSnapshot('G1', 'confirmed')], context);
  });
});

afterEach(() => store.close());

function toSnapshot(guestId: string, status: ReservationSnapshot['status']): ReservationSnapshot {
  const sample = toSampleSubject({ propertyId, reservationId: 'R1', guestId });
  const { departsOn } = sample.fields;
  const guests = [{ subject: { ...sample, reservationStatus: status }, isAnonymized: false }];
  return { propertyId, reservationId: 'R1', status, departsOn, guests };
}

async function sweep(pms: Pick<Pms, 'listReservations' | 'listGuestChanges'>): Promise<void> {
  const handler = createSweepProperty({
    ...{ store, pms: pms as Pms & PmsBudget, clock: { now: () => now }, logger: createRecordedLogger() },
    ...{ overlapMs: 60_000, requestsPerSecond: 5, driftFor: () => undefined, ...context },
  });
  const payload = { propertyId };
  const [lease] = await store.transaction(async ({ jobs }) => {
    await jobs.enqueue({ kind: 'sweep-property', payload, urgency: 50, runAt: now });
    return jobs.claim({ kinds: ['sweep-property'], limit: 1, now, leaseUntil: '2026-11-23T11:00:00.000Z' });
  });
  if (lease === undefined) throw new Error('The job is not due');
  await handler(payload, { lease, attempt: 1, isLastAttempt: false, signal: new AbortController().signal });
}

const findGuest = (guestId: string) =>
  store.read((rows: Rows) => rows.subjects.find({ propertyId, reservationId: 'R1', guestId }));

test('a reservation that was put off is taken as it is by then, not as it was when the sweep came by', async () => {
  let listed = toSnapshot('G2', 'confirmed');
  await sweep({
    listReservations: async function* (_call: unknown, query: ReservationQuery) {
      yield await Promise.resolve([listed]);
      if (query.by === 'guest') return;
      // While the sweep goes on, the reservation is cancelled, and a sync sees it.
      listed = toSnapshot('G2', 'canceled');
      await store.transaction((rows) => takeReservations(rows, [listed], context));
    },
    listGuestChanges: async function* () {
      yield await Promise.resolve([]);
    },
  });
  expect([(await findGuest('G1'))?.isActive, (await findGuest('G2'))?.isActive]).toEqual([false, false]);
});

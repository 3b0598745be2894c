import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { plusMs } from '../../src/domain/calendar.ts';
import { ServiceError } from '../../src/domain/errors.ts';
import type { JobPayloads } from '../../src/ports/jobs.ts';
import { createGlanceAtConnection } from '../../src/screening/glance-at-connection.ts';
import type { SyncParts } from '../../src/screening/syncing/sync-look.ts';
import { type FollowedHotel, openFollowedHotel, propertyId } from '../support/followed-hotel.ts';

// Three hotels share a key, and there is much to tell the PMS: syncs are put off.
const others = ['190002', '190003'] as const;
const hotels = [propertyId, ...others];
const stay = { arrivesOn: '2026-11-27', departsOn: '2026-11-29' };

let hotel: FollowedHotel;

beforeEach(async () => {
  hotel = await openFollowedHotel('', others);
  for (const id of hotels) await hotel.sync(id);
  await beBusy();
  hotel.sandbox.stats.reset();
  hotel.pass(5_000);
});
afterEach(() => hotel.close());

/** In all three: a sync in 48 seconds, as three times two requests are a fortieth of what the PMS allows in that time. */
async function beBusy(): Promise<void> {
  await hotel.store().transaction((rows) =>
    rows.jobs.enqueueAll(
      hotels.map((id) => ({
        kind: 'write-back',
        payload: { propertyId: id, guestId: 'somebody' },
        urgency: 9,
        runAt: hotel.now(),
      })),
    ),
  );
}

function book(ofProperty: string, lastName: string): string {
  return hotel.sandbox.world.book({ ...stay, propertyId: ofProperty, mainGuest: { firstName: 'Kari', lastName } })
    .guestIds[0];
}

async function listKnown(): Promise<readonly string[]> {
  const found = await hotel.store().read(async (rows) => {
    const ofEach = await Promise.all(hotels.map((id) => rows.subjects.listByReservations(id, listReservationIds(id))));
    return ofEach.flat();
  });
  return found.map(({ subject }) => subject.fields.lastName ?? '').sort();
}

function listReservationIds(ofProperty: string): readonly string[] {
  return hotel.sandbox.world.listReservations(ofProperty).map(({ reservationId }) => reservationId);
}

function countReads(): Readonly<Record<string, number>> {
  return hotel.sandbox.stats.requestsByOperation;
}

/** So that the one after it looks back no further than this. */
async function glanceLater(): Promise<void> {
  hotel.pass(10_000);
  await hotel.sync();
  await hotel.run('glance-at-connection');
}

function findWatermark(ofProperty: string): Promise<string | undefined> {
  return hotel.store().read(async (rows) => (await rows.properties.get(ofProperty)).syncedThrough);
}

describe('a sync that is put off', () => {
  test('has one request look at all properties of the key, whichever of them rang', async () => {
    book(propertyId, 'Rang');
    book(others[0], 'Lostbell');
    book(others[1], 'Lostbelltoo');
    await hotel.sync();
    expect(countReads()).toEqual({});
    expect(await hotel.run('glance-at-connection')).toBe(1);
    expect(await listKnown()).toEqual(['Lostbell', 'Lostbelltoo', 'Rang']);
    expect(countReads()).toEqual({ getReservations: 1 });
  });

  test('still comes, from the watermark that the glance left where it was, and finds what that cannot see', async () => {
    const guestId = book(propertyId, 'Seen');
    await hotel.sync();
    const before = await findWatermark(propertyId);
    await hotel.run('glance-at-connection');
    expect(await findWatermark(propertyId)).toBe(before);
    await glanceLater();
    hotel.pass(10_000);
    hotel.sandbox.world.editGuest(guestId, { lastName: 'Unseen' }, { movesReservation: false });
    await hotel.sync();
    await hotel.run('glance-at-connection');
    expect(await listKnown()).toEqual(['Seen']);
    hotel.pass(300_000);
    expect(await hotel.run('sync-property')).toBe(1);
    expect(await listKnown()).toEqual(['Unseen']);
  });

  test('has no second glance before its time', async () => {
    await hotel.sync();
    await hotel.run('glance-at-connection');
    book(others[0], 'Later');
    await hotel.sync();
    await hotel.run('glance-at-connection');
    expect(await listKnown()).toEqual([]);
    expect(countReads()).toEqual({ getReservations: 1 });
    hotel.pass(8_000);
    expect(await hotel.run('glance-at-connection')).toBe(1);
    expect(await listKnown()).toEqual(['Later']);
  });

  test('is not, where the property has been connected anew since the last one', async () => {
    const stand = (state: 'connected' | 'disconnected') =>
      hotel.store().transaction((rows) => rows.connections.setStanding({ propertyId, state, since: hotel.now() }));
    await stand('disconnected');
    book(propertyId, 'Meanwhile');
    hotel.pass(20_000);
    await stand('connected');
    await hotel.sync();
    expect(await listKnown()).toEqual(['Meanwhile']);
  });

  test('waits for itself alone where no other property shares the key', async () => {
    await hotel.store().transaction(async (rows) => {
      await rows.connections.save({ id: 'C2', credential: { kind: 'key', key: 'another key' }, at: hotel.now() });
      for (const id of others) await rows.connections.attach(id, 'C2', hotel.now());
    });
    book(propertyId, 'Rang');
    await hotel.sync();
    expect(await hotel.run('glance-at-connection')).toBe(0);
    hotel.pass(8_000);
    await hotel.run('sync-property');
    expect(await listKnown()).toEqual(['Rang']);
  });

  test('waits no longer for others that are disconnected', async () => {
    await hotel.store().transaction(async (rows) => {
      for (const id of others)
        await rows.connections.setStanding({ propertyId: id, state: 'disconnected', since: hotel.now() });
    });
    book(propertyId, 'Rang');
    await hotel.sync();
    hotel.pass(8_000);
    await hotel.run('sync-property');
    expect(await listKnown()).toEqual(['Rang']);
  });
});

describe('a glance', () => {
  test('leaves out what is disconnected', async () => {
    await hotel.store().transaction((rows) =>
      rows.connections.setStanding({
        propertyId: others[0],
        state: 'disconnected',
        reason: 'ended_here',
        since: hotel.now(),
      }),
    );
    book(others[0], 'Elsewhere');
    book(others[1], 'Here');
    await hotel.sync();
    await hotel.run('glance-at-connection');
    expect(await listKnown()).toEqual(['Here']);
  });

  test('is over where a property was disconnected while it waited for its turn', async () => {
    const pms = { listRecentReservations: () => ({ [Symbol.asyncIterator]: () => ({ next: () => disconnected() }) }) };
    const disconnected = () => Promise.reject(new ServiceError('property_disconnected'));
    const glance = createGlanceAtConnection({ store: hotel.store(), clock: hotel, pms } as unknown as SyncParts);
    await hotel.sync();
    const now = hotel.now();
    const claim = { kinds: ['glance-at-connection'] as const, limit: 1, now, leaseUntil: plusMs(now, 60_000) };
    const [job] = await hotel.store().transaction((rows) => rows.jobs.claim(claim));
    if (job === undefined) throw new Error('No glance is due.');
    const payload = job.payload as JobPayloads['glance-at-connection'];
    const context = { lease: job, attempt: 1, isLastAttempt: false, signal: new AbortController().signal };
    await expect(glance(payload, context)).resolves.toBeUndefined();
  });

  test('leaves a merged guest to the sync, which reads who became whom first', async () => {
    const { sandbox } = hotel;
    const from = book(propertyId, 'Double');
    await hotel.sync();
    await hotel.run('glance-at-connection');
    hotel.pass(10_000);
    const into = book(propertyId, 'Single');
    sandbox.world.mergeGuests(from, into);
    await hotel.sync();
    await hotel.run('glance-at-connection');
    const { currentScreeningId } = (await findSubjects(from))[0] ?? {};
    expect(currentScreeningId).toBeDefined();
    expect((await findSubjects(from)).map(({ isActive }) => isActive)).toEqual([true]);
  });

  test.each(['refused', 'unauthorized'] as const)(
    'that the PMS answers with %s is let be for a minute, while the syncs go on',
    async (kind) => {
      const { faults } = hotel.sandbox;
      faults.set({ kind, operation: 'getReservations', count: 1 });
      book(propertyId, 'Rang');
      await hotel.sync();
      expect(await hotel.run('glance-at-connection')).toBe(1);
      hotel.pass(30_000);
      await hotel.sync();
      await hotel.run('glance-at-connection');
      expect(countReads()).toEqual({ getReservations: 1 });
      hotel.pass(30_000);
      await hotel.sync();
      await hotel.run('glance-at-connection');
      hotel.pass(300_000);
      await hotel.run('sync-property');
      expect(await listKnown()).toEqual(['Rang']);
    },
  );
});

function findSubjects(guestId: string) {
  return hotel.store().read((rows) => rows.subjects.listByGuest(propertyId, guestId));
}

import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createMakeSyncsDue } from '../../src/screening/syncing/make-syncs-due.ts';
import { type FollowedHotel, openFollowedHotel, propertyId } from '../support/followed-hotel.ts';

const hourMs = 3_600_000;
const mainGuest = { firstName: 'Solveig', lastName: 'Canaryson' };

let hotel: FollowedHotel;

beforeEach(async () => {
  hotel = await openFollowedHotel();
  hotel.sandbox.world.book({ arrivesOn: '2026-11-30', departsOn: '2026-12-02', mainGuest });
  await hotel.sync();
  // Three days of an event every ten minutes of the day, and none at night.
  for (let minutes = 0; minutes < 3 * 24 * 60; minutes += 10) {
    const hour = new Date(hotel.now()).getUTCHours();
    if (hour >= 8 && hour < 22) await hotel.ring({ name: 'guest/details_changed', guestId: '1' });
    hotel.pass(10 * 60_000);
  }
});

afterEach(() => hotel.close());

/** The periodic sync. */
async function watch(): Promise<void> {
  await createMakeSyncsDue({ store: hotel.store(), clock: { now: hotel.now } })();
}

function listAlerts() {
  return hotel.store().read((rows) => rows.alerts.listOpen('silence'));
}

async function countDue(kind: 'sync-property' | 'connect-property'): Promise<number> {
  return hotel.store().transaction(async ({ jobs }) => {
    const due = await jobs.claim({ kinds: [kind], limit: 9, now: hotel.now(), leaseUntil: hotel.now() });
    for (const lease of due) await jobs.complete(lease);
    return due.length;
  });
}

test('a busy house that falls silent is an alert, a sync and a look at the subscriptions, until it rings again', async () => {
  await watch();
  expect(await listAlerts()).toEqual([]);
  const quietSince = (await hotel.store().read((rows) => rows.syncStates.find(propertyId)))?.lastEventAt;
  hotel.pass(1.1 * hourMs);
  await watch();
  expect(await listAlerts()).toMatchObject([{ kind: 'silence', propertyId, facts: { quietSince } }]);
  expect([await countDue('connect-property'), await countDue('sync-property')]).toEqual([1, 1]);
  hotel.pass(hourMs);
  await watch();
  expect(await countDue('connect-property')).toBe(0);
  await hotel.ring({ name: 'guest/created', guestId: '2' });
  expect(await listAlerts()).toEqual([]);
});

test('a house that is quiet at night is not suspected at night', async () => {
  hotel.pass(11 * hourMs);
  for (let minutes = 0; minutes < 60; minutes += 10) {
    await hotel.ring({ name: 'guest/details_changed', guestId: '1' });
    hotel.pass(10 * 60_000);
  }
  hotel.pass(9 * hourMs);
  await watch();
  expect(await listAlerts()).toEqual([]);
});

test('a house that nobody arrives at may be as silent as it likes', async () => {
  for (const { reservationId } of hotel.sandbox.world.listReservations()) {
    hotel.sandbox.world.cancelReservation(reservationId);
  }
  await hotel.sync();
  hotel.pass(1.1 * hourMs);
  await watch();
  expect(await listAlerts()).toEqual([]);
});

test('a property that is disconnected has its own alert, and none of silence', async () => {
  await standAs('disconnected');
  hotel.pass(1.1 * hourMs);
  await watch();
  expect(await listAlerts()).toEqual([]);
  expect(await countDue('connect-property')).toBe(0);
});

test('silence that turns out to be a disconnection is over', async () => {
  hotel.pass(1.1 * hourMs);
  await watch();
  expect(await listAlerts()).toHaveLength(1);
  await standAs('disconnected');
  await watch();
  expect(await listAlerts()).toEqual([]);
});

test('a property that was connected again is given as long to ring as it is usually quiet', async () => {
  await standAs('disconnected');
  hotel.pass(7 * 24 * hourMs - 14 * hourMs);
  hotel.sandbox.world.book({ arrivesOn: '2026-12-05', departsOn: '2026-12-07', mainGuest });
  await hotel.sync();
  await standAs('connected');
  hotel.pass(hourMs / 2);
  await watch();
  expect(await listAlerts()).toEqual([]);
  hotel.pass(24 * hourMs);
  await watch();
  expect(await listAlerts()).toHaveLength(1);
});

async function standAs(state: 'connected' | 'disconnected'): Promise<void> {
  const since = hotel.now();
  await hotel.store().transaction(async ({ connections }) => {
    const { id } = await connections.save({ id: 'c', credential: { kind: 'key', key: 'cbat_k' }, at: since });
    if ((await connections.findProperty(propertyId)) === undefined) await connections.attach(propertyId, id, since);
    const isOut = state === 'disconnected';
    await connections.setStanding({ propertyId, state, since, ...(isOut && { reason: 'key_refused' }) });
  });
}

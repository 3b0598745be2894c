import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { plusMs } from '../../src/domain/calendar.ts';
import type { SyncState } from '../../src/ports/sync-states.ts';
import { type FollowedHotel, openFollowedHotel, propertyId } from '../support/followed-hotel.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const mainGuest = { firstName: 'Solveig', lastName: 'Canaryson', email: 'solveig.canaryson@post.example' };

let hotel: FollowedHotel;

beforeEach(async () => {
  hotel = await openFollowedHotel();
});

afterEach(() => hotel.close());

function book(dates = { arrivesOn: '2026-11-27', departsOn: '2026-11-29' }) {
  return hotel.sandbox.world.book({ ...dates, mainGuest });
}

async function readState(): Promise<SyncState> {
  const state = await hotel.store().read((rows) => rows.syncStates.find(propertyId));
  if (state === undefined) throw new Error('The property is not followed');
  return state;
}

async function sweep(): Promise<void> {
  const runAt = hotel.now();
  await hotel
    .store()
    .transaction((rows) => rows.jobs.enqueue({ kind: 'sweep-property', payload: { propertyId }, urgency: 50, runAt }));
  await hotel.run('sweep-property');
}

async function isActive(reservationId: string): Promise<boolean> {
  const stays = await hotel.store().read((rows) => rows.subjects.listByReservations(propertyId, [reservationId]));
  return stays.some((stay) => stay.isActive);
}

/** Everybody whom the PMS has to come, as reservation and guest, beside everybody who is known here. */
async function compareGuests() {
  const expected = hotel.sandbox.world
    .listReservations()
    .flatMap(({ reservationId, guestIds }) => guestIds.map((guestId) => `${reservationId}/${guestId}`));
  const ids = [...new Set(expected.map((key) => key.split('/')[0] ?? ''))];
  const stays = await hotel.store().read((rows) => rows.subjects.listByReservations(propertyId, ids));
  const known = stays.map(({ subject }) => `${subject.reservationId}/${subject.guestId}`);
  return { expected: expected.sort(), known: known.sort(), stays };
}

test('after six hours without the PMS one sync finds 240 changes over several pages, and a crash in the middle costs none', async () => {
  const { world, faults } = hotel.sandbox;
  const before = Array.from({ length: 90 }, () => book());
  await hotel.sync();
  await hotel.ring({ name: 'guest/details_changed', guestId: '1' });
  faults.set({ kind: 'error_503', operation: '*' });
  await expect(hotel.sync()).rejects.toMatchObject({ code: 'pms_server_error' });

  for (let change = 0; change < 240; change += 1) {
    hotel.pass((6 * hourMs) / 240);
    if (change < 60)
      world.editGuest(before[change]?.guestIds[0] ?? '', { city: `Town ${change}` }, { movesReservation: false });
    else if (change < 90) world.cancelReservation(before[change]?.reservationId ?? '');
    else book();
  }
  faults.clear();
  faults.set({ kind: 'connection_reset', operation: 'getGuestsModified', count: 1 });
  await hotel.crash();
  await expect(hotel.run('sync-property')).rejects.toMatchObject({ code: 'pms_unreachable' });
  await hotel.crash();
  await hotel.run('sync-property');

  const { expected, known, stays } = await compareGuests();
  expect(known).toEqual(expected);
  expect(stays.filter(({ subject }) => subject.fields.city?.startsWith('Town ') === true)).toHaveLength(60);
  expect(stays.filter((stay) => !stay.isActive)).toHaveLength(30);
  expect(await readState()).not.toHaveProperty('unsyncedSince');

  hotel.pass(11 * minuteMs);
  await hotel.sync();
  expect((await readState()).gaps.sync.count).toBe(240);
});

describe('a change that a sync finds', () => {
  beforeEach(() => hotel.sync());

  test('is no gap where an event told of it, before or after', async () => {
    const [early, late] = [book(), book()];
    await hotel.ring({ name: 'reservation/created', reservationId: early.reservationId });
    await hotel.sync();
    await hotel.ring({ name: 'guest/created', guestId: late.guestIds[0] });
    hotel.pass(11 * minuteMs);
    await hotel.sync();
    expect((await readState()).gaps.sync).toEqual({ count: 0 });
  });

  test('is a gap where none came within ten minutes', async () => {
    book();
    await hotel.sync();
    expect((await readState()).gaps.sync.count).toBe(0);
    hotel.pass(10 * minuteMs);
    await hotel.sync();
    expect((await readState()).gaps.sync).toEqual({ count: 1, lastAt: hotel.now() });
  });
});

test('the first sync of a property finds no gaps', async () => {
  book();
  await hotel.sync();
  hotel.pass(11 * minuteMs);
  await hotel.sync();
  expect((await readState()).gaps.sync.count).toBe(0);
});

test('an event counts as unsynced until a sync that began after it is done', async () => {
  await hotel.sync();
  await hotel.ring({ name: 'guest/created', guestId: '1' });
  const rangAt = hotel.now();
  expect(await readState()).toMatchObject({ lastEventAt: rangAt, unsyncedSince: rangAt });
  await hotel.sync();
  expect(await readState()).not.toHaveProperty('unsyncedSince');
  expect(await readState()).toMatchObject({ lastEventAt: rangAt, lastSyncedAt: hotel.now() });
});

describe('the sweep', () => {
  beforeEach(() => hotel.sync());

  /** As if the PMS had forgotten to move a time stamp: the watermark is past the change before a sync looks. */
  async function missIt(): Promise<void> {
    hotel.pass(hourMs);
    await hotel
      .store()
      .transaction((rows) => rows.properties.moveWatermark(propertyId, plusMs(hotel.now(), -minuteMs / 2)));
    await hotel.sync();
  }

  test('finds a booking and an early departure that both eyes missed, and counts them', async () => {
    const staying = book({ arrivesOn: '2026-11-22', departsOn: '2026-11-25' });
    await hotel.sync();
    const missed = book({ arrivesOn: '2026-12-22', departsOn: '2026-12-24' });
    hotel.sandbox.world.setReservationStatus(staying.reservationId, 'checked_out');
    await missIt();
    expect(await isActive(missed.reservationId)).toBe(false);
    await sweep();
    expect(await isActive(missed.reservationId)).toBe(true);
    expect(await isActive(staying.reservationId)).toBe(false);
    hotel.pass(11 * minuteMs);
    await hotel.sync();
    expect((await readState()).gaps).toMatchObject({ sweep: { count: 2 } });
  });

  test('looks for a stay that is listed no longer: it has moved, or is gone', async () => {
    const [moved, gone, kept] = [book(), book(), book()];
    await hotel.sync();
    hotel.sandbox.world.changeDates(moved.reservationId, { arrivesOn: '2027-03-01', departsOn: '2027-03-04' });
    hotel.sandbox.world.deleteReservation(gone.reservationId);
    await missIt();
    await sweep();
    expect(await hotel.run('confirm-deletion')).toBe(2);
    const { stays } = await compareGuests();
    const found = stays.find(({ subject }) => subject.reservationId === moved.reservationId);
    expect(found?.subject.fields.arrivesOn).toBe('2027-03-01');
    expect(await isActive(gone.reservationId)).toBe(false);
    expect(await isActive(kept.reservationId)).toBe(true);
  });

  test('is done once a day, however often it is made due', async () => {
    await sweep();
    const { getReservations = 0 } = hotel.sandbox.stats.requestsByOperation;
    await sweep();
    expect(hotel.sandbox.stats.requestsByOperation.getReservations).toBe(getReservations);
    hotel.pass(24 * hourMs);
    await sweep();
    expect(hotel.sandbox.stats.requestsByOperation.getReservations).toBe(getReservations + 1);
  });
});

/** Thirty other hotels on a connection, with a result each that is due to be written. */
async function addBusyProperties(connectionId: string): Promise<void> {
  const at = hotel.now();
  await hotel.store().transaction(async (rows) => {
    await rows.connections.attach(propertyId, 'own', at);
    for (let number = 0; number < 30; number += 1) {
      const busyId = `busy-${number}`;
      await rows.properties.save({ id: busyId, name: 'Busy', timeZone: 'UTC', webhookSecret: busyId });
      await rows.connections.attach(busyId, connectionId, at);
      const payload = { propertyId: busyId, guestId: '1' };
      await rows.jobs.enqueue({ kind: 'write-back', payload, urgency: 2, runAt: at });
    }
  });
}

test('a sync is put off while other properties of its key have much to tell, and done when its time has come', async () => {
  await hotel.sync();
  await addBusyProperties('own');
  const { guestIds } = book();
  hotel.sandbox.stats.reset();
  await hotel.sync();
  expect(hotel.sandbox.stats.requests).toEqual([]);
  hotel.pass(5 * minuteMs);
  expect(await hotel.run('sync-property')).toBe(1);
  expect((await compareGuests()).known.map((key) => key.split('/')[1])).toEqual([...guestIds]);
});

test('what properties of another key have to tell puts no sync off', async () => {
  await hotel.sync();
  await addBusyProperties('another');
  hotel.sandbox.stats.reset();
  await hotel.sync();
  expect(hotel.sandbox.stats.requestsByOperation).toHaveProperty('getReservations');
});

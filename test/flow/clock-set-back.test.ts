import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type FollowedHotel, openFollowedHotel, propertyId } from '../support/followed-hotel.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const mainGuest = { firstName: 'Solveig', lastName: 'Canaryson', email: 'solveig.canaryson@post.example' };

let hotel: FollowedHotel;

beforeEach(async () => {
  hotel = await openFollowedHotel();
});

afterEach(() => hotel.close());

async function isFollowed(reservationId: string): Promise<boolean> {
  const stays = await hotel.store().read((rows) => rows.subjects.listByReservations(propertyId, [reservationId]));
  return stays.some((stay) => stay.isActive);
}

function book() {
  return hotel.sandbox.world.book({ arrivesOn: '2026-11-27', departsOn: '2026-11-29', mainGuest });
}

describe('once a clock that was an hour ahead is set right', () => {
  beforeEach(async () => {
    hotel.pass(hourMs);
    await hotel.sync();
    hotel.pass(-hourMs);
  });

  test('what is booked then is found by the next sync, not an hour later', async () => {
    hotel.pass(5 * minuteMs);
    const { reservationId } = book();
    hotel.pass(5 * minuteMs);
    await hotel.sync();
    expect(await isFollowed(reservationId)).toBe(true);
  });

  test('an event has a sync follow in a moment', async () => {
    await hotel.ring({ name: 'reservation/created' });
    hotel.pass(minuteMs);
    expect(await hotel.run('sync-property')).toBe(1);
  });
});

test('a sweep that a clock years ahead has noted is not waited for', async () => {
  await hotel.sync();
  await hotel.store().transaction((rows) => rows.syncStates.noteSwept(propertyId, '2031-01-01T00:00:00.000Z'));
  hotel.pass(24 * hourMs);
  const payload = { propertyId };
  const sweep = { kind: 'sweep-property', payload, urgency: 50, runAt: hotel.now() } as const;
  await hotel.store().transaction((rows) => rows.jobs.enqueue(sweep));
  await hotel.run('sweep-property');
  const state = await hotel.store().read((rows) => rows.syncStates.find(propertyId));
  expect(state?.lastSweptAt).toBe(hotel.now());
});

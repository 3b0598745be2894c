import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { toDay } from '../support/days.ts';
import { eventually } from '../support/eventually.ts';
import { type Hotel, openHotel } from '../support/hotel.ts';

let hotel: Hotel;
let early: string;
let departed: string;

const mainGuest = {
  firstName: 'Solveig',
  lastName: 'Canaryson',
  email: 'solveig.canaryson@post.example',
  phone: '+47 22 12 34 56',
};

beforeAll(async () => {
  hotel = await openHotel({ sandbox: { webhooks: { duplicateShare: 1, shuffle: true } } });
  const { world } = hotel.sandbox;
  [early] = world.book({ arrivesOn: toDay(2), departsOn: toDay(4), mainGuest }).guestIds;
  [departed] = world.book({ arrivesOn: toDay(-5), departsOn: toDay(-2), status: 'checked_out', mainGuest }).guestIds;
  await hotel.start();
});

afterAll(() => hotel.close());

interface Item {
  readonly id: string;
  readonly guestId: string;
  readonly status: string;
  readonly updatedAt: string;
}

async function listItems(query = ''): Promise<readonly Item[]> {
  const { body } = await hotel.api(
    'GET',
    `/api/v1/properties/${hotel.sandbox.propertyId}/screenings?limit=200${query}`,
  );
  return (body as { readonly items: readonly Item[] }).items;
}

test('arrivals that were booked before the service came are screened, departed guests are not', async () => {
  await hotel.untilShown(early, { screening_outcome: 'Clear' });
  await hotel.untilIdle();
  expect(hotel.sandbox.world.readGuest(departed).customFields).toEqual({});
});

test('the echo of our own write starts nothing', async () => {
  const { world, stats } = hotel.sandbox;
  const [guestId] = world.book({ arrivesOn: toDay(1), departsOn: toDay(2), mainGuest }).guestIds;
  await hotel.untilShown(guestId, { screening_outcome: 'Clear' });
  const before = (await listItems()).map(({ id, updatedAt }) => ({ id, updatedAt }));
  const asked = () => stats.requests.map(({ operation }) => operation);
  await eventually(() => asked().lastIndexOf('getReservations') > asked().lastIndexOf('putGuest') || undefined, {
    what: 'the sync that the echo rings for',
  });
  await hotel.untilIdle();
  expect((await listItems()).map(({ id, updatedAt }) => ({ id, updatedAt }))).toEqual(before);
  expect(stats.requestsByOperation.putGuest).toBe(world.listGuests().length - 1);
});

test.each(['canceled', 'no_show'] as const)('a stay that is %s is not screened', async (status) => {
  const { world } = hotel.sandbox;
  const { reservationId, guestIds } = world.book({ arrivesOn: toDay(1), departsOn: toDay(3), mainGuest });
  world.setReservationStatus(reservationId, status);
  await hotel.untilIdle();
  expect(world.readGuest(guestIds[0]).customFields).toEqual({});
});

test('a guest added to a reservation later is screened, and one taken off it is not asked about again', async () => {
  const { world } = hotel.sandbox;
  const { reservationId } = world.book({ arrivesOn: toDay(1), departsOn: toDay(3), adults: 2, mainGuest });
  const added = world.addGuest(reservationId, { firstName: 'Odd', lastName: 'Canaryson' });
  await hotel.untilShown(added, { screening_outcome: 'Clear' });
  world.removeGuest(reservationId, added);
  await hotel.untilIdle();
  const [item] = (await listItems()).filter(({ guestId }) => guestId === added);
  const rescreened = await hotel.api('POST', `/api/v1/screenings/${item?.id}/rescreen`);
  expect(rescreened.status).toBe(409);
});

test('a deleted reservation stops, though no answer of the PMS names it any more', async () => {
  const { world } = hotel.sandbox;
  const { reservationId, guestIds } = world.book({ arrivesOn: toDay(4), departsOn: toDay(6), mainGuest });
  await hotel.untilShown(guestIds[0], { screening_outcome: 'Clear' });
  world.deleteReservation(reservationId);
  const [item] = (await listItems()).filter(({ guestId }) => guestId === guestIds[0]);
  await eventually(
    async () => (await hotel.api('POST', `/api/v1/screenings/${item?.id}/rescreen`)).status === 409 || undefined,
    { what: 'the stay to stop' },
  );
});

test('a merged guest is followed to where it lives on', async () => {
  const { world } = hotel.sandbox;
  const [from] = world.book({ arrivesOn: toDay(1), departsOn: toDay(3), mainGuest }).guestIds;
  const [into] = world.book({ arrivesOn: toDay(8), departsOn: toDay(9), mainGuest }).guestIds;
  await hotel.untilShown(from, { screening_outcome: 'Clear' });
  await hotel.untilShown(into, { screening_outcome: 'Clear' });
  world.mergeGuests(from, into);
  world.editGuest(into, { birthDate: '2014-05-01' });
  await hotel.untilShown(into, { screening_outcome: 'Review', screening_summary: /under age/ });
});

test('an anonymized guest is forgotten here too', async () => {
  const { world } = hotel.sandbox;
  const [guestId] = world.book({
    arrivesOn: toDay(1),
    departsOn: toDay(3),
    mainGuest: { ...mainGuest, firstName: 'Vigdis', lastName: 'Forgetmenot' },
  }).guestIds;
  await hotel.untilShown(guestId, { screening_outcome: 'Clear' });
  expect(await listItems('&q=forgetmenot')).toHaveLength(1);
  world.anonymizeGuest(guestId);
  await eventually(async () => (await listItems('&q=forgetmenot')).length === 0 || undefined, {
    what: 'the guest to be forgotten',
  });
});

test('a person’s decision reaches the PMS, and the timeline tells who and when', async () => {
  const { world } = hotel.sandbox;
  const [guestId] = world.book({
    arrivesOn: toDay(0),
    departsOn: toDay(3),
    mainGuest: { ...mainGuest, birthDate: '2013-01-01' },
  }).guestIds;
  await hotel.untilShown(guestId, { screening_outcome: 'Review' });
  await hotel.untilIdle();
  const [item] = (await listItems()).filter((one) => one.guestId === guestId);
  const reason = 'Travels with her aunt, who is in room 12';
  const decided = await hotel.api('POST', `/api/v1/screenings/${item?.id}/decision`, { decision: 'approved', reason });
  expect(decided.status).toBeLessThan(300);
  await hotel.untilShown(guestId, { screening_outcome: 'Approved' });
  await hotel.untilIdle();
  const { body } = await hotel.api('GET', `/api/v1/screenings/${item?.id}`);
  expect(body).toMatchObject({
    decision: { decision: 'approved', reason },
    timeline: [
      { event: 'found' },
      { event: 'concluded' },
      { event: 'written_back' },
      { event: 'decided' },
      { event: 'written_back' },
    ],
  });
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Hotel, openHotel } from '../support/hotel.ts';
import { toDay } from '../support/days.ts';

let hotel: Hotel;

beforeAll(async () => {
  hotel = await openHotel();
  await hotel.start();
});

afterAll(() => hotel.close());

const mainGuest = {
  firstName: 'Ingrid',
  lastName: 'Canaryson',
  email: 'ingrid.canaryson@post.example',
  phone: '+47 22 12 34 56',
  country: 'NO',
};

test('a booking in the PMS becomes a screened guest in the PMS', async () => {
  const { guestIds } = hotel.sandbox.world.book({ arrivesOn: toDay(1), departsOn: toDay(4), mainGuest });
  await hotel.untilShown(guestIds[0], {
    screening_status: 'Completed',
    screening_outcome: 'Clear',
    screening_summary:
      'House list: clear · Identity document: clear (none entered) · Contact: clear · Booking rules: clear',
    screening_updated: /^\d{4}-\d\d-\d\d \d\d:\d\d$/,
  });
});

test('every guest of a reservation is screened, not the booker alone', async () => {
  const { guestIds } = hotel.sandbox.world.book({
    arrivesOn: toDay(3),
    departsOn: toDay(5),
    adults: 2,
    children: 1,
    mainGuest,
    additionalGuests: [
      { firstName: 'Per', lastName: 'Canaryson' },
      { firstName: 'Liv', lastName: 'Canaryson' },
    ],
  });
  for (const guestId of guestIds) await hotel.untilShown(guestId, { screening_outcome: 'Clear' });
});

test('a guest edited behind the back of the reservation’s time stamp is screened again', async () => {
  const { world } = hotel.sandbox;
  const [guestId] = world.book({ arrivesOn: toDay(2), departsOn: toDay(5), mainGuest }).guestIds;
  await hotel.untilShown(guestId, { screening_outcome: 'Clear' });
  world.editGuest(guestId, { birthDate: '2015-02-28' }, { movesReservation: false });
  await hotel.untilShown(guestId, { screening_outcome: 'Review', screening_summary: /booker under age/ });
});

test('a banned person is flagged with the property’s own reason, and the API says why', async () => {
  const { propertyId, world } = hotel.sandbox;
  const added = await hotel.api('POST', `/api/v1/properties/${propertyId}/house-list`, {
    kind: 'ban',
    names: ['Marek Dvořák'],
    phones: ['+420 601 123 456'],
    reason: 'left without paying',
  });
  expect(added.status).toBe(201);
  const [guestId] = world.book({
    arrivesOn: toDay(0),
    departsOn: toDay(3),
    mainGuest: { ...mainGuest, firstName: 'MAREK', lastName: 'DVORAK', phone: '601 123 456', country: 'CZ' },
  }).guestIds;
  await hotel.untilShown(guestId, { screening_outcome: 'Flagged', screening_summary: /House list: strong match/ });
  await hotel.untilIdle();
  const { body } = await hotel.api('GET', `/api/v1/properties/${propertyId}/screenings?outcome=flagged&q=dvorak`);
  const banned = { provider: 'house-list', result: 'match', reasons: [{ code: 'house_list.banned' }] };
  expect(body).toMatchObject({
    items: [{ guestId, outcome: 'flagged', findings: [banned, {}, {}, {}], writeBack: { state: 'written' } }],
  });
});

import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { toDay } from '../support/days.ts';
import { eventually } from '../support/eventually.ts';
import { type FormDesk, getSaved, openFormDesk } from '../support/form-desk.ts';

let desk: FormDesk;

beforeAll(async () => {
  desk = await openFormDesk({ config: 'defaults: { form: { ask: always } }' });
});

afterAll(() => desk.close());

async function bookAsked(lastName: string) {
  const mainGuest = { firstName: 'Ingrid', lastName, email: `${lastName.toLowerCase()}@post.example`, country: 'NO' };
  const booked = desk.hotel.sandbox.world.book({ arrivesOn: toDay(3), departsOn: toDay(5), mainGuest });
  const [guestId] = booked.guestIds;
  const token = await desk.untilAsked(guestId);
  await desk.hotel.untilIdle();
  return { guestId, token };
}

async function listRequests(): Promise<unknown> {
  const { body } = await desk.hotel.api('GET', `/api/v1/properties/${desk.hotel.sandbox.propertyId}/guest-requests`);
  return body;
}

test('a guest who asked and is forgotten by the PMS waits for nobody', async () => {
  const { guestId, token } = await bookAsked('Canaryforgotten');
  getSaved(await desk.forms().object({ token }, ''));
  expect(await listRequests()).toMatchObject({ items: [{ guestName: 'Ingrid Canaryforgotten' }] });
  desk.hotel.sandbox.world.anonymizeGuest(guestId);
  await eventually(async () => isDeepStrictEqual(await listRequests(), { items: [] }) || undefined, {
    what: 'the list to be empty',
  });
});

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

async function attend(guestId: string): Promise<void> {
  const path = `/api/v1/screenings/${await desk.findScreeningId(guestId)}/form/attend`;
  expect((await desk.hotel.api('POST', path, {})).status).toBe(200);
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

test('what was attended to can be asked again in the same words; pressed twice it is asked once', async () => {
  const { guestId, token } = await bookAsked('Canarytwice');
  getSaved(await desk.forms().askPerson({ token }, ''));
  getSaved(await desk.forms().askPerson({ token }, ''));
  await attend(guestId);
  expect(await listRequests()).toEqual({ items: [] });
  getSaved(await desk.forms().object({ token }, ''));
  getSaved(await desk.forms().askPerson({ token }, ''));
  const kinds = [{ kind: 'ask_person' }, { kind: 'object' }, { kind: 'ask_person' }];
  expect(await listRequests()).toMatchObject({ items: [{ requests: kinds }] });
  await attend(guestId);
});

test('a guest who was attended to often is still heard', async () => {
  const { guestId, token } = await bookAsked('Canaryoften');
  for (let count = 1; count <= 20; count += 1) getSaved(await desk.forms().askPerson({ token }, `Request ${count}`));
  await attend(guestId);
  getSaved(await desk.forms().askPerson({ token }, 'One more'));
  const listed = (await listRequests()) as { readonly items: readonly { readonly requests: readonly object[] }[] };
  expect(listed.items[0]?.requests.at(-1)).toMatchObject({ text: 'One more' });
  await attend(guestId);
});

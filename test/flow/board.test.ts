import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { components } from '../../openapi/service.generated.ts';
import { toDay } from '../support/days.ts';
import { type Hotel, openHotel } from '../support/hotel.ts';

type Schemas = components['schemas'];

let hotel: Hotel;
let propertyPath: string;
let bannedId: string;
let familyReservation: string;

beforeAll(async () => {
  hotel = await openHotel();
  await hotel.start();
  const { propertyId, world } = hotel.sandbox;
  propertyPath = `/api/v1/properties/${propertyId}`;
  await hotel.untilIdle();
  const ban = { kind: 'ban', names: ['Marek Canarsky'], birthDate: '1980-05-05', reason: 'left without paying' };
  await hotel.api('POST', `${propertyPath}/house-list`, ban);
  familyReservation = world.book({
    arrivesOn: toDay(0),
    departsOn: toDay(3),
    adults: 2,
    children: 0,
    mainGuest: { firstName: 'Ingrid', lastName: 'Canaryson', email: 'ingrid.canaryson@post.example', country: 'NO' },
    additionalGuests: [{ firstName: 'Per', lastName: 'Canaryson' }],
  }).reservationId;
  [bannedId] = world.book({
    arrivesOn: toDay(0),
    departsOn: toDay(2),
    mainGuest: {
      firstName: 'Marek',
      lastName: 'Canarsky',
      email: 'marek.canarsky@post.example',
      birthDate: '1980-05-05',
    },
  }).guestIds;
  await hotel.untilIdle();
});

afterAll(() => hotel.close());

async function readArrivals(query = ''): Promise<{
  readonly items: Schemas['Arrival'][];
  readonly counts: Readonly<Record<string, number>>;
}> {
  const { status, body } = await hotel.api('GET', `${propertyPath}/arrivals?from=${toDay(0)}${query}`);
  expect(status).toBe(200);
  return body;
}

async function findBanned(): Promise<Schemas['GuestOnBoard']> {
  const guests = (await readArrivals()).items.flatMap((stay) => stay.guests);
  const found = guests.find(({ screening }) => screening.guestId === bannedId);
  if (found === undefined) throw new Error('The banned guest is not on the board.');
  return found;
}

test('tonight’s arrivals come reservation by reservation, whoever needs somebody on top', async () => {
  const { items, counts } = await readArrivals();
  expect(items.map(({ state }) => state)[0]).toBe('flagged');
  const family = items.find(({ reservationId }) => reservationId === familyReservation);
  expect(family?.guests.map(({ isMainGuest }) => isMainGuest).sort()).toEqual([false, true]);
  expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(3);
});

test('a page of one leads to the next, and no stay is lost or doubled', async () => {
  const seen: string[] = [];
  let cursor = '';
  do {
    const page = await readArrivals(`&limit=1${cursor}`);
    seen.push(...page.items.map(({ reservationId }) => reservationId));
    const { nextCursor } = page as { readonly nextCursor?: string | null };
    cursor = nextCursor == null ? '' : `&cursor=${nextCursor}`;
  } while (cursor !== '');
  expect(seen).toHaveLength(2);
  expect(new Set(seen).size).toBe(2);
});

test.each([
  [`?from=${toDay(3)}&to=${toDay(1)}`, '/to'],
  [`?from=${toDay(0)}&to=${toDay(200)}`, '/to'],
  ['?from=2026-02-30', '/from'],
  ['?cursor=made-up', '/cursor'],
])('a wrong question %s is refused by the name of its field', async (query, path) => {
  const { status, body } = await hotel.api('GET', `${propertyPath}/arrivals${query}`);
  expect({ status, body }).toMatchObject({ status: 400, body: { code: 'request_invalid', errors: [{ path }] } });
});

test('the detail says what to do, who the guest is and what the PMS shows', async () => {
  const { screening } = await findBanned();
  const { body } = await hotel.api('GET', `/api/v1/screenings/${screening.id}`);
  expect(body).toMatchObject({
    state: 'flagged',
    procedure: 'house_list',
    guest: { name: 'Marek Canarsky', birthDate: '1980-05-05' },
    pms: { state: 'written', isOfThisScreening: true, fields: { screening_outcome: 'Flagged' } },
    otherStays: [],
  });
});

test('a note is there for all to read until it is removed', async () => {
  const { screening } = await findBanned();
  const path = `/api/v1/screenings/${screening.id}`;
  const added = await hotel.api('POST', `${path}/notes`, { text: '  The night porter knows  ' });
  expect(added).toMatchObject({ status: 201, body: { text: 'The night porter knows', author: 'admin' } });
  expect((await findBanned()).notes).toBe(1);
  const { id } = added.body as Schemas['GuestNote'];
  expect(await hotel.api('DELETE', `${path}/notes/${id}`)).toMatchObject({ status: 204 });
  expect(await hotel.api('DELETE', `${path}/notes/${id}`)).toMatchObject({
    status: 404,
    body: { code: 'note_unknown' },
  });
  expect((await findBanned()).notes).toBe(0);
});

test('a review is somebody’s until nobody looks after it, whatever is screened again', async () => {
  const { screening } = await findBanned();
  const mine = `${propertyPath}/reviews?assigned=me`;
  expect(await hotel.api('PUT', `/api/v1/screenings/${screening.id}/assignment`, { to: 'me' })).toMatchObject({
    status: 200,
    body: { assignee: 'admin' },
  });
  await hotel.api('POST', `/api/v1/screenings/${screening.id}/rescreen`, {});
  await hotel.untilIdle();
  const { body } = await hotel.api('GET', mine);
  expect(body).toMatchObject({ items: [{ screening: { guestId: bannedId }, assignment: { assignee: 'admin' } }] });
  const again = (await findBanned()).screening.id;
  await hotel.api('DELETE', `/api/v1/screenings/${again}/assignment`);
  expect((await hotel.api('GET', mine)).body).toMatchObject({ items: [] });
  expect((await hotel.api('GET', `${propertyPath}/reviews?assigned=nobody`)).body).toMatchObject({
    items: [{ screening: { guestId: bannedId } }],
  });
});

test('who is decided about is no longer in the queue', async () => {
  const { screening } = await findBanned();
  const decision = { decision: 'approved', reason: 'Paid the old bill' };
  await hotel.api('POST', `/api/v1/screenings/${screening.id}/decision`, decision);
  expect((await hotel.api('GET', `${propertyPath}/reviews`)).body).toMatchObject({ items: [] });
  expect(await findBanned()).toMatchObject({ state: 'approved', procedure: 'nothing', waitingSince: null });
});

test('a review can be handed to whoever may review here, and to nobody else', async () => {
  const { screening } = await findBanned();
  const path = `/api/v1/screenings/${screening.id}/assignment`;
  const invite = async (email: string, role: string) => {
    const grants = [{ propertyId: hotel.sandbox.propertyId, role }];
    return (await hotel.api('POST', '/api/v1/invitations', { email, name: 'Rui Tavares', grants })).body as {
      readonly user: { readonly id: string };
      readonly link: { readonly url: string };
    };
  };
  const { user, link } = await invite('rui@hotel.example', 'reviewer');
  const reviewer = user.id;
  expect(await hotel.api('PUT', path, { to: reviewer })).toMatchObject({ status: 400 });
  await hotel.api('POST', '/api/v1/session/link', {
    token: link.url.split('/').at(-1),
    password: 'nine herons on the weir',
  });
  expect(await hotel.api('PUT', path, { to: reviewer })).toMatchObject({
    status: 200,
    body: { assignee: 'Rui Tavares' },
  });
  const porter = (await invite('porter@hotel.example', 'desk')).user.id;
  for (const to of [porter, 'nobody']) {
    expect(await hotel.api('PUT', path, { to })).toMatchObject({ status: 400, body: { errors: [{ path: '/to' }] } });
  }
});

test('the desk learns what the PMS shows of a guest, and not the summary of what was found', async () => {
  const { screening } = await findBanned();
  const expiresAt = `${toDay(1)}T10:00:00Z`;
  const token = { name: 'Door', scope: 'outcomes', propertyIds: [hotel.sandbox.propertyId], expiresAt };
  const { body } = await hotel.api('POST', '/api/v1/tokens', token);
  const headers = { authorization: `Bearer ${(body as { readonly secret: string }).secret}` };
  const answer = await fetch(`${hotel.url()}/api/v1/screenings/${screening.id}`, { headers });
  const { pms } = (await answer.json()) as { readonly pms: { readonly fields: object; readonly should: object } };
  for (const fields of [pms.fields, pms.should]) {
    expect(fields).toMatchObject({ screening_status: 'Completed' });
    expect(fields).not.toHaveProperty('screening_summary');
  }
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { accessTable, type RoleRule } from '../../src/http/access/access-table.ts';
import { listOperations, loadOpenApiDocument, type LocatedOperation } from '../../src/openapi/openapi-document.ts';
import type { Store } from '../../src/ports/store.ts';
import { toDay } from '../support/days.ts';
import { openEventStream } from '../support/event-stream.ts';
import { get } from '../support/guest-browser.ts';
import { hotelClock } from '../support/hotel-clock.ts';
import { type Hotel, openHotel } from '../support/hotel.ts';
import { toArbitrary } from '../support/schema-arbitrary.ts';
import { fillHouse, type House, signInAdmin } from '../support/walled-house.ts';

const document = loadOpenApiDocument('service');
const ruled = listOperations(document).flatMap((located) => {
  const { operationId } = located.operation;
  const rule = accessTable[operationId as keyof typeof accessTable];
  return typeof rule === 'object' ? [{ operationId, rule, located }] : [];
});

type Headers = Readonly<Record<string, string>>;

let hotel: Hotel;
let store: Store;
let here: House;
let there: House;
/** An admin of the one property, and of nothing else. */
let admin: Headers;
let adminThere: Headers;

beforeAll(async () => {
  const properties = [{ propertyId: '7100771' }, { propertyId: '7200772' }];
  hotel = await openHotel({
    config: 'defaults: { providers: { watchlist: { enabled: true, settings: { lists: own } } } }',
    sandbox: { properties },
  });
  await hotel.start({ wrapStore: (opened) => (store = opened) });
  await hotel.untilIdle();
  here = await fillHouse(hotel, store, { propertyId: '7100771', word: 'Canarhere' });
  there = await fillHouse(hotel, store, { propertyId: '7200772', word: 'Canarthere' });
  admin = await signInAdmin(store, here.propertyId);
  adminThere = await signInAdmin(store, there.propertyId);
  await hotel.untilIdle();
});

afterAll(() => hotel.close());

/** Whatever tells of the property that is not theirs. Ids of the PMS are short numbers, which may stand in others. */
function listTold(text: string, house: House): readonly string[] {
  const { propertyId, word, reservationId, ids } = house;
  const long = Object.values(ids).filter((id) => id.length > 12);
  return [propertyId, word, reservationId, ...long].filter((told) => text.includes(told));
}

interface Asked {
  readonly as: Headers;
  readonly body?: unknown;
}

async function ask({ method, path }: { method: string; path: string }, { as, body }: Asked) {
  const response = await fetch(`${hotel.url()}${path}`, {
    method: method.toUpperCase(),
    headers: { ...as, 'content-type': 'application/json' },
    redirect: 'manual',
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, text: await response.text() };
}

/** With the ids of a house; of notes there are two kinds, and of `{id}` three. */
function fill(path: string, ids: House['ids']): string {
  return path.replace(/(\w+)\/\{(\w+)\}/g, (_, before: string, name: string) => {
    const ownName = before === 'alerts' ? 'alertId' : name;
    const isGuestNote = path.startsWith('/api/v1/screenings/') && name === 'noteId';
    return `${before}/${ids[isGuestNote ? 'guestNoteId' : ownName] ?? 'x'}`;
  });
}

describe('what can be read at one property', () => {
  const readings = ruled
    .filter(({ located, operationId }) => located.method === 'get' && operationId !== 'followProperty')
    .map(({ operationId, located }) => [operationId, located.path] as const);

  test.each(readings)('by %s tells nothing of another', async (_, path) => {
    const { text } = await ask({ method: 'get', path: fill(path, here.ids) }, { as: admin });
    expect(listTold(text, there)).toEqual([]);
  });

  test('is there for those whose it is: the walk would see it', async () => {
    const told = await Promise.all(
      readings.map(
        async ([, path]) => (await ask({ method: 'get', path: fill(path, there.ids) }, { as: adminThere })).text,
      ),
    );
    expect(listTold(told.join(), there).length).toBeGreaterThan(10);
  });
});

const refusals: readonly number[] = [400, 403, 404, 409, 422];

describe('with one’s own place in the path and something of another property behind it', () => {
  const nested = ruled.filter(({ rule, located }) => isNested(rule, located.path));

  test.each(nested.map(({ operationId, located }) => [operationId, located] as const))(
    '%s finds nothing, whatever it is told to do',
    async (_, located) => {
      const before = await readThere();
      const { propertyId = '', id = '' } = here.ids;
      const path = `${fill(located.path, { ...there.ids, propertyId, id })}?version=1`;
      const answers = await Promise.all(
        toBodies(located).map((body) => ask({ ...located, path: withoutNeedless(path, located) }, { as: admin, body })),
      );
      const statuses = answers.map(({ status }) => status);
      expect(statuses.filter((status) => !refusals.includes(status))).toEqual([]);
      expect(statuses).toContain(404);
      expect(answers.flatMap(({ text }) => listTold(text, there))).toEqual([]);
      expect(await readThere()).toEqual(before);
    },
  );
});

const card = '/properties/{propertyId}/profiles/{profileId}';
const wrongs = {
  card: { status: 404, code: 'profile_unknown' },
  property: { status: 404, code: 'property_unknown' },
  user: { status: 400, code: 'request_invalid', errors: [{ path: '/to', message: 'is nobody who may review here' }] },
};

test.each([
  ['POST', `${card}/links`, () => ({ otherId: there.ids.otherId, kind: 'family' }), wrongs.card],
  ['POST', `${card}/merge`, (version) => ({ otherId: there.ids.otherId, version, otherVersion: 1 }), wrongs.card],
  ['POST', `${card}/not-same`, () => ({ otherId: there.ids.otherId }), wrongs.card],
  [
    'POST',
    `${card}/split`,
    (version) => ({ version, propertyId: there.propertyId, guestId: there.ids.guestId }),
    wrongs.card,
  ],
  ['PUT', '/screenings/{id}/assignment', () => ({ to: there.ids.userId }), wrongs.user],
  [
    'POST',
    '/tokens',
    () => ({ name: 'Mine', scope: 'read', propertyIds: [there.propertyId], expiresAt: `${toDay(9)}T00:00:00Z` }),
    wrongs.property,
  ],
  ['POST', '/invitations', () => ({ name: 'Eva', email: 'eva@hotel.example', ...toGrants() }), wrongs.property],
  ['PATCH', '/users/{userId}', toGrants, wrongs.property],
] as const satisfies readonly (readonly [string, string, (version: number) => object, object])[])(
  '%s %s takes nothing of another property in its body',
  async (...[method, path, toBody, wrong]) => {
    const before = await readThere();
    const own = await ask({ method: 'get', path: fill(`/api/v1${card}`, here.ids) }, { as: admin });
    const { version } = JSON.parse(own.text) as { version: number };
    const address = { method, path: fill(`/api/v1${path}`, here.ids) };
    const { status, text } = await ask(address, { as: admin, body: toBody(version) });
    expect({ status, ...(JSON.parse(text) as object) }).toMatchObject(wrong);
    expect(text).not.toContain(there.word);
    expect(await readThere()).toEqual(before);
  },
);

function toGrants() {
  return { grants: [{ propertyId: there.propertyId, role: 'desk' }] };
}

test('search, lists, exports, figures and alerts keep to the own property, whatever is asked for', async () => {
  const home = `/api/v1/properties/${here.propertyId}`;
  const read = (path: string) => ask({ method: 'get', path }, { as: admin });
  for (const path of ['screenings', 'screenings.csv', 'profiles']) {
    const found = await read(`${home}/${path}?q=${there.word}`);
    expect([found.status, listTold(found.text, there)]).toEqual([200, []]);
  }
  const refused = await Promise.all([
    read(`/api/v1/statistics?properties=${here.propertyId},${there.propertyId}`),
    read(`/api/v1/statistics/disparity?properties=${there.propertyId}`),
    read(`/api/v1/alerts?propertyId=${there.propertyId}`),
    read(`/api/v1/audit?propertyId=${there.propertyId}`),
  ]);
  expect(refused.map(({ status }) => status).filter((status) => status !== 404)).toEqual([]);
  const search = (of: House, propertyId?: string) =>
    ask(
      { method: 'post', path: '/api/v1/watchlists/search' },
      { as: admin, body: { name: `Olga ${of.word}`, ...(propertyId !== undefined && { propertyId }) } },
    );
  expect((await search(there, there.propertyId)).status).toBe(404);
  const searched = await Promise.all([search(there), search(there, here.propertyId)]);
  expect(searched.map(({ status, text }) => [status, listTold(text, there)])).toEqual([
    [200, []],
    [200, []],
  ]);
  expect((await search(here, here.propertyId)).text).toContain(here.word);
});

test('a form’s link opens the form of one guest, and tells nothing of the other property', async () => {
  const [own, other] = [await get(here.formUrl), await get(there.formUrl)];
  expect([own.status, other.status]).toEqual([200, 200]);
  expect([listTold(own.text, there), listTold(other.text, here)]).toEqual([[], []]);
});

test('the live stream of one property is silent while something happens at another', async () => {
  const url = `${hotel.url()}/api/v1/properties/${here.propertyId}/live`;
  const stream = await openEventStream(url, admin);
  book(there, 'Otherguest');
  await hotel.untilIdle();
  const [guestId] = book(here, 'Ownguest');
  await stream.until((events) => events.some(({ data }) => data.event === 'concluded'));
  expect(stream.timeline().filter(({ data }) => data.guestId !== guestId)).toEqual([]);
  expect(stream.events.flatMap((event) => listTold(JSON.stringify(event), there))).toEqual([]);
  stream.close();
});

test('an event at one property’s address that names another is taken for neither', async () => {
  const [subscription] = hotel.sandbox.world.listSubscriptions(here.propertyId);
  await hotel.untilIdle();
  const readSync = async () => {
    const { body } = await hotel.api('GET', `/api/v1/properties/${there.propertyId}/sync`);
    return (body as { lastEventAt: string | null }).lastEventAt;
  };
  const before = await readSync();
  const told = {
    propertyID: there.propertyId,
    propertyID_str: there.propertyId,
    timestamp: Date.parse(hotelClock.now()) / 1000,
  };
  const events = [
    { ...told, event: 'reservation/deleted', reservationID: there.reservationId },
    { ...told, event: 'integration/appstate_changed', clientID: 'any', newState: 'disabled' },
    // Under the own name: it finds no such reservation here.
    {
      ...told,
      event: 'reservation/deleted',
      reservationID: there.reservationId,
      propertyID: here.propertyId,
      propertyID_str: here.propertyId,
    },
  ];
  for (const event of events) {
    const answer = await fetch(subscription?.endpointUrl ?? '', { method: 'POST', body: JSON.stringify(event) });
    expect(answer.status).toBe(200);
  }
  await hotel.untilIdle();
  expect(await readSync()).toBe(before);
  const screening = (await hotel.api('GET', `/api/v1/screenings/${there.ids.id ?? ''}`)).body as { status: string };
  expect(screening.status).not.toBe('stopped');
  const connection = (await hotel.api('GET', `/api/v1/properties/${there.propertyId}/connection`)).body as object;
  expect(connection).toMatchObject({ state: 'connected' });
});

function book({ propertyId }: House, lastName: string) {
  const mainGuest = { firstName: 'Sol', lastName, email: `${lastName}@post.example` };
  return hotel.sandbox.world.book({ propertyId, arrivesOn: toDay(1), departsOn: toDay(3), mainGuest }).guestIds;
}

/** Whether the path names more than the place where the role must hold. */
function isNested({ at }: RoleRule, path: string): boolean {
  const names = [...path.matchAll(/\{\w+\}/g)];
  return at !== 'all' && names.length > (at === 'any' ? 0 : 1);
}

/** Bodies that the description allows; one without a body is asked once. */
function toBodies({ operation }: LocatedOperation): readonly unknown[] {
  const schema = operation.requestBody?.content['application/json']?.schema;
  return schema === undefined
    ? [undefined]
    : fc.sample(toArbitrary(schema, document), { numRuns: 20, seed: 20_261_128 });
}

function withoutNeedless(path: string, { operation }: LocatedOperation): string {
  const takesVersion = JSON.stringify(operation.parameters ?? []).includes('"version"');
  return takesVersion ? path : path.replace(/\?.*$/, '');
}

/** All that there is at the other property and that somebody could have changed. */
async function readThere(): Promise<readonly string[]> {
  const paths = ruled
    .filter(({ operationId }) => told.has(operationId))
    .map(({ located }) => fill(located.path, there.ids));
  return Promise.all(paths.map(async (path) => (await ask({ method: 'get', path }, { as: adminThere })).text));
}

const told: ReadonlySet<string> = new Set([
  ...['getScreening', 'getForm', 'listHouseList', 'getHouseListEntry', 'getProfile', 'listProfiles'],
  ...['getUser', 'listTokens', 'listAlerts', 'getConnection', 'listReviews'],
]);

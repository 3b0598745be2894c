import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { toDay } from '../support/days.ts';
import { eventually } from '../support/eventually.ts';
import { type Hotel, openHotel } from '../support/hotel.ts';

const config = `
properties:
  '2002':
    writeBack: note
`;
const first = '1001';
const second = '2002';

let hotel: Hotel;

beforeAll(async () => {
  hotel = await openHotel({
    config,
    sandbox: { properties: [{ propertyId: first, timezone: 'Europe/Vienna' }] },
  });
  await hotel.start();
  await untilState(first, 'connected');
});

afterAll(() => hotel.close());

interface Connection {
  readonly propertyId: string;
  readonly state: string;
  readonly since: string;
  readonly reason: string | null;
  readonly advice: string;
  readonly nextProbeAt: string | null;
  readonly isAddressChanging: boolean;
}

test('one more property is connected while the service runs, with its own time zone and way of writing, and its key is shown to nobody', async () => {
  const { world } = hotel.sandbox;
  world.addProperty({ propertyId: second, name: 'Hotel Lima', timezone: 'America/Lima' });
  const key = world.addApiKey({ propertyIds: [second] });
  const refused = await hotel.api('POST', '/api/v1/connections', { apiKey: 'cbat_guessed' });
  expect(refused).toMatchObject({ status: 422, body: { code: 'key_refused' } });
  const given = await hotel.api('POST', '/api/v1/connections', { apiKey: key });
  expect(given).toEqual({ status: 201, body: { propertyIds: [second] } });
  await untilState(second, 'connected');
  const [guestId] = book(second, 'Quispe').guestIds;
  await eventually(() => world.listNotes(guestId).length > 0 || undefined, { what: 'a note in Lima' });
  expect(world.listCustomFields(second)).toEqual([]);
  const [vienna] = book(first, 'Huber').guestIds;
  await hotel.untilShown(vienna, { screening_outcome: 'Clear' });
  expect(world.listNotes(vienna)).toEqual([]);
  const properties = (await hotel.api('GET', '/api/v1/properties')) as { body: { items: object[] } };
  expect(properties.body.items).toMatchObject([
    { id: first, timeZone: 'Europe/Vienna' },
    { id: second, name: 'Hotel Lima', timeZone: 'America/Lima' },
  ]);
  for (const path of ['/api/v1/connections', `/api/v1/properties/${second}/connection`, '/api/v1/audit']) {
    expect(JSON.stringify(await hotel.api('GET', path))).not.toContain(key);
  }
  expect(hotel.log()).not.toContain(key);
});

test('a disabled app is asked nothing more of that property from the moment that it is told, keeps what it knows, and catches up when it is enabled', async () => {
  const { sandbox } = hotel;
  await hotel.untilIdle();
  sandbox.world.setAppState('disabled', first);
  await untilState(first, 'disconnected');
  expect(await read(first)).toMatchObject({ reason: 'app_disabled', advice: 'enable_app' });
  sandbox.stats.reset();
  const [missed] = book(first, 'Gruber').guestIds;
  const ofOther = book(second, 'Mamani').guestIds[0];
  await makeSyncDue(first);
  await eventually(() => sandbox.world.listNotes(ofOther).length > 0 || undefined, { what: 'the other property' });
  expect(sandbox.stats.requests.filter(({ propertyId }) => propertyId === first)).toEqual([]);
  const kept = (await hotel.api('GET', `/api/v1/properties/${first}/screenings`)) as { body: { items: object[] } };
  expect(kept.body.items.length).toBeGreaterThan(0);

  sandbox.world.setAppState('enabled', first);
  // Its subscriptions went with the app: somebody has to say that it is back.
  expect((await hotel.api('POST', `/api/v1/properties/${first}/connection/reconnect`)).status).toBe(202);
  await untilState(first, 'connected');
  await hotel.untilShown(missed, { screening_outcome: 'Clear' });
  expect(sandbox.world.listSubscriptions(first)).toHaveLength(9);
});

test('a key that is refused is not hammered with: a request and one more, an alert, and all work waits until a new key is given', async () => {
  const { world, stats } = hotel.sandbox;
  await hotel.untilIdle();
  world.revokeApiKey(hotel.sandbox.apiKey);
  stats.reset();
  const guests = ['Bauer', 'Wagner', 'Pichler'].map((name) => book(first, name).guestIds[0]);
  await untilState(first, 'disconnected');
  expect(await read(first)).toMatchObject({ reason: 'key_refused', advice: 'give_key' });
  expect((await read(first)).nextProbeAt).not.toBeNull();
  await hotel.untilIdle();
  await makeSyncDue(first);
  await hotel.untilIdle();
  expect(stats.requests.filter(({ status }) => status === 401)).toHaveLength(2);
  expect(listAlerts('raised')).toEqual(['app_disabled', 'key_refused']);

  const key = world.addApiKey({ propertyIds: [first] });
  expect((await hotel.api('POST', '/api/v1/connections', { apiKey: key })).status).toBe(201);
  for (const guest of guests) await hotel.untilShown(guest, { screening_outcome: 'Clear' });
  await hotel.untilIdle();
  expect(listAlerts('over')).toHaveLength(2);
  expect((await hotel.api('GET', '/api/v1/jobs/buried')) as object).toMatchObject({ body: { items: [] } });
});

test('a 401 that a gateway answers once disconnects nobody and alerts nobody', async () => {
  const { faults, stats } = hotel.sandbox;
  await hotel.untilIdle();
  const { since } = await read(first);
  const told = listAlerts('raised');
  stats.reset();
  faults.set({ kind: 'unauthorized', operation: 'putGuest', count: 1 });
  await hotel.untilShown(book(first, 'Lechner').guestIds[0], { screening_outcome: 'Clear' });
  expect(await read(first)).toMatchObject({ state: 'connected', since });
  expect(listAlerts('raised')).toEqual(told);
  const asked = stats.requests.map(({ operation, status }) => `${operation} ${status}`);
  expect(asked.filter((one) => one.endsWith('401'))).toEqual(['putGuest 401']);
  expect(asked).toContain('getReservations 200');
  expect(asked).not.toContain('getWebhooks 200');
});

test('another address for events loses none: both are answered until the old subscriptions are gone, others’ stay', async () => {
  const { world } = hotel.sandbox;
  await hotel.untilIdle();
  const [before] = world.listSubscriptions(first);
  hotel.sandbox.stats.reset();
  hotel.sandbox.faults.set({ kind: 'error_500', operation: 'postWebhook', count: 2 });
  expect(await hotel.api('POST', `/api/v1/properties/${first}/connection/rotate-secret`)).toMatchObject({
    status: 202,
    body: { isAddressChanging: true },
  });
  const ring = () => fetch(before?.endpointUrl ?? '', { method: 'POST', body: JSON.stringify(bell) });
  expect((await ring()).status).toBe(200);
  const [guestId] = book(first, 'Steiner').guestIds;
  await eventually(async () => !(await read(first)).isAddressChanging || undefined, { what: 'the new address' });
  await hotel.untilShown(guestId, { screening_outcome: 'Clear' });
  const addresses = new Set(world.listSubscriptions(first).map(({ endpointUrl }) => endpointUrl));
  expect(addresses.size).toBe(1);
  expect(addresses).not.toContain(before?.endpointUrl);
  expect(world.listSubscriptions(first)).toHaveLength(9);
  const changes = hotel.sandbox.stats.requests
    .map(({ operation }) => operation)
    .filter((name) => name.endsWith('Webhook'));
  expect(changes.indexOf('deleteWebhook')).toBeGreaterThan(changes.lastIndexOf('postWebhook'));
  // What was sent to it before is tried for some minutes more.
  expect((await ring()).status).toBe(200);
});

test('a start asks the PMS nothing about subscriptions and fields that were looked at a moment ago, and writes by what was known of them', async () => {
  const { stats } = hotel.sandbox;
  await hotel.untilIdle();
  await hotel.stop();
  stats.reset();
  await hotel.start();
  const [guestId] = book(first, 'Moser').guestIds;
  await hotel.untilShown(guestId, { screening_outcome: 'Clear' });
  await hotel.untilIdle();
  const asked = stats.requests.map(({ operation }) => operation);
  expect(asked).toContain('putGuest');
  expect(asked).toContain('getHotels');
  expect(asked).not.toContain('getWebhooks');
  expect(asked).not.toContain('getCustomFields');
});

test('a start finds what changed while nothing ran, though no event will tell of it', async () => {
  const { sandbox } = hotel;
  await hotel.untilIdle();
  await hotel.stop();
  sandbox.changeWebhookSettings({ loseShare: 1 });
  const [guestId] = book(first, 'Unheard').guestIds;
  await hotel.start();
  await hotel.untilShown(guestId, { screening_outcome: 'Clear' });
  sandbox.changeWebhookSettings({ loseShare: 0 });
});

test('disconnected here, our subscriptions are taken back and nothing is asked any more', async () => {
  const { world } = hotel.sandbox;
  await hotel.untilIdle();
  expect((await hotel.api('POST', `/api/v1/properties/${second}/connection/disconnect`)).status).toBe(202);
  await eventually(() => world.listSubscriptions(second).length === 0 || undefined, { what: 'no subscription' });
  expect(await read(second)).toMatchObject({ state: 'disconnected', reason: 'ended_here', advice: 'reconnect' });
  await hotel.stop();
  await hotel.start();
  await hotel.untilIdle();
  expect(await read(second)).toMatchObject({ state: 'disconnected', reason: 'ended_here' });
});

const bell = { event: 'reservation/created', propertyID: first, reservationID: '1' };

function book(propertyId: string, lastName: string) {
  const mainGuest = {
    firstName: 'Ada',
    lastName: `${lastName}canary`,
    email: `${lastName.toLowerCase()}@post.example`,
  };
  return hotel.sandbox.world.book({ propertyId, arrivesOn: toDay(1), departsOn: toDay(2), mainGuest });
}

/** Why, of those that were told of in the log. */
function listAlerts(phase: 'raised' | 'over'): readonly unknown[] {
  const lines = hotel.log().split('\n');
  const told = lines.filter((line) => line.includes(`"event":"alert.${phase}"`));
  return told.map((line) => (JSON.parse(line) as { reason: unknown }).reason);
}

/** As an event would. */
async function makeSyncDue(propertyId: string): Promise<void> {
  const { items } = (
    (await hotel.api('GET', `/api/v1/properties/${propertyId}/screenings`)) as {
      body: { items: { id: string }[] };
    }
  ).body;
  await hotel.api('POST', `/api/v1/screenings/${items[0]?.id ?? ''}/rescreen`);
}

async function read(propertyId: string): Promise<Connection> {
  return (await hotel.api('GET', `/api/v1/properties/${propertyId}/connection`)).body;
}

async function untilState(propertyId: string, state: string): Promise<void> {
  await eventually(async () => (await read(propertyId)).state === state || undefined, {
    what: `property ${propertyId} to be ${state}`,
  });
}

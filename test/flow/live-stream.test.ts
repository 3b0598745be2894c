import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { toDay } from '../support/days.ts';
import { type EventStream, openEventStream } from '../support/event-stream.ts';
import { adminToken, type Hotel, openHotel } from '../support/hotel.ts';

let hotel: Hotel;
let streams: EventStream[];

beforeEach(async () => {
  streams = [];
  hotel = await openHotel({ sandbox: { properties: [{ name: 'Hotel One' }, { name: 'Hotel Two' }] } });
  await hotel.start();
  await hotel.untilIdle();
});

afterEach(async () => {
  for (const stream of streams) stream.close();
  await hotel.close();
});

async function follow(
  propertyId: string,
  headers: Readonly<Record<string, string>> = {},
  query = '',
): Promise<EventStream> {
  const stream = await openEventStream(`${hotel.url()}/api/v1/properties/${propertyId}/live${query}`, {
    authorization: `Bearer ${adminToken}`,
    ...headers,
  });
  streams.push(stream);
  return stream;
}

const mainGuest = { firstName: 'Sigrid', lastName: 'Canaryson', email: 'sigrid.canaryson@post.example', country: 'NO' };

function book(): string {
  const { guestIds } = hotel.sandbox.world.book({ arrivesOn: toDay(1), departsOn: toDay(3), mainGuest });
  return guestIds[0];
}

test('whoever watches learns what happens to a guest, by ids alone', async () => {
  const stream = await follow(hotel.sandbox.propertyId);
  expect(stream).toMatchObject({ status: 200, contentType: 'text/event-stream' });
  const guestId = book();
  await stream.until((events) => events.some(({ data }) => data.event === 'written_back'));
  const seen = stream.timeline().map(({ data }) => data);
  expect(seen.map(({ event }) => event)).toEqual(['found', 'concluded', 'written_back']);
  expect(seen.every((data) => data.guestId === guestId)).toBe(true);
  expect(Object.keys(seen[0] ?? {}).sort()).toEqual(['at', 'event', 'guestId', 'reservationId', 'screeningId']);
});

test.each(['header', 'parameter'])(
  'who comes back with the last event by %s misses nothing and sees nothing twice',
  async (by) => {
    const { propertyId } = hotel.sandbox;
    const first = await follow(propertyId);
    book();
    await first.until((events) => events.length === 3);
    const lastSeen = first.timeline()[0]?.id ?? '';
    first.close();
    book();
    await hotel.untilIdle();
    const second = await (by === 'header'
      ? follow(propertyId, { 'last-event-id': lastSeen })
      : follow(propertyId, {}, `?lastEventId=${lastSeen}`));
    await second.until((events) => events.length === 5);
    const ids = [lastSeen, ...second.timeline().map(({ id }) => id)].map(Number);
    expect(ids).toEqual([...new Set(ids)].sort((one, other) => one - other));
  },
);

test('who comes back with a number that was never given hears of what happens from now on', async () => {
  const stream = await follow(hotel.sandbox.propertyId, {}, '?lastEventId=999999999999999');
  book();
  await stream.until((events) => events.length === 3);
});

test('nobody sees what happens at another property', async () => {
  const other = hotel.sandbox.world.listProperties().find(({ propertyId }) => propertyId !== hotel.sandbox.propertyId);
  const here = await follow(hotel.sandbox.propertyId);
  const there = await follow(other?.propertyId ?? '');
  book();
  await here.until((events) => events.length === 3);
  expect(there.timeline()).toEqual([]);
});

test('a property that is not there, and a stranger, get no stream', async () => {
  expect(await follow('nowhere')).toMatchObject({ status: 404 });
  expect(await follow(hotel.sandbox.propertyId, { authorization: '' })).toMatchObject({ status: 401 });
});

test('a service that stops ends its streams, and does not wait until they are cut', async () => {
  const stream = await follow(hotel.sandbox.propertyId);
  await hotel.stop();
  expect(await stream.ended).toBe('in order');
});

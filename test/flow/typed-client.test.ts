import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createScreeningClient, getData, listAllItems, ProblemError } from '../../src/client/client.ts';
import { toDay } from '../support/days.ts';
import { adminToken, type Hotel, openHotel } from '../support/hotel.ts';

let hotel: Hotel;
let propertyId: string;

beforeAll(async () => {
  hotel = await openHotel();
  await hotel.start();
  propertyId = hotel.sandbox.propertyId;
  hotel.sandbox.world.book({
    arrivesOn: toDay(1),
    departsOn: toDay(4),
    adults: 2,
    mainGuest: { firstName: 'Rosa', lastName: 'Almeida', email: 'rosa@post.example', country: 'PT' },
    additionalGuests: [{ firstName: 'Rui', lastName: 'Barros' }],
  });
  await hotel.untilIdle();
});

afterAll(() => hotel.close());

const toClient = (token = adminToken) => createScreeningClient({ baseUrl: hotel.url(), token });

describe('the typed client', () => {
  test('reads the properties', async () => {
    const { items } = await getData(toClient().GET('/api/v1/properties'));
    expect(items.map(({ id }) => id)).toEqual([propertyId]);
  });

  test('reads a list to its end, page by page', async () => {
    const readPage = (cursor?: string) =>
      getData(
        toClient().GET('/api/v1/properties/{propertyId}/screenings', {
          params: { path: { propertyId }, query: { limit: 1, ...(cursor !== undefined && { cursor }) } },
        }),
      );
    const names: string[] = [];
    for await (const { guestName } of listAllItems(readPage)) names.push(guestName);
    expect(names.map((name) => name.split(' ').at(-1)).sort()).toEqual(['Almeida', 'Barros']);
  });

  test('tells by its code what is wrong', async () => {
    const asked = getData(toClient().GET('/api/v1/screenings/{id}', { params: { path: { id: 'none' } } }));
    await expect(asked).rejects.toMatchObject({ status: 404, code: 'screening_unknown' });
    await expect(getData(toClient('wrong').GET('/api/v1/properties'))).rejects.toBeInstanceOf(ProblemError);
  });

  test('does not take the page of a gateway for an answer', async () => {
    const fetch = () => Promise.resolve(new Response('<h1>Bad gateway</h1>', { status: 502 }));
    const client = createScreeningClient({ baseUrl: hotel.url(), fetch });
    await expect(getData(client.GET('/api/v1/properties'))).rejects.toMatchObject({ status: 502, code: 'unreadable' });
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { toDay } from '../support/days.ts';
import { type Hotel, openHotel } from '../support/hotel.ts';
import { createWatchlistDesk, toWatchlistFinding } from '../support/watchlist-desk.ts';

let hotel: Hotel;
let desk: ReturnType<typeof createWatchlistDesk>;
let guestId: string;

const mapping = { id: 'No', name: 'Name', birthDate: 'Born', reason: 'Why' };
const toCsv = (why: string) =>
  `No,Name,Born,Why\n7,Владимир Кошелевский,1969-04-12,${why}\n8,Ana Lucía Quintanilla,1980,test\n`;
const ownPath = () => `POST /api/v1/properties/${hotel.sandbox.propertyId}/watchlists/own`;
const ownListId = () => `own-${hotel.sandbox.propertyId}`;
const isMatch = (item: Parameters<typeof toWatchlistFinding>[0]) => toWatchlistFinding(item).result === 'match';
const isClear = (item: Parameters<typeof toWatchlistFinding>[0]) => toWatchlistFinding(item).result === 'clear';

async function dismiss(more: object = {}, entryId = '7') {
  const { id = '' } = (await desk.find(guestId)) ?? {};
  const body = { listId: ownListId(), entryId, reason: 'Passport seen at the desk', ...more };
  return desk.call<{ id: string; code?: string }>(
    'dismissMatch',
    `POST /api/v1/screenings/${id}/not-the-same-person`,
    body,
  );
}

beforeAll(async () => {
  const watchlist = { enabled: true, settings: { lists: 'own' } };
  hotel = await openHotel({ config: JSON.stringify({ defaults: { providers: { watchlist } } }) });
  desk = createWatchlistDesk(hotel);
  await hotel.start();
  await hotel.untilIdle();
  expect((await desk.call('saveOwnWatchlist', ownPath(), { csv: toCsv('Owes rent'), mapping })).status).toBe(200);
  const mainGuest = {
    firstName: 'Wladimir',
    lastName: 'Koschelewski',
    birthDate: '1969-04-12',
    email: 'w@post.example',
    phone: '+49 30 1234567',
  };
  [guestId] = hotel.sandbox.world.book({ arrivesOn: toDay(1), departsOn: toDay(3), mainGuest }).guestIds;
});

afterAll(() => hotel.close());

describe('a person’s word that the guest is another', () => {
  test('clears the guest, says who said so and stands in the timeline', async () => {
    await desk.get(guestId, isMatch);
    const { status, body } = await dismiss();
    expect(status).toBe(202);
    const item = await desk.get(guestId, isClear);
    expect(item.id).toBe(body.id);
    const [reason] = toWatchlistFinding(item).reasons;
    expect(reason?.code).toBe('watchlist.dismissed');
    expect(reason?.text).toMatch(/admin said on \d{4}-\d\d-\d\d: Passport seen at the desk/);
    const detail = await desk.call<typeof item>('getScreening', `GET /api/v1/screenings/${item.id}`);
    expect(detail.body.timeline.map(({ event }) => event)).toContain('match_dismissed');
  });

  test('no longer holds once the guest is said to be somebody else, and holds again for the one before', async () => {
    hotel.sandbox.world.editGuest(guestId, { birthDate: '1969-04-13' });
    await desk.get(guestId, isMatch);
    hotel.sandbox.world.editGuest(guestId, { birthDate: '1969-04-12' });
    await desk.get(guestId, isClear);
  });

  test('no longer holds once the entry has changed; then the guest is screened again by itself', async () => {
    await desk.call('saveOwnWatchlist', ownPath(), { csv: toCsv('Owes rent and broke a door'), mapping });
    await desk.get(guestId, isMatch);
  });

  test('can be taken back', async () => {
    await dismiss({ until: toDay(30) });
    const { id } = await desk.get(guestId, isClear);
    const path = `/api/v1/screenings/${id}/not-the-same-person/${ownListId()}/7`;
    expect((await desk.call('withdrawDismissal', `DELETE ${path}`)).status).toBe(202);
    await desk.get(guestId, isMatch);
    expect((await desk.call('withdrawDismissal', `DELETE ${path}`)).status).toBe(404);
  });

  test('is not taken for a match that was not found, nor until a day that is over', async () => {
    await desk.get(guestId, isMatch);
    expect(await dismiss({}, '8')).toMatchObject({ status: 404, body: { code: 'watchlist_entry_unknown' } });
    expect(await dismiss({ until: '2020-01-01' })).toMatchObject({ status: 400, body: { code: 'request_invalid' } });
  });
});

describe('the API', () => {
  test('searches, and explains a score that adds up', async () => {
    const body = { name: 'Vladimir Koshelevskiy', birthDate: '1969-04-12', propertyId: hotel.sandbox.propertyId };
    const found = await desk.call<{
      items: { entryId: string; score: number; strength: string; explanation: { units: number }[] }[];
    }>('searchWatchlists', 'POST /api/v1/watchlists/search', body);
    const [match] = found.body.items;
    expect(match?.entryId).toBe('7');
    expect(match?.explanation.reduce((sum, { units }) => sum + units, 0)).toBe(
      Math.round((match?.score ?? 0) * 100_000),
    );
    const again = await desk.call('searchWatchlists', 'POST /api/v1/watchlists/search', body);
    expect(again.body).toEqual(found.body);
  });

  test('names each cell of an own list that cannot be used, and keeps the list before', async () => {
    const csv = 'No,Name,Born,Why\n1,,1980,x\n2,Somebody Else,never,x\n';
    const refused = await desk.call<{ errors: { message: string }[] }>('saveOwnWatchlist', ownPath(), { csv, mapping });
    expect(refused.status).toBe(400);
    expect(refused.body.errors.map(({ message }) => message)).toEqual([
      'name_missing in row 2, column Name',
      'date_unreadable in row 3, column Born',
    ]);
    const wrong = await desk.call('saveOwnWatchlist', ownPath(), { csv, mapping: { name: 'Name', born: 'Born' } });
    expect(wrong.status).toBe(400);
    const { body } = await desk.call<{ items: { listId: string }[] }>('listWatchlists', 'GET /api/v1/watchlists');
    expect(body.items.find((item) => item.listId === ownListId())).toMatchObject({ state: 'fresh', persons: 2 });
  });

  test('has no publisher to ask for an own list, nor for one that there is not', async () => {
    for (const unknown of [ownListId(), 'nothing']) {
      const path = `POST /api/v1/watchlists/${unknown}/refresh`;
      expect((await desk.call('refreshWatchlist', path)).status).toBe(404);
    }
  });
});

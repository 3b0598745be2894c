import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { plusMs } from '../../src/domain/calendar.ts';
import { toDay } from '../support/days.ts';
import { hotelClock } from '../support/hotel-clock.ts';
import { type Hotel, openHotel } from '../support/hotel.ts';
import {
  createWatchlistDesk,
  type Listed,
  listId,
  source,
  toUnList,
  toWatchlistFinding,
} from '../support/watchlist-desk.ts';
import { ListServer } from '../unit/watchlist-lists/list-server.ts';

const zalmoudi: Listed = { id: '900001', name: 'TARIQ BEN ZALMOUDI', born: '1970-02-03' };
const others: readonly Listed[] = [
  { id: '900002', name: 'GRIGORY TSVETAYEVSKY', born: '1964-11-30' },
  { id: '900003', name: 'ELEFTHERIOS PAPAKONSTANTIS', born: '1958-01-09' },
];
const added: Listed = { id: '900004', name: 'RAJENDRA VISHWANATHAR', born: '1981-06-17' };

const publisher = new ListServer();
let hotel: Hotel;
let desk: ReturnType<typeof createWatchlistDesk>;
const guests: Record<'listed' | 'later' | 'nobody', string> = { listed: '', later: '', nobody: '' };

function book(firstName: string, lastName: string, birthDate: string): string {
  const mainGuest = {
    firstName,
    lastName,
    birthDate,
    email: `${lastName}@post.example`.toLowerCase(),
    phone: '+47 22 12 34 56',
  };
  return hotel.sandbox.world.book({ arrivesOn: toDay(2), departsOn: toDay(4), mainGuest }).guestIds[0];
}

beforeAll(async () => {
  await publisher.start();
  const watchlist = { enabled: true, settings: { lists: listId } };
  hotel = await openHotel({ config: JSON.stringify({ defaults: { providers: { watchlist } } }) });
  desk = createWatchlistDesk(hotel);
  guests.listed = book('Tarek', 'Zalmudi', '1970-02-03');
  guests.later = book('Rajendra', 'Vishvanathar', '1981-06-17');
  guests.nobody = book('Solveig', 'Canaryson', '1990-10-10');
  await hotel.start({ publishers: { httpGet: publisher.httpGet, sources: [source] } });
});

afterAll(async () => {
  await hotel.close();
  await publisher.stop();
});

async function look(question: object) {
  return (await desk.call<object>('searchWatchlists', 'POST /api/v1/watchlists/search', question)).body;
}

test('nobody is looked for by a day that there never was', async () => {
  const question = { name: 'Tarik Zalmoudi', birthDate: '1970-02-31' };
  expect(await look(question)).toMatchObject({ status: 400, errors: [{ path: '/birthDate' }] });
});

describe('a list', () => {
  test('that is not here makes nobody clear', async () => {
    await hotel.untilShown(guests.nobody, { screening_status: 'In progress' });
    expect((await desk.find(guests.nobody))?.outcome).toBeNull();
    const { body } = await desk.call<{ items: object[] }>('listWatchlists', 'GET /api/v1/watchlists');
    expect(body.items).toMatchObject([{ listId, state: 'missing', persons: null, isUsed: true }]);
    expect(await look({ name: 'Tariq Ben Zalmoudi' })).toMatchObject({ hasName: true, comparedWith: [], items: [] });
  });

  test('that has come finds the guest under another spelling, and says why; others are clear', async () => {
    publisher.serve('/un.xml', toUnList([zalmoudi, ...others]));
    await desk.refresh();
    const finding = toWatchlistFinding(await desk.get(guests.listed));
    expect(finding.result).toBe('match');
    const [reason] = finding.reasons;
    expect(reason?.code).toBe('watchlist.match');
    for (const said of ['“TARIQ BEN ZALMOUDI”', `[${listId}/900001]`, 'same birth date', 'Listed on 2020-05-04']) {
      expect(reason?.text).toContain(said);
    }
    const found = await look({ name: 'Tarik Zalmoudi', birthDate: '1970-02-03' });
    expect(found).toMatchObject({ comparedWith: [listId], items: [{ entryId: '900001', strength: 'likely' }] });
    await hotel.untilShown(guests.nobody, { screening_summary: /Sanctions: clear \(lists of \d+ \w{3}\)/ });
    expect(toWatchlistFinding(await desk.get(guests.later)).result).toBe('clear');
  });

  test('that changes has only those screened again whom it can touch', async () => {
    await hotel.untilIdle();
    const before = await Promise.all([desk.get(guests.listed), desk.get(guests.nobody)]);
    publisher.serve('/un.xml', toUnList([zalmoudi, ...others, added]));
    await desk.refresh();
    await desk.get(guests.later, (item) => toWatchlistFinding(item).result === 'match');
    expect(await Promise.all([desk.get(guests.listed), desk.get(guests.nobody)])).toEqual(before);
  });

  test('that loses an entry has the guest screened again who was found by it', async () => {
    publisher.serve('/un.xml', toUnList([zalmoudi, ...others]));
    // One of four is more than the tenth by which a list may shrink by itself: nothing changes.
    await desk.refresh();
    expect(hotel.log()).toContain('"code":"shrunken"');
    expect(toWatchlistFinding(await desk.get(guests.later)).result).toBe('match');
    publisher.serve('/un.xml', toUnList([zalmoudi, ...others, { ...added, id: '900005', name: 'XIE ZHENLONG' }]));
    await desk.refresh();
    await desk.get(guests.later, (item) => toWatchlistFinding(item).result === 'clear');
  });

  test.each([
    ['cannot be had', 'http_status', () => publisher.on('/un.xml', (response) => response.writeHead(500).end())],
    ['is a page', 'not_a_list', () => publisher.serve('/un.xml', '<!DOCTYPE html><html><body>Sorry</body></html>')],
    ['is cut off', 'truncated', () => publisher.serve('/un.xml', toUnList([zalmoudi, ...others]).slice(0, -40))],
  ])('that %s leaves the one before in service, and is logged as %s', async (_what, code, publish) => {
    publish();
    await desk.refresh();
    expect(hotel.log()).toContain(`"code":"${code}"`);
    const { body } = await desk.call<{ items: object[] }>('listWatchlists', 'GET /api/v1/watchlists');
    expect(body.items).toMatchObject([{ listId, state: 'fresh', persons: 4, problem: { code } }]);
    const guestId = book('Tariq', 'Ben Zalmoudi', '1970-02-03');
    expect(toWatchlistFinding(await desk.get(guestId)).result).toBe('match');
  });

  test('is there again after a restart, without its publisher, and is still confirmed no later than before', async () => {
    const asked = publisher.requests.length;
    await hotel.stop();
    await hotel.start({ publishers: { httpGet: publisher.httpGet, sources: [source] } });
    const guestId = book('Grigori', 'Cvetaevskij', '1964-11-30');
    expect(toWatchlistFinding(await desk.get(guestId)).result).toBe('match');
    expect(publisher.requests).toHaveLength(asked);
  });

  test('that its publisher has not confirmed for days serves all the same, and says its age', async () => {
    await hotel.stop();
    const clock = { now: () => plusMs(hotelClock.now(), 5 * 86_400_000 + 3_600_000) };
    await hotel.start({ clock, publishers: { httpGet: publisher.httpGet, sources: [source] } });
    const guestId = hotel.sandbox.world.book({
      arrivesOn: toDay(9),
      departsOn: toDay(11),
      mainGuest: {
        firstName: 'Tarik',
        lastName: 'Zalmoudi',
        birthDate: '1970-02-03',
        email: 'z@post.example',
        phone: '+47 22 12 34 57',
      },
    }).guestIds[0];
    const finding = toWatchlistFinding(await desk.get(guestId));
    expect(finding.result).toBe('match');
    expect(finding.reasons.map(({ code }) => code)).toContain('watchlist.stale');
    await hotel.untilShown(guestId, { screening_summary: /5 days old/ });
  });
});

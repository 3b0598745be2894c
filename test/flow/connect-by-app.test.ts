import { afterEach, expect, test } from '@jest/globals';
import { plusMs } from '../../src/domain/calendar.ts';
import { toDay } from '../support/days.ts';
import { eventually } from '../support/eventually.ts';
import { hotelClock } from '../support/hotel-clock.ts';
import type { Hotel, HotelOptions } from '../support/hotel.ts';
import { begin, callbackPath, follow, openPartnerHotel, press, signIn } from '../support/partner-hotel.ts';

const page = '/#/-/connections';
const toProblem = (code: string): string => `${page}?problem=${code}`;

let hotel: Hotel;
let lateMs = 0;

afterEach(() => hotel.close());

async function open(options: HotelOptions = {}): Promise<void> {
  lateMs = 0;
  hotel = await openPartnerHotel(options);
  await hotel.start({ clock: { now: () => plusMs(hotelClock.now(), lateMs) } });
}

interface Listed {
  readonly items: readonly { readonly connectionId: string; readonly kind: string; readonly state: string }[];
}

const listConnections = async () => ((await hotel.api('GET', '/api/v1/connections')).body as Listed).items;

test.each([
  ['api_key', 'delivered_key'],
  ['oauth', 'oauth'],
])(
  'with the grant %s, a hotel that lets the app in is connected, its guests are screened, and what opens it is shown to nobody',
  async (grant, kind) => {
    await open({ environment: { CLOUDBEDS_GRANT: grant } });
    const session = await signIn(hotel);
    const way = await press(await begin(hotel, session), {
      decision: 'allow',
      property: hotel.sandbox.propertyId,
    });
    const location = await follow(hotel, way, session);
    const [, connectionId = ''] = /^\/#\/-\/connections\?connected=([\w-]+)$/.exec(location) ?? [];
    await eventually(async () => (await listConnections())[0]?.state === 'connected' || undefined, {
      what: 'the property to be connected',
    });
    expect(await listConnections()).toMatchObject([{ connectionId, kind }]);
    const mainGuest = { firstName: 'Ada', lastName: 'Canaryson', email: 'ada.canaryson@post.example' };
    const { guestIds } = hotel.sandbox.world.book({ arrivesOn: toDay(1), departsOn: toDay(2), mainGuest });
    await hotel.untilShown(guestIds[0], { screening_outcome: 'Clear' });
    const audit = JSON.stringify(await hotel.api('GET', '/api/v1/audit'));
    expect(audit).toContain('"finishConnecting"');
    const code = new URLSearchParams(way.split('?')[1]).get('code') ?? 'none';
    for (const told of [audit, JSON.stringify(await listConnections()), hotel.log()]) {
      expect(told).not.toMatch(/cbat_/);
      expect(told).not.toContain(code);
    }
  },
);

test('a way back counts once, as it was signed, in the session that began it, and within ten minutes', async () => {
  await open();
  const session = await signIn(hotel);
  const allow = async () =>
    press(await begin(hotel, session), { decision: 'allow', property: hotel.sandbox.propertyId });
  const wrong = toProblem('connect_state_wrong');

  const way = await allow();
  expect(await follow(hotel, way, await signIn(hotel))).toBe(wrong);
  const [nonce = '', signature = ''] = (new URLSearchParams(way.split('?')[1]).get('state') ?? '').split('.');
  const tampered = [
    ...[`${nonce}x.${signature}`, `${nonce}.${signature.slice(1)}`, `${signature}.${nonce}`, nonce],
    ...['', '.'],
  ];
  for (const state of tampered) {
    const query = new URLSearchParams({ code: 'C', state });
    expect(await follow(hotel, `${callbackPath}?${query.toString()}`, session)).toBe(wrong);
  }
  expect(await follow(hotel, `${callbackPath}?code=C`, session)).toBe(wrong);

  expect(await follow(hotel, way, session)).toContain('?connected=');
  expect(await follow(hotel, way, session)).toBe(wrong);

  const late = await allow();
  lateMs = 10 * 60_000;
  expect(await follow(hotel, late, session)).toBe(wrong);
  expect(hotel.sandbox.stats.requestsByOperation.postAccessToken).toBe(1);
});

test('where the hotel says no, or the PMS gives nothing for the code, the page is told why and nothing is kept', async () => {
  await open();
  const session = await signIn(hotel);
  const denied = await press(await begin(hotel, session), { decision: 'deny' });
  expect(await follow(hotel, denied, session)).toBe(toProblem('connect_denied'));
  const authorizePage = await begin(hotel, session);
  const forged = new URLSearchParams({ code: 'guessed', state: authorizePage.searchParams.get('state') ?? '' });
  expect(await follow(hotel, `${callbackPath}?${forged.toString()}`, session)).toBe(toProblem('pms_grant_refused'));
  expect(await listConnections()).toEqual([]);
});

test('whoever is not signed in, or is no admin of every property, is led to the page and not to the PMS', async () => {
  await open();
  for (const path of ['/connect/cloudbeds', `${callbackPath}?code=C&state=S`]) {
    expect(await follow(hotel, path)).toBe(page);
  }
  const grants = [{ propertyId: '*', role: 'manager' }];
  const invited = { email: 'ana@hotel.example', name: 'Ana Reis', grants };
  const { link } = (await hotel.api('POST', '/api/v1/invitations', invited)).body as { link: { url: string } };
  const [, token] = /#\/link\/(.+)$/.exec(link.url) ?? [];
  const answer = await fetch(`${hotel.url()}/api/v1/session/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ token, password: 'a long sentence to sign in with' }),
  });
  const headers = { Accept: 'text/html', Cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
  expect(await follow(hotel, '/connect/cloudbeds', headers)).toBe(toProblem('access_denied'));
  // A program is told so in the way of programs.
  expect((await fetch(`${hotel.url()}/connect/cloudbeds`)).status).toBe(401);
});

test('without an app in the settings the page is told so', async () => {
  await open({ environment: { CLOUDBEDS_CLIENT_ID: '', CLOUDBEDS_CLIENT_SECRET: '' } });
  expect(await follow(hotel, '/connect/cloudbeds', await signIn(hotel))).toBe(toProblem('connect_unavailable'));
});

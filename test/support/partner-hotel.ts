import request, { type Response } from 'supertest';
import { adminToken, type Hotel, type HotelOptions, openHotel } from './hotel.ts';

const client = { clientId: 'partner_of_the_test', clientSecret: 'the secret of the partner' };

export const callbackPath = '/connect/cloudbeds/callback';

/** A hotel that nothing connects yet, whose PMS knows the app of a technology partner. */
export async function openPartnerHotel(options: HotelOptions = {}): Promise<Hotel> {
  const environment = {
    CLOUDBEDS_API_KEY: '',
    CLOUDBEDS_CLIENT_ID: client.clientId,
    CLOUDBEDS_CLIENT_SECRET: client.clientSecret,
    ...options.environment,
  };
  const hotel = await openHotel({ ...options, environment });
  const redirectUri = `${hotel.environment.PUBLIC_URL ?? ''}${callbackPath}`;
  hotel.sandbox.world.addClient({ ...client, redirectUri });
  return hotel;
}

/** What a browser of somebody who is signed in sends along. */
export type BrowserHeaders = Readonly<Record<string, string>>;

const browser: BrowserHeaders = { Accept: 'text/html,application/xhtml+xml' };

/** Signed in with the admin token, each time in a session of its own. */
export async function signIn(hotel: Hotel): Promise<BrowserHeaders> {
  const answer = await request(hotel.url())
    .post('/api/v1/session')
    .set({ 'Sec-Fetch-Site': 'same-origin' })
    .send({ adminToken });
  const [cookie = ''] = answer.headers['set-cookie'] as unknown as string[];
  return { ...browser, Cookie: cookie.split(';')[0] ?? '' };
}

/** Follows a link; answers where it leads. */
export async function follow(hotel: Hotel, path: string, headers: BrowserHeaders = browser): Promise<string> {
  return toLocation(await request(hotel.url()).get(path).set(headers));
}

/** Begins to connect; answers the authorize page of the PMS. */
export async function begin(hotel: Hotel, headers: BrowserHeaders): Promise<URL> {
  return new URL(await follow(hotel, '/connect/cloudbeds', headers));
}

/** Presses a button on the authorize page; answers the path that leads back to the service. */
export async function press(page: URL, answer: Readonly<Record<string, string>>): Promise<string> {
  const form = { ...Object.fromEntries(page.searchParams), ...answer };
  const location = toLocation(await request(page.origin).post(page.pathname).type('form').send(form));
  const { pathname, search } = new URL(location);
  return pathname + search;
}

function toLocation({ status, headers }: Response): string {
  if (status !== 302) throw new Error(`It answered ${status}, and led nowhere.`);
  return String(headers.location);
}

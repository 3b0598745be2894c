import { expect, test } from '@jest/globals';
import { plusMs } from '../../src/domain/calendar.ts';
import { refreshAt } from '../../src/screening/connections/refresh-tokens.ts';
import { openStore } from '../../src/store/open-store.ts';
import { toDay } from '../support/days.ts';
import { eventually } from '../support/eventually.ts';
import { hotelClock } from '../support/hotel-clock.ts';
import { type Hotel, openHotel } from '../support/hotel.ts';
import { runUntilKilled } from '../support/run-until-killed.ts';

const redirectUri = 'https://screening.example/back';
const client = { clientId: 'partner', clientSecret: 'secret of the partner' };
const hourMs = 3_600_000;

/** What it costs, and how often the token endpoint was asked to refresh in the end. */
const boundaries = [
  { boundary: 'uncommitted connections.noteRefresh', advice: 'nothing', refreshes: 1 },
  { boundary: 'after access_token', advice: 'authorize', refreshes: 1 },
  { boundary: 'uncommitted connections.replaceCredential', advice: 'authorize', refreshes: 1 },
  { boundary: 'committed connections.replaceCredential', advice: 'nothing', refreshes: 1 },
] as const;

test.concurrent.each(boundaries)(
  'killed at “$boundary”, the property goes on, no refresh token is sent twice, and the advice is: $advice',
  async ({ boundary, advice, refreshes }) => {
    const hotel = await openHotel({
      environment: {
        CLOUDBEDS_API_KEY: '',
        CLOUDBEDS_CLIENT_ID: client.clientId,
        CLOUDBEDS_CLIENT_SECRET: client.clientSecret,
        CLOUDBEDS_REDIRECT_URI: redirectUri,
        CLOUDBEDS_GRANT: 'oauth',
      },
    });
    try {
      await connectByTokens(hotel);
      hotel.sandbox.stats.reset();
      await runUntilKilled({ boundary, environment: hotel.environment, isFirstAtPms: true });
      await hotel.start();
      await eventually(async () => (await readAdvice(hotel)) === advice || undefined, { what: `the advice ${advice}` });
      const mainGuest = { firstName: 'Ada', lastName: 'Canaryson', email: 'ada.canaryson@post.example' };
      const { guestIds } = hotel.sandbox.world.book({ arrivesOn: toDay(1), departsOn: toDay(2), mainGuest });
      await hotel.untilShown(guestIds[0], { screening_outcome: 'Clear' });
      expect(hotel.sandbox.stats.requestsByOperation.postAccessToken).toBe(refreshes);
    } finally {
      await hotel.close();
    }
  },
  180_000,
);

/** Tokens of eight hours, of which five are over. */
async function connectByTokens({ sandbox, environment }: Hotel): Promise<void> {
  sandbox.world.addClient({ ...client, redirectUri });
  const { clientId, clientSecret } = client;
  const code = sandbox.world.allow({ clientId, redirectUri, propertyIds: [sandbox.propertyId] });
  const form = { client_id: clientId, client_secret: clientSecret, redirect_uri: redirectUri, code };
  const body = new URLSearchParams({ grant_type: 'authorization_code', ...form });
  const answer = await fetch(`${sandbox.apiUrl}/access_token`, { method: 'POST', body });
  const granted = (await answer.json()) as { access_token: string; refresh_token: string };
  const now = hotelClock.now();
  const { DATABASE_URL = '', SECRET_KEY = '' } = environment;
  const store = await openStore({ databaseUrl: DATABASE_URL, secretKey: Buffer.from(SECRET_KEY, 'hex') });
  await store.transaction(async (rows) => {
    const tokens = { accessToken: granted.access_token, refreshToken: granted.refresh_token };
    const life = { grantedAt: plusMs(now, -5 * hourMs), expiresAt: plusMs(now, 3 * hourMs) };
    await rows.connections.save({ id: 'C1', credential: { kind: 'oauth', ...tokens, ...life }, at: now });
    await refreshAt(rows, 'C1', now);
  });
  await store.close();
}

async function readAdvice(hotel: Hotel): Promise<unknown> {
  const { body } = await hotel.api('GET', `/api/v1/properties/${hotel.sandbox.propertyId}/connection`);
  const { state, advice } = body as { state: string; advice: string };
  return state === 'connected' || advice === 'authorize' ? advice : undefined;
}

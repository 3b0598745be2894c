import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { toDay } from '../support/days.ts';
import { createHostedCheck, signDelivery, type SignedDelivery } from '../support/hosted-check.ts';
import { hotelClock } from '../support/hotel-clock.ts';
import { type Hotel, openHotel } from '../support/hotel.ts';
import { startVendor, type Vendor } from '../support/vendor-server.ts';

const key = 'the-key-of-callbacks';
const page = 'https://vendor.example/start/1';

let hotel: Hotel;
let vendor: Vendor;

beforeAll(async () => {
  vendor = await startVendor(() => ({ body: { id: `S${vendor.requests.length}`, page } }));
  const settings = {
    serviceUrl: { type: 'string', description: 'Where it is.', default: vendor.url },
    callbackKey: { type: 'string', description: 'Signs callbacks.', default: key },
  } as const;
  hotel = await openHotel();
  await hotel.start({ providers: [createHostedCheck({ settings })] });
});

afterAll(async () => {
  await hotel.close();
  await vendor.close();
});

const mainGuest = { firstName: 'Ingrid', lastName: 'Canaryson', email: 'ingrid.canaryson@post.example' };

/** A booked guest whose answer is awaited; what the vendor was told, and how it calls the session. */
async function bookWaiting() {
  const { guestIds } = hotel.sandbox.world.book({ arrivesOn: toDay(2), departsOn: toDay(4), mainGuest });
  const [guestId] = guestIds;
  await hotel.untilShown(guestId, { screening_status: 'Waiting for guest', screening_link: page });
  const { callbackUrl } = JSON.parse(vendor.requests.at(-1)?.body ?? '{}') as { callbackUrl: string };
  return { guestId, callbackUrl, session: `S${vendor.requests.length}` };
}

const call = (url: string, { headers, body }: SignedDelivery) => fetch(url, { method: 'POST', headers, body });

test('a guest goes to a page, the vendor calls back, and the PMS shows the outcome', async () => {
  const { guestId, callbackUrl, session } = await bookWaiting();
  const delivery = signDelivery(
    { event: 'E1', session, state: 'verified' },
    { key, atMs: Date.parse(hotelClock.now()) },
  );
  expect((await call(callbackUrl, delivery)).status).toBe(200);
  await hotel.untilShown(guestId, {
    screening_status: 'Completed',
    screening_outcome: 'Clear',
    screening_summary: 'Identity: clear (verified)',
    screening_link: '',
  });
  expect((await call(callbackUrl, delivery)).status).toBe(200);
});

test('what is not genuine is told so, and changes nothing', async () => {
  const { guestId, callbackUrl, session } = await bookWaiting();
  const forged = signDelivery(
    { event: 'E2', session, state: 'verified' },
    { key: 'other', atMs: Date.parse(hotelClock.now()) },
  );
  const unsigned = await call(callbackUrl, forged);
  expect(unsigned.status).toBe(401);
  expect(unsigned.headers.get('content-type')).toBe('application/problem+json');
  const elsewhere = callbackUrl.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  const genuine = signDelivery(
    { event: 'E3', session, state: 'verified' },
    { key, atMs: Date.parse(hotelClock.now()) },
  );
  expect((await call(elsewhere, genuine)).status).toBe(404);
  expect((await call(callbackUrl.replace('/hosted/', '/house-list/'), genuine)).status).toBe(404);
  expect((await fetch(callbackUrl)).status).toBe(405);
  await hotel.untilIdle();
  expect(hotel.sandbox.world.readGuest(guestId).customFields.screening_status).toBe('Waiting for guest');
});

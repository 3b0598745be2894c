import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { eventually } from '../support/eventually.ts';
import { runUntilKilled } from '../support/run-until-killed.ts';
import { openStripeHotel, shown, type StripeHotel } from '../support/stripe-hotel.ts';

let stripe: StripeHotel;

beforeEach(async () => {
  stripe = await openStripeHotel();
});

afterEach(() => stripe.close());

/** A guest whom Stripe has verified, and who then had the PMS remove the data. */
async function forgetVerified(): Promise<string> {
  const { hotel, fake } = stripe;
  const { guestId, sessionId } = await stripe.bookWaiting();
  expect(await fake.complete(sessionId, shown)).toBe(200);
  await hotel.untilShown(guestId, { screening_status: 'Completed', screening_outcome: 'Clear' });
  hotel.sandbox.world.anonymizeGuest(guestId);
  return sessionId;
}

const untilRedacted = (sessionId: string) =>
  eventually(() => stripe.fake.sessions.get(sessionId)?.redaction ?? undefined, { what: 'the session to be redacted' });

test('a verified guest who is forgotten is redacted at the vendor, once', async () => {
  await stripe.hotel.start({ doors: stripe.doors });
  const sessionId = await forgetVerified();
  await untilRedacted(sessionId);
  await stripe.hotel.untilIdle();
  expect(stripe.countRedactions()).toBe(1);
  expect(stripe.hotel.log()).toContain('check.redacted');
  expect(stripe.hotel.log()).not.toContain(sessionId);
});

test('so is one who never opened the page, and what the vendor says after that counts for nothing', async () => {
  const { hotel, fake } = stripe;
  await hotel.start({ doors: stripe.doors });
  const { guestId, sessionId } = await stripe.bookWaiting();
  hotel.sandbox.world.anonymizeGuest(guestId);
  await untilRedacted(sessionId);
  expect(await fake.complete(sessionId, shown)).toBe(200);
  await hotel.untilIdle();
  expect(hotel.sandbox.world.readGuest(guestId).customFields.screening_outcome ?? '').toBe('');
});

test('so is one who was merged into another before', async () => {
  const { world } = stripe.hotel.sandbox;
  await stripe.hotel.start({ doors: stripe.doors });
  const first = await stripe.bookWaiting();
  const second = await stripe.bookWaiting();
  world.mergeGuests(first.guestId, second.guestId);
  await stripe.hotel.untilIdle();
  world.anonymizeGuest(second.guestId);
  await untilRedacted(first.sessionId);
  await untilRedacted(second.sessionId);
});

test('while the vendor is down it is tried again', async () => {
  const { hotel } = stripe;
  await hotel.start({ doors: stripe.doors });
  const { guestId, sessionId } = await stripe.bookWaiting();
  stripe.setDown(true);
  hotel.sandbox.world.anonymizeGuest(guestId);
  await eventually(() => stripe.countRedactions() > 0 || undefined, { what: 'the first try' });
  stripe.setDown(false);
  await untilRedacted(sessionId);
});

test.each(['committed subjects.forgetGuest', 'uncommitted pendingChecks.remove', 'committed pendingChecks.remove'])(
  'killed at “%s”, the next start goes on',
  async (boundary) => {
    const { hotel } = stripe;
    await hotel.start({ doors: stripe.doors });
    const { guestId, sessionId } = await stripe.bookWaiting();
    await hotel.stop();
    hotel.sandbox.world.anonymizeGuest(guestId);
    await runUntilKilled({ boundary, environment: { ...hotel.environment, ...stripe.environment } });
    await hotel.start({ doors: stripe.doors });
    await untilRedacted(sessionId);
    await hotel.untilIdle();
    expect(hotel.log()).not.toContain('job.buried');
  },
  300_000,
);

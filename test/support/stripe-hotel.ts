import express from 'express';
import { createProviderDoors, type ProviderDoors } from '../../src/checks/http/provider-doors.ts';
import { createCallbackSecrets } from '../../src/store/checks/callback-secrets.ts';
import { createStripeIdentityFake, type StripeIdentityFake } from '../../src/vendor-fakes/stripe-identity.ts';
import { startLocalServer } from '../unit/providers-hosted-session/local-server.ts';
import { toDay } from './days.ts';
import { hotelClock } from './hotel-clock.ts';
import { type Hotel, openHotel, toSettings } from './hotel.ts';

export const shown = { firstName: 'Vigdis', lastName: 'Forgetmenot', birthDate: '1987-06-05' };

/** A hotel that has guests checked by Stripe, which is played by a fake on this machine. */
export interface StripeHotel {
  readonly hotel: Hotel;
  readonly fake: StripeIdentityFake;
  readonly doors: ProviderDoors;
  /** For a service in a process of its own: the configuration, and where the vendor is. */
  readonly environment: Readonly<Record<string, string>>;
  /** While `true`, Stripe answers nothing but 503. */
  setDown(isDown: boolean): void;
  /** How often Stripe was asked to redact, whether it answered or not. */
  countRedactions(): number;
  /** Lets a guest book and be shown the page; answers the guest's and the session's id. */
  bookWaiting(): Promise<{ readonly guestId: string; readonly sessionId: string }>;
  close(): Promise<void>;
}

const apiKey = 'rk_test_restricted';
const webhookSecret = 'whsec_current';

const config = JSON.stringify({
  defaults: {
    providers: {
      'stripe-identity': { enabled: true, settings: { apiKey, webhookSecret, comparisonKey: 'c'.repeat(32) } },
    },
  },
});

export async function openStripeHotel(): Promise<StripeHotel> {
  const hotel = await openHotel({ config, sandbox: { webhooks: { retryDelayMs: 500 } } });
  const gate = { isDown: false, redactions: 0 };
  const fake = createStripeIdentityFake({
    apiKeys: [apiKey],
    origin: () => server.origin,
    webhook: () => ({ url: toCallbackUrl(hotel), secrets: [webhookSecret] }),
    now: () => new Date(hotelClock.now()),
  });
  const app = express().use((request, response, next) => {
    if (request.path.endsWith('/redact')) gate.redactions += 1;
    if (gate.isDown) response.status(503).end();
    else next();
  });
  const server = await startLocalServer(app.use(fake.app));
  const routes = { 'api.stripe.com': server.origin };
  return {
    hotel,
    fake,
    doors: createProviderDoors({ testRoutes: routes }),
    environment: { CONFIG_TEXT: config, CONFIG_FILE: 'config', VENDOR_ROUTES: JSON.stringify(routes) },
    setDown: (isDown) => {
      gate.isDown = isDown;
    },
    countRedactions: () => gate.redactions,
    bookWaiting: async () => {
      const mainGuest = { ...shown, email: 'vigdis@post.example', phone: '+47 22 12 34 56', country: 'NO' };
      const { guestIds } = hotel.sandbox.world.book({ arrivesOn: toDay(1), departsOn: toDay(3), mainGuest });
      const [guestId] = guestIds;
      await hotel.untilShown(guestId, { screening_status: 'Waiting for guest', screening_link: /\/start\// });
      return { guestId, sessionId: [...fake.sessions.keys()].at(-1) ?? '' };
    },
    close: async () => {
      await hotel.close();
      await server.close();
    },
  };
}

/** As an operator would set it at Stripe. */
function toCallbackUrl({ environment, sandbox }: Hotel): string {
  const { publicUrl, secretKey } = toSettings(environment, config);
  const secret = createCallbackSecrets(secretKey).toSecret('stripe-identity', sandbox.propertyId);
  return `${publicUrl}/callbacks/stripe-identity/${secret}`;
}

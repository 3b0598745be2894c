import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Settings } from '../config/environment.ts';
import { createCallbackSecrets } from '../store/checks/callback-secrets.ts';
import { createStripeIdentityFake } from '../vendor-fakes/stripe-identity.ts';
import { createYenteFake } from '../vendor-fakes/yente.ts';

/** Two vendors on this machine: Stripe, which answers later, and a list server that never answers. */
export interface DemoVendors {
  /** The providers that ask them, as a configuration has it. */
  readonly providers: Readonly<Record<string, { readonly enabled: true; readonly settings: object }>>;
  /** Where hosts on the internet are played; for the doors of providers. */
  readonly routes: Readonly<Record<string, string>>;
  /** Tells Stripe where it calls back, as an operator does in its dashboard. */
  setCallback(settings: Settings, propertyId: string): void;
  close(): Promise<void>;
}

const apiKey = 'rk_test_of_the_demo';
const webhookSecret = 'whsec_of_the_demo';
const comparisonKey = 'known-to-this-demo-and-nobody-else';

export async function startDemoVendors(): Promise<DemoVendors> {
  const stage = { callbackUrl: '' };
  const stripe = await startServer(
    (origin) =>
      createStripeIdentityFake({
        apiKeys: [apiKey],
        origin: () => origin,
        webhook: () => ({ url: stage.callbackUrl, secrets: [webhookSecret] }),
      }).app,
  );
  const yente = await startServer(() => createYenteFake({ isDown: () => true }).app);
  return {
    providers: {
      'stripe-identity': { enabled: true, settings: { apiKey, webhookSecret, comparisonKey } },
      yente: { enabled: true, settings: { url: yente.origin } },
    },
    routes: { 'api.stripe.com': stripe.origin },
    setCallback: ({ publicUrl, secretKey }, propertyId) => {
      const secret = createCallbackSecrets(secretKey).toSecret('stripe-identity', propertyId);
      stage.callbackUrl = `${publicUrl}/callbacks/stripe-identity/${secret}`;
    },
    close: async () => {
      await Promise.all([stripe.close(), yente.close()]);
    },
  };
}

async function startServer(toListener: (origin: string) => RequestListener) {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  server.on('request', toListener(origin));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin, close };
}

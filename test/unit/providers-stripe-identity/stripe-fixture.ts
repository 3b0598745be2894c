import { stripeIdentity } from '../../../providers/stripe-identity/check.ts';
import type { CheckContext, SettingValues } from '../../../src/ports/check-provider.ts';
import { createStripeIdentityFake, type StripeIdentityFake } from '../../../src/vendor-fakes/stripe-identity.ts';
import { type CallbackReceiver, startCallbackReceiver } from '../providers-hosted-session/callback-receiver.ts';
import { startLocalServer } from '../providers-hosted-session/local-server.ts';
import { now, toContext } from '../providers-hosted-session/provider-context.ts';

export interface StripeFixture {
  readonly fake: StripeIdentityFake;
  readonly receiver: CallbackReceiver;
  toContext(changes?: Partial<CheckContext>, settings?: SettingValues): CheckContext;
  close(): Promise<void>;
}

export const secretKey = 'sk_test_plain';
export const restrictedKey = 'rk_test_restricted';
export const webhookSecret = 'whsec_current';

/** Stripe on this machine, and our end of its webhooks. `signWith`: what Stripe signs with, which may be told anew. */
export async function startStripe(signWith: string[] = [webhookSecret]): Promise<StripeFixture> {
  let origin = '';
  const receiver = await startCallbackReceiver(
    (callback) =>
      stripeIdentity.readCallback?.(callback, toStripeContext()) ?? Promise.reject(new Error('no callback')),
  );
  const fake = createStripeIdentityFake({
    apiKeys: [secretKey, restrictedKey],
    origin: () => origin,
    webhook: () => ({ url: receiver.origin, secrets: signWith }),
    now: () => now,
  });
  const server = await startLocalServer(fake.app);
  origin = server.origin;
  const toStripeContext: StripeFixture['toContext'] = (changes = {}, settings = {}) =>
    toContext(stripeIdentity, {
      settings: { apiKey: restrictedKey, webhookSecret, comparisonKey: 'c'.repeat(32), ...settings },
      testRoutes: { 'api.stripe.com': origin },
      changes,
    });
  return {
    fake,
    receiver,
    toContext: toStripeContext,
    close: async () => {
      await server.close();
      await receiver.close();
    },
  };
}

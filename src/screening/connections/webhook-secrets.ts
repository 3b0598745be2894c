import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';

/** Whose address was rung. Asked for every delivery, so those that are right are remembered. */
export interface WebhookSecrets {
  findPropertyId(secret: string): Promise<string | undefined>;
  /** After a secret was changed: a former one must not be taken for current for ever. */
  forget(): void;
}

/** One that is wrong now may be right in a moment, and a former one has its end: neither is remembered. */
export function createWebhookSecrets({
  store,
  clock,
}: {
  readonly store: Store;
  readonly clock: Clock;
}): WebhookSecrets {
  let known = new Map<string, string>();
  return {
    async findPropertyId(secret) {
      const asked = known;
      const propertyId = asked.get(secret);
      if (propertyId !== undefined) return propertyId;
      const property = await store.read((rows) => rows.properties.findByWebhookSecret(secret, clock.now()));
      if (property?.webhookSecret === secret) asked.set(secret, property.id);
      return property?.id;
    },
    // What is being looked up now may have been changed since, and goes to the memory that nobody asks any more.
    forget: () => void (known = new Map()),
  };
}

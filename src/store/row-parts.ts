import type { Kysely } from 'kysely';
import type { Engine } from './engine.ts';
import { createKeyedDigest, deriveKey } from './keys.ts';
import type { RowMemory } from './row-memory.ts';
import { createSealing, type Sealing } from './sealing.ts';
import type { KeyedDigest, Tables } from './tables.ts';

/** What every repository is made of. */
export interface RowParts extends StoreKeys {
  readonly database: Kysely<Tables>;
  readonly engine: Engine;
  /** Told of every job that becomes due sooner than it was, within the transaction. */
  readonly noteEnqueued: (runAt: string) => void;
  readonly memory: RowMemory;
}

export interface StoreKeys {
  readonly sealing: Sealing;
  readonly digests: {
    readonly searchTerm: (term: string) => KeyedDigest;
    readonly houseListKey: (key: string) => KeyedDigest;
    readonly webhookSecret: (secret: string) => KeyedDigest;
    /** How a vendor calls a question or a delivery. */
    readonly vendorReference: (reference: string) => KeyedDigest;
    /** Who a guest is said to be. */
    readonly personState: (state: string) => KeyedDigest;
    /** The secret of a link to a form. */
    readonly formToken: (token: string) => KeyedDigest;
    /** What opens the service: tokens, sessions, and who tries. */
    readonly accessSecret: (secret: string) => KeyedDigest;
    /** What a person can be recognised by. */
    readonly profileTrait: (trait: string) => KeyedDigest;
    /** Tells one SECRET_KEY from another. */
    readonly keyCheck: KeyedDigest;
  };
}

/** Half of a SHA-256 tells terms apart as well, in half the space: a subject has dozens. */
export const searchDigestBytes = 16;

export function createStoreKeys(secretKey: Buffer): StoreKeys {
  const searchTerm = createKeyedDigest(deriveKey(secretKey, 'search-term'));
  const profileTrait = createKeyedDigest(deriveKey(secretKey, 'profile-trait'));
  return {
    sealing: createSealing(secretKey),
    digests: {
      searchTerm: (term) => searchTerm(term).subarray(0, searchDigestBytes),
      houseListKey: createKeyedDigest(deriveKey(secretKey, 'house-list-key')),
      webhookSecret: createKeyedDigest(deriveKey(secretKey, 'webhook-secret')),
      vendorReference: createKeyedDigest(deriveKey(secretKey, 'vendor-reference')),
      personState: createKeyedDigest(deriveKey(secretKey, 'person-state')),
      formToken: createKeyedDigest(deriveKey(secretKey, 'form-token')),
      accessSecret: createKeyedDigest(deriveKey(secretKey, 'access-secret')),
      profileTrait: (trait) => profileTrait(trait).subarray(0, searchDigestBytes),
      keyCheck: createKeyedDigest(deriveKey(secretKey, 'key-check'))('key check'),
    },
  };
}

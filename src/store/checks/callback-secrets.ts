import { timingSafeEqual } from 'node:crypto';
import { createKeyedDigest, deriveKey } from '../keys.ts';

/** The last part of the address that a vendor calls back: one for each provider and property, made of SECRET_KEY alone. */
export interface CallbackSecrets {
  readonly toSecret: (providerId: string, propertyId: string) => string;
  /** The property that it was made for; `undefined` for one that was not made here. */
  readonly findPropertyId: (providerId: string, secret: string) => string | undefined;
}

const macBytes = 24;

/** The property's id, and what proves that we put it there: nothing needs to be stored, or looked through. */
export function createCallbackSecrets(secretKey: Buffer): CallbackSecrets {
  const digest = createKeyedDigest(deriveKey(secretKey, 'callback-secret'));
  const toMac = (providerId: string, propertyId: string) =>
    digest(JSON.stringify([providerId, propertyId])).subarray(0, macBytes);
  return {
    toSecret: (providerId, propertyId) =>
      `${Buffer.from(propertyId).toString('base64url')}.${toMac(providerId, propertyId).toString('base64url')}`,
    findPropertyId(providerId, secret) {
      const [encodedId = '', encodedMac = '', ...rest] = secret.split('.');
      const propertyId = Buffer.from(encodedId, 'base64url').toString();
      const mac = Buffer.from(encodedMac, 'base64url');
      const isGenuine = mac.length === macBytes && timingSafeEqual(mac, toMac(providerId, propertyId));
      return isGenuine && rest.length === 0 ? propertyId : undefined;
    },
  };
}

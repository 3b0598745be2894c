import { Secret, TOTP } from 'otpauth';
import type { OneTimeCodes } from '../ports/credentials.ts';

const issuer = 'Guest screening';
const periodMs = 30_000;
const secretBytes = 20;

/** What every authenticator knows: SHA-1, six digits, thirty seconds. */
export const oneTimeCodes: OneTimeCodes = {
  newSecret: () => new Secret({ size: secretBytes }).base32,
  toUri: (secret, account) => new TOTP({ issuer, label: account, secret: Secret.fromBase32(secret) }).toString(),
  findPeriod(secret, code, now) {
    const timestamp = Date.parse(now);
    const token = code.replace(/\s/g, '');
    const delta = new TOTP({ secret: Secret.fromBase32(secret) }).validate({ token, timestamp, window: 1 });
    return delta === null ? undefined : Math.floor(timestamp / periodMs) + delta;
  },
};

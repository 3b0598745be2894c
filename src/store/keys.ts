import { createHash, hash, hkdfSync } from 'node:crypto';
import type { Digest } from '../domain/fingerprint.ts';

/** Keys for different ends never meet: each is derived from SECRET_KEY for its own purpose. */
export type KeyPurpose =
  | 'sealing'
  | 'fingerprint'
  | 'search-term'
  | 'house-list-key'
  | 'webhook-secret'
  | 'callback-secret'
  | 'vendor-reference'
  | 'person-state'
  | 'form-link'
  | 'form-token'
  | 'form-page'
  | 'access-secret'
  | 'sign-in-link'
  | 'profile-trait'
  | 'mail-stop'
  | 'connect-state'
  | 'key-check';

export function deriveKey(secretKey: Buffer, purpose: KeyPurpose): Buffer {
  if (secretKey.length !== 32) throw new Error('The secret key must be 32 bytes long.');
  return Buffer.from(hkdfSync('sha256', secretKey, '', `guest-screening/${purpose}/1`, 32));
}

/** For fingerprints: the same text gives the same hex under the same SECRET_KEY, in every process. */
export function createDigest(secretKey: Buffer): Digest {
  const digest = createKeyedDigest(deriveKey(secretKey, 'fingerprint'));
  return (text) => digest(text).toString('hex');
}

const blockBytes = 64;

/**
 * HMAC-SHA-256. Written out with the one-shot hash because a subject has dozens of search terms, and `createHmac` takes
 * four times as long for short texts.
 */
export function createKeyedDigest(key: Buffer): (text: string) => Buffer {
  const block = Buffer.alloc(blockBytes);
  (key.length > blockBytes ? createHash('sha256').update(key).digest() : key).copy(block);
  const inner = block.map((byte) => byte ^ 0x36);
  const outer = block.map((byte) => byte ^ 0x5c);
  return (text) => {
    const innerDigest = hash('sha256', Buffer.concat([inner, Buffer.from(text, 'utf8')]), 'buffer');
    return hash('sha256', Buffer.concat([outer, innerDigest]), 'buffer');
  };
}

import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';
import { ServiceError } from '../domain/errors.ts';
import { createKeyedDigest, deriveKey } from './keys.ts';

/**
 * Sealed: unreadable without the key, and unusable in any other place than its own. `place` names table and row, e.g.
 * `subject/42/R1/G1`: bytes moved to another row do not open. Values are JSON.
 */
export interface Sealing {
  seal(place: string, value: unknown): Buffer;
  /** Throws `secret_key_mismatch` where the bytes were sealed under another key. */
  open(place: string, sealed: Uint8Array): unknown;
}

/**
 * AES-256-GCM. The bytes: version (1), key id (4), nonce (12), sealed JSON, tag (16). The key id says which key opens
 * them, so that a later key can seal what is new while the old one still opens what is there.
 */
export function createSealing(secretKey: Buffer): Sealing {
  const derived = deriveKey(secretKey, 'sealing');
  // A key made once: bytes are made into one each time, which takes twice as long as a row's own decryption.
  const key = createSecretKey(derived);
  const keyId = createKeyedDigest(derived)('key id').subarray(0, keyIdBytes);
  const header = Buffer.concat([Buffer.from([version]), keyId]);

  return {
    seal(place, value) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      cipher.setAAD(Buffer.concat([header, Buffer.from(place)]));
      const sealed = [cipher.update(JSON.stringify(value), 'utf8'), cipher.final()];
      return Buffer.concat([header, nonce, ...sealed, cipher.getAuthTag()]);
    },
    open(place, sealed) {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
      if (!bytes.subarray(0, header.length).equals(header)) throw new ServiceError('secret_key_mismatch');
      const nonce = bytes.subarray(header.length, header.length + nonceBytes);
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
      decipher.setAAD(Buffer.concat([header, Buffer.from(place)]));
      decipher.setAuthTag(bytes.subarray(-tagBytes));
      const text = decipher.update(bytes.subarray(header.length + nonceBytes, -tagBytes), undefined, 'utf8');
      return JSON.parse(text + decipher.final('utf8')) as unknown;
    },
  };
}

const version = 1;
const keyIdBytes = 4;
const nonceBytes = 12;
const tagBytes = 16;

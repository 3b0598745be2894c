import { createHmac, randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { createDigest, createKeyedDigest, deriveKey } from '../../../src/store/keys.ts';
import { createSealing } from '../../../src/store/sealing.ts';

const secretKey = randomBytes(32);
const sealing = createSealing(secretKey);
const value = { lastName: 'Canário', birthDate: '1990-01-01' };

test('what was sealed opens again in its own place', () => {
  expect(sealing.open('subject/1', sealing.seal('subject/1', value))).toEqual(value);
});

test('sealed bytes hold nothing readable, and are never the same twice', () => {
  const sealed = sealing.seal('subject/1', value);
  expect(sealed.includes('Can')).toBe(false);
  expect(sealed.equals(sealing.seal('subject/1', value))).toBe(false);
});

test('bytes that were moved to another row do not open', () => {
  const sealed = sealing.seal('subject/1', value);
  expect(() => sealing.open('subject/2', sealed)).toThrow();
});

test('bytes that were changed do not open, wherever the change is', () => {
  const sealed = sealing.seal('subject/1', value);
  for (let index = 0; index < sealed.length; index += 1) {
    const changed = Buffer.from(sealed);
    changed[index] = (changed[index] ?? 0) ^ 1;
    expect(() => sealing.open('subject/1', changed)).toThrow();
  }
});

test('bytes of another key are told from damaged ones', () => {
  const sealed = createSealing(randomBytes(32)).seal('subject/1', value);
  expect(() => sealing.open('subject/1', sealed)).toThrow(expect.objectContaining({ code: 'secret_key_mismatch' }));
});

test('a key of another length is refused', () => {
  expect(() => createSealing(randomBytes(31))).toThrow('32 bytes');
});

test('a keyed digest is HMAC-SHA-256', () => {
  for (const [key, text] of [
    [randomBytes(32), ''],
    [randomBytes(32), 'Canário'],
    [randomBytes(64), 'x'.repeat(500)],
    [randomBytes(80), 'a longer key than a block'],
  ] as const) {
    const expected = createHmac('sha256', key).update(text).digest('hex');
    expect(createKeyedDigest(key)(text).toString('hex')).toBe(expected);
  }
});

test('a digest is the same in every process of one SECRET_KEY, and another under another', () => {
  expect(createDigest(secretKey)('text')).toBe(createDigest(Buffer.from(secretKey))('text'));
  expect(createDigest(secretKey)('text')).not.toBe(createDigest(randomBytes(32))('text'));
});

test('keys for different ends differ', () => {
  expect(deriveKey(secretKey, 'sealing').equals(deriveKey(secretKey, 'search-term'))).toBe(false);
});

import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The values of a secret that is being changed, newest first: `new,old`. Sign with the first; accept all of them, so that
 * what was signed before the change still counts.
 */
export function toCurrentSecrets(setting: unknown): readonly string[] {
  if (typeof setting !== 'string') return [];
  return setting
    .split(',')
    .map((secret) => secret.trim())
    .filter((secret) => secret !== '');
}

export interface SignedBytes {
  readonly algorithm: 'sha1' | 'sha256' | 'sha512';
  readonly encoding: 'hex' | 'base64' | 'base64url';
  /** What was signed, byte by byte as it came. */
  readonly parts: readonly (string | Uint8Array)[];
  readonly signature: string;
}

/** Whether any of the secrets made this HMAC. No secret, no: an empty setting lets nobody in. Takes the same time for all. */
export function isSignedByAny(secrets: readonly string[], signed: SignedBytes): boolean {
  const given = Buffer.from(signed.signature, signed.encoding);
  let isSigned = false;
  for (const secret of secrets) {
    const hmac = createHmac(signed.algorithm, secret);
    for (const part of signed.parts) hmac.update(part);
    const expected = hmac.digest();
    if (given.length === expected.length && timingSafeEqual(given, expected)) isSigned = true;
  }
  return isSigned;
}

/** Whether a callback was signed about now: a replay of an old one is refused, a clock may be a little off either way. */
export function isRecent(signedAtMs: number, nowMs: number, toleranceMs: number): boolean {
  return Number.isFinite(signedAtMs) && Math.abs(nowMs - signedAtMs) <= toleranceMs;
}

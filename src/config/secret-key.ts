import type { z } from 'zod';

const keyLength = 32;

/** 32 bytes from base64, base64url or hex. What is visibly not random is refused: everything stored hangs on it. */
export function toSecretKey(text: string, context: z.RefinementCtx): Buffer {
  const key = decode(text);
  if (key?.length !== keyLength) context.addIssue(`must be ${keyLength} bytes in base64 or hex`);
  else if (isWeak(key)) context.addIssue('is not random: make one with openssl rand -base64 32');
  return key ?? Buffer.alloc(0);
}

function decode(text: string): Buffer | undefined {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
  if (/^[A-Za-z0-9+/_-]+={0,2}$/.test(text)) return Buffer.from(text, 'base64');
  return undefined;
}

/** Zeros, repetitions, counting and typed text. One random key in more than 10^13 falls under any of these. */
function isWeak(key: Buffer): boolean {
  const isText = key.every((byte) => byte >= 0x20 && byte < 0x7f);
  const steps = new Set(key.subarray(1).map((byte, index) => byte - (key[index] ?? 0)));
  return isText || new Set(key).size < 12 || steps.size === 1;
}

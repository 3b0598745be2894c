import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import PQueue from 'p-queue';
import type { PasswordHasher } from '../ports/credentials.ts';

export interface ScryptCost {
  /** A power of two: memory is 128 · N · r bytes. */
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** OWASP's first choice: 128 MB and some tenths of a second. */
const defaultCost: ScryptCost = { N: 2 ** 17, r: 8, p: 1 };

const saltBytes = 16;
const hashBytes = 32;

/**
 * scrypt. A hash says how it was made: `scrypt$N$r$p$salt$hash`. One at a time, so that a burst of sign-ins takes neither
 * the memory nor the threads that the database needs.
 */
export function createScryptPasswords(cost: ScryptCost = defaultCost): PasswordHasher {
  const queue = new PQueue({ concurrency: 1 });
  const standIn = toText(cost, randomBytes(saltBytes), randomBytes(hashBytes));
  return {
    async hash(password) {
      const salt = randomBytes(saltBytes);
      return toText(cost, salt, await queue.add(() => derive(password, salt, cost)));
    },
    async verify(password, hash) {
      // Without a hash the same work is done, and its result cannot be right.
      const known = parse(hash ?? standIn) ?? parse(standIn);
      if (known === undefined) return { isRight: false, isOutdated: false };
      const derived = await queue.add(() => derive(password, known.salt, known.cost));
      const isRight = timingSafeEqual(derived, known.hash) && hash !== undefined;
      const isOutdated = (['N', 'r', 'p'] as const).some((name) => known.cost[name] !== cost[name]);
      return { isRight, isOutdated };
    },
  };
}

function derive(password: string, salt: Buffer, { N, r, p }: ScryptCost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // The same password may be typed composed or decomposed.
    const text = password.normalize('NFKC');
    scrypt(text, salt, hashBytes, { N, r, p, maxmem: 256 * N * r }, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

function toText({ N, r, p }: ScryptCost, salt: Buffer, hash: Buffer): string {
  return ['scrypt', N, r, p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

function parse(text: string): { readonly cost: ScryptCost; readonly salt: Buffer; readonly hash: Buffer } | undefined {
  const [, N, r, p, salt, hash] = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([\w-]+)\$([\w-]{43})$/.exec(text) ?? [];
  if (N === undefined || r === undefined || p === undefined || salt === undefined || hash === undefined)
    return undefined;
  return {
    cost: { N: Number(N), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64url'),
    hash: Buffer.from(hash, 'base64url'),
  };
}

import { hash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { adminTokenPrincipal, type Principal } from '../domain/access.ts';
import { ServiceError } from '../domain/errors.ts';

/**
 * Who an `Authorization` header speaks for: the holder of the admin token. Throws `token_missing` and `token_wrong`;
 * without an admin token nothing is right.
 */
export function createBearerCheck(adminToken: string | undefined): (request: IncomingMessage) => Promise<Principal> {
  const expected = adminToken === undefined ? undefined : digest(adminToken);
  return ({ headers }) => {
    const given = /^bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
    if (given === undefined) throw new ServiceError('token_missing');
    // Digests have one length, as the comparison needs, and say nothing about that of the token.
    if (expected === undefined || !timingSafeEqual(digest(given), expected)) throw new ServiceError('token_wrong');
    return Promise.resolve(adminTokenPrincipal);
  };
}

function digest(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}

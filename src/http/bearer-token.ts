import { hash, timingSafeEqual } from 'node:crypto';
import { ServiceError } from '../domain/errors.ts';

/**
 * Who an `Authorization` header speaks for: the holder of the admin token is `admin`. Throws `token_missing` and
 * `token_wrong`; without an admin token nothing is right.
 */
export function createBearerCheck(adminToken: string | undefined): (authorization: string | undefined) => string {
  const expected = adminToken === undefined ? undefined : digest(adminToken);
  return (authorization) => {
    const given = /^bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
    if (given === undefined) throw new ServiceError('token_missing');
    // Digests have one length, as the comparison needs, and say nothing about that of the token.
    if (expected === undefined || !timingSafeEqual(digest(given), expected)) throw new ServiceError('token_wrong');
    return 'admin';
  };
}

function digest(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}

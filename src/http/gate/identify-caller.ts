import type { Request } from 'express';
import type { Principal } from '../../domain/access.ts';
import { ServiceError } from '../../domain/errors.ts';
import type { Caller } from '../../screening/access/session-opening.ts';
import type { AccessHttpParts } from '../access/access-parts.ts';
import { assertOwnPage } from './assert-own-page.ts';

/** Where a request comes from, and the session that it brought along. */
export function toCaller(request: Request, { cookie }: Pick<AccessHttpParts, 'cookie'>): Caller {
  const sessionSecret = cookie.read(request.headers.cookie);
  const userAgent = request.headers['user-agent'];
  return {
    address: request.ip ?? 'unknown',
    ...(request.headers.cookie !== undefined && { cookies: request.headers.cookie }),
    ...(userAgent !== undefined && { userAgent }),
    ...(sessionSecret !== undefined && { sessionSecret }),
  };
}

/** Who asks: by bearer token, or else by a session, which a page of our own must use. Throws as `Identify` does. */
export async function identifyCaller(
  request: Request,
  caller: Caller,
  { identify }: Pick<AccessHttpParts, 'identify'>,
): Promise<Principal> {
  const { authorization } = request.headers;
  if (authorization === undefined && caller.sessionSecret !== undefined) {
    assertOwnPage(request, { needsProof: true });
    return identify({ sessionSecret: caller.sessionSecret });
  }
  const bearer = /^bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (bearer === undefined) throw new ServiceError('token_missing');
  return identify({ bearer });
}

import { adminTokenPrincipal, type Principal, toPrincipal } from '../../domain/access.ts';
import { scopeTable } from '../../domain/access/token-scope.ts';
import { plusMs } from '../../domain/calendar.ts';
import { ServiceError } from '../../domain/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import { isAlive } from './session-opening.ts';

export interface Credentials {
  readonly bearer?: string;
  readonly sessionSecret?: string;
}

/**
 * Who asks. A bearer token has its way over a session. Throws `token_missing`, `token_wrong`, `session_ended` and
 * `second_factor_needed`.
 */
export type Identify = (credentials: Credentials) => Promise<Principal>;

export interface IdentifyParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly isAdminToken: (token: string) => boolean;
}

/** How exactly it is remembered when somebody was last here: a write for each request would cost more than it tells. */
const seenMs = 60_000;

export function createIdentify(parts: IdentifyParts): Identify {
  return ({ bearer, sessionSecret }) => {
    if (bearer !== undefined) return identifyToken(parts, bearer);
    if (sessionSecret !== undefined) return identifySession(parts, sessionSecret);
    return Promise.reject(new ServiceError('token_missing'));
  };
}

async function identifyToken({ store, clock, isAdminToken }: IdentifyParts, secret: string): Promise<Principal> {
  if (isAdminToken(secret)) return adminTokenPrincipal;
  const now = clock.now();
  const token = await store.read((rows) => rows.tokens.findBySecret(secret));
  if (token === undefined || token.expiresAt <= now) throw new ServiceError('token_wrong');
  if (token.lastUsedAt === undefined || plusMs(token.lastUsedAt, seenMs) <= now) {
    await store.transaction((rows) => rows.tokens.noteUsed(token.id, now));
  }
  const { role, isReadOnly } = scopeTable[token.scope];
  const grants = token.propertyIds.map((propertyId) => ({ propertyId, role }));
  return toPrincipal({ kind: 'token', id: token.id, name: token.name, grants, isReadOnly });
}

async function identifySession({ store, clock }: IdentifyParts, secret: string): Promise<Principal> {
  const now = clock.now();
  const { session, user } = await store.read(async (rows) => {
    const found = await rows.sessions.findBySecret(secret);
    return { session: found, user: found?.userId === undefined ? undefined : await rows.users.find(found.userId) };
  });
  if (session === undefined || !isAlive(session, now)) throw new ServiceError('session_ended');
  if (session.stage === 'second_factor') throw new ServiceError('second_factor_needed');
  if (session.userId !== undefined && user?.state !== 'active') throw new ServiceError('session_ended');
  if (plusMs(session.lastSeenAt, seenMs) <= now) {
    await store.transaction((rows) => rows.sessions.noteSeen(session.id, now));
  }
  const who = user === undefined ? adminTokenPrincipal : { kind: 'user' as const, ...toFacts(user) };
  return toPrincipal({ ...who, sessionId: session.id });
}

function toFacts({ id, name, grants }: Pick<Principal, 'id' | 'name' | 'grants'>) {
  return { id, name, grants };
}

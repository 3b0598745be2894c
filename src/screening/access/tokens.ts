import { randomBytes, randomUUID } from 'node:crypto';
import { mayAdminister, type Principal } from '../../domain/access.ts';
import { scopeTable } from '../../domain/access/token-scope.ts';
import { plusMs } from '../../domain/calendar.ts';
import { ServiceError } from '../../domain/errors.ts';
import type { ApiToken } from '../../ports/access-memory.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Listed, ListPage } from '../../ports/listed.ts';
import type { Store } from '../../ports/store.ts';
import { listSeen } from './list-seen.ts';

const longestMs = 2 * 366 * 86_400_000;

/** So that scanners of source code know one. */
const prefix = 'gst_';

export type NewToken = Pick<ApiToken, 'name' | 'scope' | 'propertyIds' | 'expiresAt'>;

/** The tokens of machines, each admin's within the properties that it administers. */
export interface Tokens {
  list(admin: Principal, page: ListPage): Promise<readonly Listed<ApiToken>[]>;
  /** Throws `property_unknown`, and `request_invalid` for an end in the past or beyond two years. */
  create(
    admin: Principal,
    token: NewToken,
  ): Promise<{ readonly id: string; readonly token: ApiToken; readonly secret: string }>;
  /** Throws `token_unknown`. */
  revoke(admin: Principal, tokenId: string): Promise<void>;
}

export function createTokens({ store, clock }: { readonly store: Store; readonly clock: Clock }): Tokens {
  return {
    list: (admin, page) =>
      store.read((rows) =>
        listSeen(
          (asked) => rows.tokens.list(asked),
          page,
          (token) => mayAdminister(admin, toGrants(token)),
        ),
      ),
    create: (admin, wanted) =>
      store.transaction(async (rows) => {
        const now = clock.now();
        const expiresAt = new Date(wanted.expiresAt).toISOString();
        if (expiresAt <= now || expiresAt > plusMs(now, longestMs)) {
          throw new ServiceError('request_invalid', { field: 'expiresAt' });
        }
        if (!mayAdminister(admin, toGrants(wanted))) throw new ServiceError('property_unknown');
        for (const propertyId of wanted.propertyIds) if (propertyId !== '*') await rows.properties.get(propertyId);
        const secret = prefix + randomBytes(32).toString('base64url');
        const token = { ...wanted, expiresAt, id: randomUUID(), createdAt: now, createdBy: admin.name };
        await rows.tokens.add(token, secret);
        return { id: token.id, token, secret };
      }),
    revoke: (admin, tokenId) =>
      store.transaction(async (rows) => {
        const token = await rows.tokens.find(tokenId);
        if (token === undefined || !mayAdminister(admin, toGrants(token))) {
          throw new ServiceError('token_unknown', { tokenId });
        }
        await rows.tokens.remove(tokenId);
      }),
  };
}

function toGrants({ scope, propertyIds }: Pick<ApiToken, 'scope' | 'propertyIds'>) {
  return propertyIds.map((propertyId) => ({ propertyId, role: scopeTable[scope].role }));
}

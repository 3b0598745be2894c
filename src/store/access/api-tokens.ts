import type { ApiToken, TokenRepository } from '../../ports/access-memory.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';
import type { KeyedDigest, Sealed } from '../tables.ts';

export function createApiTokens(parts: RowParts): TokenRepository {
  const { sealing, digests } = parts;
  const statements = createStatements(parts);
  const toDigest = (secret: string) => digests.accessSecret(`token ${secret}`);
  const toToken = ({ id, lastUsedAt, sealed }: TokenRow): ApiToken => ({
    ...(sealing.open(placeOf(id), sealed) as ApiToken),
    ...(lastUsedAt !== null && { lastUsedAt }),
  });
  return {
    async add(token, secret) {
      const { id, expiresAt } = token;
      await statements.add({ id, expiresAt, digest: toDigest(secret), sealed: sealing.seal(placeOf(id), token) });
    },
    find: async (tokenId) => (await statements.find({ tokenId })).map(toToken)[0],
    findBySecret: async (secret) => (await statements.findBySecret({ digest: toDigest(secret) })).map(toToken)[0],
    async noteUsed(tokenId, at) {
      await statements.noteUsed({ tokenId, at });
    },
    async list({ limit, afterNo }) {
      const rows = afterNo === undefined ? statements.listFirst({ limit }) : statements.listAfter({ limit, afterNo });
      return (await rows).map((row) => ({ item: toToken(row), no: row.no }));
    },
    remove: async (tokenId) => (await statements.remove({ tokenId })) > 0,
  };
}

function placeOf(tokenId: string): string {
  return `api-token/${tokenId}`;
}

interface TokenRow {
  readonly id: string;
  readonly lastUsedAt: string | null;
  readonly sealed: Sealed;
}

interface NewTokenRow {
  readonly id: string;
  readonly expiresAt: string;
  readonly digest: KeyedDigest;
  readonly sealed: Sealed;
}

function createStatements({ database }: RowParts) {
  const select = () =>
    database.selectFrom('api_token').select(['id', 'last_used_at as lastUsedAt', 'sealed_token as sealed']);
  const newestFirst = (given: { limit: number }) => select().select('no').orderBy('no', 'desc').limit(given.limit);
  return {
    add: prepareChange(database, (given: NewTokenRow) =>
      database.insertInto('api_token').values({
        id: given.id,
        secret_digest: given.digest,
        expires_at: given.expiresAt,
        last_used_at: null,
        sealed_token: given.sealed,
      }),
    ),
    find: prepareRows(database, (given: { tokenId: string }) => select().where('id', '=', given.tokenId)),
    findBySecret: prepareRows(database, (given: { digest: KeyedDigest }) =>
      select().where('secret_digest', '=', given.digest),
    ),
    noteUsed: prepareChange(database, (given: { tokenId: string; at: string }) =>
      database.updateTable('api_token').set({ last_used_at: given.at }).where('id', '=', given.tokenId),
    ),
    remove: prepareChange(database, (given: { tokenId: string }) =>
      database.deleteFrom('api_token').where('id', '=', given.tokenId),
    ),
    listFirst: prepareRows(database, newestFirst),
    listAfter: prepareRows(database, (given: { limit: number; afterNo: number }) =>
      newestFirst(given).where('no', '<', given.afterNo),
    ),
  };
}

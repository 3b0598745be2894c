import type { ConnectFlowRepository } from '../../ports/connections.ts';
import type { KeyedDigest } from '../column-kinds.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';

export function createConnectFlows({ database, digests }: RowParts): ConnectFlowRepository {
  const toDigest = (state: string) => digests.accessSecret(`connect-state ${state}`);
  const add = prepareChange(database, (given: { digest: KeyedDigest; sessionId: string; expiresAt: string }) =>
    database
      .insertInto('connect_flow')
      .values({ state_digest: given.digest, session_id: given.sessionId, expires_at: given.expiresAt }),
  );
  const find = prepareRows(database, (given: { digest: KeyedDigest }) =>
    database
      .selectFrom('connect_flow')
      .select(['session_id as sessionId', 'expires_at as expiresAt'])
      .where('state_digest', '=', given.digest),
  );
  const remove = prepareChange(database, (given: { digest: KeyedDigest }) =>
    database.deleteFrom('connect_flow').where('state_digest', '=', given.digest),
  );
  const removeOver = prepareChange(database, (given: { now: string }) =>
    database.deleteFrom('connect_flow').where('expires_at', '<=', given.now),
  );
  return {
    async add({ state, sessionId, expiresAt }, now) {
      await removeOver({ now });
      await add({ digest: toDigest(state), sessionId, expiresAt });
    },
    async take(state) {
      const digest = toDigest(state);
      const [row] = await find({ digest });
      await remove({ digest });
      return row && { state, ...row };
    },
  };
}

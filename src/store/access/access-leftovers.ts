import type { AccessLeftovers } from '../../ports/access-memory.ts';
import { prepareChange } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';

export function createAccessLeftovers({ database }: RowParts): AccessLeftovers {
  const removals = [
    prepareChange(database, (given: { now: string }) =>
      database.deleteFrom('user_session').where('expires_at', '<=', given.now),
    ),
    prepareChange(database, (given: { now: string }) =>
      database.deleteFrom('sign_in_link').where('expires_at', '<=', given.now),
    ),
    prepareChange(database, (given: { now: string }) =>
      database.deleteFrom('oidc_flow').where('expires_at', '<=', given.now),
    ),
    prepareChange(database, (given: { requestsBefore: string }) =>
      database.deleteFrom('kept_request').where('started_at', '<', given.requestsBefore),
    ),
    prepareChange(database, (given: { triesBefore: string }) =>
      database.deleteFrom('sign_in_throttle').where('last_at', '<', given.triesBefore),
    ),
  ];
  return {
    async removeExpired(times) {
      for (const remove of removals) await remove(times);
    },
  };
}

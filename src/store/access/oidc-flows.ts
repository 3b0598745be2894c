import type { OidcFlow, OidcFlowRepository } from '../../ports/access-memory.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';
import type { KeyedDigest, Sealed } from '../tables.ts';

export function createOidcFlows({ database, digests, sealing }: RowParts): OidcFlowRepository {
  const toDigest = (state: string) => digests.accessSecret(`oidc-state ${state}`);
  const toPlace = (digest: KeyedDigest) => `oidc-flow/${Buffer.from(digest).toString('hex')}`;
  const add = prepareChange(database, (given: { digest: KeyedDigest; expiresAt: string; sealed: Sealed }) =>
    database
      .insertInto('oidc_flow')
      .values({ state_digest: given.digest, expires_at: given.expiresAt, sealed_flow: given.sealed }),
  );
  const find = prepareRows(database, (given: { digest: KeyedDigest }) =>
    database.selectFrom('oidc_flow').select('sealed_flow as sealed').where('state_digest', '=', given.digest),
  );
  const remove = prepareChange(database, (given: { digest: KeyedDigest }) =>
    database.deleteFrom('oidc_flow').where('state_digest', '=', given.digest),
  );
  return {
    async add(flow) {
      const digest = toDigest(flow.state);
      await add({ digest, expiresAt: flow.expiresAt, sealed: sealing.seal(toPlace(digest), flow) });
    },
    async take(state) {
      const digest = toDigest(state);
      const [row] = await find({ digest });
      await remove({ digest });
      return row && (sealing.open(toPlace(digest), row.sealed) as OidcFlow);
    },
  };
}

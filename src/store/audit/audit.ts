import type { AuditEntry, AuditQuery, AuditRepository } from '../../ports/access-memory.ts';
import { prepareChange } from '../prepared.ts';
import { findAuditNos } from './audit-page.ts';
import type { RowParts } from '../row-parts.ts';
import type { Sealed } from '../tables.ts';

type AuditIds = Pick<AuditEntry, 'at' | 'action'> & { readonly actorId: string; readonly objectId: string | null };

interface SealedFacts {
  readonly name: string;
  readonly address?: string;
}

/** Names and addresses are sealed; what is filtered by is not. */
export function createAudit(parts: RowParts): AuditRepository {
  const { sealing } = parts;
  const add = createAdd(parts);
  return {
    async add({ at, action, actor, propertyId = null, objectId = null, address }) {
      const ids = { at, action, actorId: actor.id, objectId };
      const facts: SealedFacts = { name: actor.name, ...(address !== undefined && { address }) };
      await add({ ...ids, actorKind: actor.kind, propertyId, sealed: sealing.seal(placeOf(ids), facts) });
    },
    async list(query) {
      const rows = await findEntries(parts, query).execute();
      return rows.map(({ no, actorId, actorKind, sealed, ...row }) => {
        const { at, action, propertyId, objectId } = row;
        const { name, address } = sealing.open(placeOf({ ...row, actorId }), sealed) as SealedFacts;
        return {
          id: String(no),
          ...{ at, action, actor: { kind: actorKind, id: actorId, name } },
          ...(propertyId !== null && { propertyId }),
          ...(objectId !== null && { objectId }),
          ...(address !== undefined && { address }),
        };
      });
    },
  };
}

function placeOf({ at, action, actorId, objectId }: AuditIds): string {
  return `audit/${JSON.stringify([at, action, actorId, objectId])}`;
}

interface NewAuditRow extends AuditIds {
  readonly actorKind: AuditEntry['actor']['kind'];
  readonly propertyId: string | null;
  readonly sealed: Sealed;
}

function createAdd({ database }: RowParts) {
  return prepareChange(database, (given: NewAuditRow) =>
    database.insertInto('audit_entry').values({
      at: given.at,
      action: given.action,
      actor_kind: given.actorKind,
      actor_id: given.actorId,
      property_id: given.propertyId,
      object_id: given.objectId,
      sealed_facts: given.sealed,
    }),
  );
}

function findEntries({ database }: RowParts, query: AuditQuery) {
  return database
    .selectFrom('audit_entry')
    .select(['no', 'at', 'action', 'actor_kind as actorKind', 'actor_id as actorId'])
    .select(['property_id as propertyId', 'object_id as objectId', 'sealed_facts as sealed'])
    .where('no', 'in', findAuditNos(database, query))
    .orderBy('no', 'desc')
    .limit(query.limit);
}

import type { components } from '../../../openapi/service.generated.ts';
import { everyProperty, isAtLeast, type Principal } from '../../domain/access.ts';
import { ServiceError } from '../../domain/errors.ts';
import type { AuditEntry, AuditQuery } from '../../ports/access-memory.ts';
import { type CsvColumn, toCsvAnswer } from '../csv/csv-answer.ts';
import type { HttpParts } from '../http-parts.ts';
import { numberShape, readCursor, toPage } from '../page.ts';
import { type ApiRoute, toApiRoute } from '../route.ts';

type Entry = AuditEntry & { readonly id: string };

const exportedAtOnce = 500;

const columns: readonly CsvColumn<Entry>[] = [
  { name: 'at', toText: ({ at }) => at },
  { name: 'action', toText: ({ action }) => action },
  { name: 'actor', toText: ({ actor }) => actor.name },
  { name: 'actor_kind', toText: ({ actor }) => actor.kind },
  { name: 'actor_id', toText: ({ actor }) => actor.id },
  { name: 'property', toText: ({ propertyId = '' }) => propertyId },
  { name: 'object_id', toText: ({ objectId = '' }) => objectId },
  { name: 'address', toText: ({ address = '' }) => address },
  { name: 'id', toText: ({ id }) => id },
];

export function listAuditRoutes({ store }: HttpParts): readonly ApiRoute[] {
  return [
    toApiRoute('listAudit', 'GET /api/v1/audit', {
      handle: async ({ principal, query: { limit = 50, cursor, ...filters } }) => {
        const [after] = readCursor(cursor, [numberShape]) ?? [];
        const query: AuditQuery = {
          ...toAuditFilters(principal, filters),
          ...(after !== undefined && { after }),
          limit: limit + 1,
        };
        const entries = await store.read((rows) => rows.audit.list(query));
        return { status: 200, body: toPage(entries, limit, { toView: toEntryView, toKey: ({ id }) => [id] }) };
      },
    }),
    toApiRoute('exportAudit', 'GET /api/v1/audit.csv', {
      handle: ({ principal, query: { bom, ...filters } }) => {
        const query = { ...toAuditFilters(principal, filters), limit: exportedAtOnce };
        const readPage = (last: Entry | undefined) =>
          store.read((rows) => rows.audit.list({ ...query, ...(last && { after: last.id }) }));
        return Promise.resolve(
          toCsvAnswer({ fileName: 'audit.csv', columns, bom, pageSize: exportedAtOnce, readPage }),
        );
      },
    }),
  ];
}

interface AskedEntries {
  readonly propertyId?: string;
  readonly actorId?: string;
  readonly action?: string;
  readonly from?: string;
  readonly to?: string;
}

function toAuditFilters(
  principal: Principal,
  { propertyId, from, to, ...filters }: AskedEntries,
): Omit<AuditQuery, 'limit'> {
  return {
    ...filters,
    ...toProperties(principal, propertyId),
    ...(from !== undefined && { from: new Date(from).toISOString() }),
    ...(to !== undefined && { to: new Date(to).toISOString() }),
  };
}

/** The properties whose entries somebody may see; none named where that is all of them. */
function toProperties(principal: Principal, propertyId: string | undefined): Pick<AuditQuery, 'propertyIds'> {
  if (propertyId !== undefined) {
    if (!isAtLeast(principal.roleFor(propertyId), 'admin')) throw new ServiceError('property_unknown');
    return { propertyIds: [propertyId] };
  }
  if (isAtLeast(principal.roleFor(everyProperty), 'admin')) return {};
  return { propertyIds: principal.grants.filter(({ role }) => role === 'admin').map((grant) => grant.propertyId) };
}

function toEntryView(entry: Entry): components['schemas']['AuditEntry'] {
  const { id, at, action, actor, propertyId = null, objectId = null, address = null } = entry;
  return {
    id,
    at,
    action,
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: actor.name,
    propertyId,
    objectId,
    address,
  };
}

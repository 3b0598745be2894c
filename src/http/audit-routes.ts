import type { components } from '../../openapi/service.generated.ts';
import { everyProperty, isAtLeast, type Principal } from '../domain/access.ts';
import { ServiceError } from '../domain/errors.ts';
import type { AuditEntry, AuditQuery } from '../ports/access-memory.ts';
import type { HttpParts } from './http-parts.ts';
import { readCursor, toPage } from './page.ts';
import { type ApiRoute, toApiRoute } from './route.ts';

const numberShape = /^\d{1,15}$/;

export function listAuditRoutes({ store }: HttpParts): readonly ApiRoute[] {
  return [
    toApiRoute('listAudit', 'GET /api/v1/audit', {
      handle: async ({ principal, query: { limit = 50, cursor, propertyId, from, to, ...filters } }) => {
        const [after] = readCursor(cursor, [numberShape]) ?? [];
        const query: AuditQuery = {
          ...filters,
          ...toProperties(principal, propertyId),
          ...(from !== undefined && { from: new Date(from).toISOString() }),
          ...(to !== undefined && { to: new Date(to).toISOString() }),
          ...(after !== undefined && { after }),
          limit: limit + 1,
        };
        const entries = await store.read((rows) => rows.audit.list(query));
        return { status: 200, body: toPage(entries, limit, { toView: toEntryView, toKey: ({ id }) => [id] }) };
      },
    }),
  ];
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

function toEntryView(entry: AuditEntry & { readonly id: string }): components['schemas']['AuditEntry'] {
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

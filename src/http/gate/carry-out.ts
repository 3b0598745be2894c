import type { Request } from 'express';
import type { AuditEntry } from '../../ports/access-memory.ts';
import type { Clock } from '../../ports/clock.ts';
import type { AuditTrail } from '../../ports/audit-trail.ts';
import { isOpen, accessTable } from '../access/access-table.ts';
import type { Answer, ApiRoute, RawApiRequest } from '../route.ts';
import { type Admitted, isTraced } from './admit.ts';
import type { RepeatedRequests } from './repeated-requests.ts';
import type { ResourceVersions } from './resource-versions.ts';

export interface CarryOutParts {
  readonly clock: Clock;
  readonly trail: AuditTrail;
  readonly versions: ResourceVersions;
  readonly repeated: RepeatedRequests;
}

/** A request that was let in and is well-formed, once, about the version that it means, and leaving its trace. */
export function carryOut(
  route: ApiRoute,
  {
    request,
    asked,
    admitted,
  }: { readonly request: Request; readonly asked: RawApiRequest; readonly admitted: Admitted },
  { clock, trail, versions, repeated }: CarryOutParts,
): Promise<Answer> {
  const params = request.params as Readonly<Record<string, string>>;
  const handle = () => route.handle(asked);
  const ifMatch = request.get('if-match');
  const once = (run: () => Promise<Answer>) => versions.guard(route, { ifMatch, params, read: asked }, run);
  if (!isTraced(route) || isOpen(accessTable[route.operationId])) return once(handle);
  const traced = () => trail.run(toEntry(route, { asked, admitted, params, at: clock.now() }), handle);
  const { kind, id } = admitted.principal;
  const repeatable = {
    key: route.method === 'post' ? request.get('idempotency-key') : undefined,
    scope: `${kind} ${id} ${route.operationId} ${request.path}`,
    body: asked.body,
  };
  return repeated.once(repeatable, () => once(traced));
}

interface EntryFacts {
  readonly asked: RawApiRequest;
  readonly admitted: Admitted;
  readonly params: Readonly<Record<string, string>>;
  readonly at: string;
}

/** Who does what to which thing: the last that the path names, or the screening. A property is the query's where that names one. */
function toEntry(route: ApiRoute, { asked, admitted, params, at }: EntryFacts): AuditEntry {
  const { principal } = admitted;
  const propertyId = admitted.propertyId ?? (asked.query as { readonly propertyId?: string }).propertyId;
  const objectId = params.id ?? Object.entries(params).findLast(([name]) => name !== 'propertyId')?.[1];
  const { kind, id, name } = principal;
  return {
    at,
    action: route.operationId,
    actor: { kind, id, name },
    ...(propertyId !== undefined && { propertyId }),
    ...(objectId !== undefined && { objectId }),
  };
}

import type { Request } from 'express';
import { type Admission, anybody, isAtLeast, type Principal } from '../../domain/access.ts';
import { ServiceError } from '../../domain/errors.ts';
import type { Store } from '../../ports/store.ts';
import type { Caller } from '../../screening/access/session-opening.ts';
import type { AccessHttpParts } from '../access/access-parts.ts';
import { type AccessRule, accessTable, isOpen } from '../access/access-table.ts';
import type { Route } from '../route.ts';
import { assertOwnPage } from './assert-own-page.ts';
import { identifyCaller, toCaller } from './identify-caller.ts';
import { findRole } from './place-finders.ts';
import type { RateLimits } from './rate-limits.ts';

export interface AdmissionParts {
  readonly store: Store;
  readonly access: AccessHttpParts;
  readonly limits: RateLimits;
}

export interface Admitted extends Admission {
  readonly caller: Caller;
  /** How much more may be asked. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Whether a request may pass, by the access table, and as whom. Throws `token_missing` and the like, `rate_limited`, the
 * place's own code where it must not be known, and `access_denied` where the role is too small.
 */
export async function admit(request: Request, route: Route, parts: AdmissionParts): Promise<Admitted> {
  const rule = accessTable[route.operationId];
  const caller = toCaller(request, parts.access);
  if (isWatched(rule, route)) await parts.limits.spend('address', caller.address);
  if (isOpen(rule)) {
    if (rule === 'public') assertOwnPage(request, { needsProof: false });
    return { principal: anybody, role: 'desk', caller, headers: {} };
  }
  const principal = await identifyCaller(request, caller, parts.access);
  const headers = await parts.limits.spend('caller', `${principal.kind} ${principal.id}`);
  const admission = await admitPrincipal(request, { rule, route, principal }, parts.store);
  return { ...admission, caller, headers };
}

/** Those who know a secret, and machines that look whether we live, are not counted. */
function isWatched(rule: AccessRule, { path }: Route): boolean {
  return rule !== 'secret' && path.startsWith('/api/');
}

interface Asking {
  readonly rule: Exclude<AccessRule, 'public' | 'secret'>;
  readonly route: Route;
  readonly principal: Principal;
}

async function admitPrincipal(request: Request, { rule, route, principal }: Asking, store: Store): Promise<Admission> {
  if (rule === 'signed_in') return { principal, role: 'desk' };
  const params = request.params as Readonly<Record<string, string>>;
  const { role, propertyId } = await findRole(store, { at: rule.at, params, principal });
  const isBeyond = principal.isReadOnly === true && (isChange(route) || rule.opens === true);
  if (role === undefined || !isAtLeast(role, rule.least) || isBeyond) {
    throw new ServiceError('access_denied', { least: rule.least });
  }
  return { principal, role, ...(propertyId !== undefined && { propertyId }) };
}

/** Whether a route changes anything. */
export function isChange({ method, operationId }: Route): boolean {
  const rule = accessTable[operationId];
  return method !== 'get' && !(typeof rule === 'object' && rule.reads === true);
}

/** Whether the audit log tells of it. */
export function isTraced(route: Route): boolean {
  const rule = accessTable[route.operationId];
  return isChange(route) || (typeof rule === 'object' && rule.traced === true);
}

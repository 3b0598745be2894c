import type { IncomingMessage } from 'node:http';
import { type Admission, anybody, isAtLeast, type Principal } from '../../domain/access.ts';
import { ServiceError } from '../../domain/errors.ts';
import type { Store } from '../../ports/store.ts';
import { accessTable, isOpen } from '../access-table.ts';
import type { Route } from '../route.ts';
import { findRole } from './place-finders.ts';

export interface AdmissionParts {
  readonly store: Store;
  /** Throws where nobody, or nobody known, asks. */
  readonly identify: (request: IncomingMessage) => Promise<Principal>;
}

type AdmittedRequest = IncomingMessage & { readonly params: Readonly<Record<string, string>> };

/**
 * Whether a request may pass, by the access table, and as whom. Throws `token_missing`
 * and the like, the place's own code where it must not be known, and `access_denied` where the role is too small.
 */
export async function admit(
  request: AdmittedRequest,
  route: Route,
  { store, identify }: AdmissionParts,
): Promise<Admission> {
  const rule = accessTable[route.operationId];
  if (isOpen(rule)) return { principal: anybody, role: 'desk' };
  const principal = await identify(request);
  if (rule === 'signed_in') return { principal, role: 'desk' };
  const { role, propertyId } = await findRole(store, { at: rule.at, params: request.params, principal });
  if (role === undefined || !isAtLeast(role, rule.least))
    throw new ServiceError('access_denied', { least: rule.least });
  return { principal, role, ...(propertyId !== undefined && { propertyId }) };
}

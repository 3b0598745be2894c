import { everyProperty, type Principal, type Role, toGreatest } from '../../domain/access.ts';
import { type ErrorCode, ServiceError } from '../../domain/errors.ts';
import type { Store } from '../../ports/store.ts';
import type { Place } from '../access/access-table.ts';

type PathParams = Readonly<Record<string, string>>;

/** How a place is found out from a path, and what is answered where there is none or nobody may know of it. */
interface PlaceFinder {
  readonly unknown: ErrorCode;
  readonly find: (store: Store, params: PathParams) => Promise<string | undefined>;
}

const finders: Readonly<Record<Exclude<Place, 'all' | 'any'>, PlaceFinder>> = {
  property: {
    unknown: 'property_unknown',
    find: (_store, { propertyId }) => Promise.resolve(propertyId),
  },
  screening: {
    unknown: 'screening_unknown',
    find: async (store, { id = '' }) => (await store.read((rows) => rows.screenings.find(id)))?.propertyId,
  },
};

export interface FoundPlace {
  /** Of what the request is about; absent where it is about no single one. */
  readonly propertyId?: string;
  readonly role: Role | undefined;
}

/** The role of somebody where a request is about. Throws as for what does not exist where there is none at a property. */
export async function findRole(
  store: Store,
  { at, params, principal }: { readonly at: Place; readonly params: PathParams; readonly principal: Principal },
): Promise<FoundPlace> {
  if (at === 'all') return { role: principal.roleFor(everyProperty) };
  if (at === 'any') return { role: toGreatest(principal.grants) };
  const { unknown, find } = finders[at];
  const propertyId = await find(store, params);
  const role = propertyId === undefined ? undefined : principal.roleFor(propertyId);
  if (propertyId === undefined || role === undefined) throw new ServiceError(unknown);
  return { propertyId, role };
}

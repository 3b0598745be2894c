import type { PersonComparison } from '../../ports/person-marks.ts';
import type { ProfileListItem, ProfileListQuery } from '../../ports/profiles.ts';
import type { Store } from '../../ports/store.ts';

/** Throws `property_unknown`. */
export type ListProfiles = (
  propertyId: string,
  query: Omit<ProfileListQuery, 'scope' | 'propertyIds'>,
) => Promise<readonly ProfileListItem[]>;

/** Over all properties that share their cards with this one. */
export function createListProfiles({
  store,
  people: { scopeFor },
}: {
  readonly store: Store;
  readonly people: Pick<PersonComparison, 'scopeFor'>;
}): ListProfiles {
  return (propertyId, query) =>
    store.read(async (rows) => {
      await rows.properties.get(propertyId);
      const scope = scopeFor(propertyId);
      const properties = await rows.properties.list();
      const propertyIds = properties.map(({ id }) => id).filter((id) => scopeFor(id) === scope);
      return rows.profiles.list({ ...query, scope, propertyIds });
    });
}

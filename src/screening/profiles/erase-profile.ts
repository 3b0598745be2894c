import type { Store } from '../../ports/store.ts';
import type { ProfileParts } from './note-profile.ts';

/** Throws `property_unknown`, `profile_unknown`, `profile_changed`, and `profile_has_guests` where the PMS knows somebody on it. */
export type EraseProfile = (
  propertyId: string,
  erased: { readonly profileId: string; readonly version: number },
) => Promise<void>;

/** Takes away all that staff wrote down of somebody who never booked. Guests of the PMS are forgotten when the PMS forgets them. */
export function createEraseProfile({
  store,
  people,
}: Pick<ProfileParts, 'people'> & { readonly store: Store }): EraseProfile {
  return (propertyId, { profileId, version }) =>
    store.transaction(async (rows) => {
      await rows.properties.get(propertyId);
      const { id } = await rows.profiles.get(people.scopeFor(propertyId), profileId);
      await rows.profiles.erase(id, version);
    });
}

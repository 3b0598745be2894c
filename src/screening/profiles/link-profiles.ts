import { randomUUID } from 'node:crypto';
import { ServiceError } from '../../domain/errors.ts';
import type { ProfileLinkKind } from '../../ports/profiles.ts';
import type { AboutProfile, ProfileParts } from './note-profile.ts';

/** Throws `profile_unknown`, and `request_invalid` for a card and itself. */
export type LinkProfiles = (
  about: AboutProfile,
  link: { readonly otherId: string; readonly kind: ProfileLinkKind; readonly note?: string },
) => Promise<void>;

/** Throws `profile_unknown` and `profile_link_unknown`. */
export type UnlinkProfiles = (about: AboutProfile, linkId: string) => Promise<void>;

/** Who belongs together, as people say. */
export function createLinkProfiles({ store, clock, people }: ProfileParts): {
  readonly link: LinkProfiles;
  readonly unlink: UnlinkProfiles;
} {
  return {
    link: ({ propertyId, profileId, actor }, { otherId, kind, note }) =>
      store.transaction(async (rows) => {
        const { id } = await rows.profiles.get(people.scopeFor(propertyId), profileId);
        const said = { by: actor, at: clock.now(), ...(note !== undefined && note.trim() !== '' && { note }) };
        await rows.profiles.link(id, { id: randomUUID(), kind, otherId, ...said });
      }),
    unlink: ({ propertyId, profileId }, linkId) =>
      store.transaction(async (rows) => {
        const { id } = await rows.profiles.get(people.scopeFor(propertyId), profileId);
        if (!(await rows.profiles.unlink(id, linkId))) throw new ServiceError('profile_link_unknown', { linkId });
      }),
  };
}

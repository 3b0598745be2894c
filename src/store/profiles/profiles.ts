import type { ProfileRepository } from '../../ports/profiles.ts';
import type { RowParts } from '../row-parts.ts';
import { ProfileBinding } from './profile-binding.ts';
import { createProfileErasing } from './profile-erasing.ts';
import { createProfileForgetting } from './profile-forgetting.ts';
import { createProfileLikes } from './profile-likes.ts';
import { createProfileLinks } from './profile-links.ts';
import { createProfileList } from './profile-list.ts';
import { createProfileMerges } from './profile-merges.ts';
import { createProfileNotes } from './profile-notes.ts';
import { createProfilePeople } from './profile-people.ts';
import { createProfileRoots } from './profile-roots.ts';
import { createProfileSummaries } from './profile-summaries.ts';
import { createUnboundProfiles } from './profile-unbound.ts';

export function createProfiles(parts: RowParts): ProfileRepository {
  const roots = createProfileRoots(parts);
  const binding = new ProfileBinding(parts);
  const { toSummaries, ...reading } = createProfileSummaries(parts, roots);
  return {
    bind: binding.bind,
    follow: binding.follow,
    ...reading,
    ...createProfileList(parts, toSummaries),
    ...createProfilePeople(parts, roots, binding),
    ...createProfileNotes(parts, roots),
    ...createProfileLinks(parts, roots),
    ...createProfileMerges(parts, roots),
    ...createProfileLikes(parts, roots),
    ...createUnboundProfiles(parts),
    ...createProfileForgetting(parts),
    ...createProfileErasing(parts, roots),
  };
}

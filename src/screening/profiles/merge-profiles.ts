import { randomUUID } from 'node:crypto';
import type { PersonComparison } from '../../ports/person-marks.ts';
import type { GuestKey, ProfileScope } from '../../ports/profiles.ts';
import type { Rows } from '../../ports/store.ts';
import type { AboutProfile, ProfileParts } from './note-profile.ts';
import { createScreenTroubled } from './screen-troubled.ts';

export interface MergeWith {
  readonly otherId: string;
  readonly version: number;
  readonly otherVersion: number;
  readonly reason?: string;
}

/** Throws `profile_unknown`, `profile_changed`, and `request_invalid` for a card and itself. */
export type MergeProfiles = (about: AboutProfile, other: MergeWith) => Promise<void>;

/** Throws `profile_unknown` and `profile_changed`. */
export type UndoMerge = (
  about: AboutProfile,
  undo: { readonly mergeId: string; readonly version: number },
) => Promise<void>;

/** Answers the id of the new card. Throws as above, and `request_invalid` for the only guest of a card. */
export type SplitProfile = (
  about: AboutProfile,
  split: { readonly guest: GuestKey; readonly version: number },
) => Promise<string>;

/** Throws `profile_unknown`, and `request_invalid` for a card and itself. */
export type TellApart = (
  about: AboutProfile,
  other: { readonly otherId: string; readonly reason?: string },
) => Promise<void>;

/** Who is one person and who is not is for people to say; each word of theirs can be taken back. */
export function createMergeProfiles({
  store,
  clock,
  people,
}: Omit<ProfileParts, 'people'> & { readonly people: Pick<PersonComparison, 'scopeFor' | 'toMarks'> }): {
  readonly merge: MergeProfiles;
  readonly undo: UndoMerge;
  readonly split: SplitProfile;
  readonly tellApart: TellApart;
} {
  const screenTroubled = createScreenTroubled(people);
  const getIds = (rows: Rows, { propertyId, profileId }: AboutProfile, otherId: string) =>
    getBoth(rows, { scope: people.scopeFor(propertyId), profileId, otherId });
  return {
    merge: (about, { otherId, version, otherVersion, reason }) =>
      store.transaction(async (rows) => {
        const said = { by: about.actor, at: clock.now(), ...(reason !== undefined && { reason }) };
        await getIds(rows, about, otherId);
        await rows.profiles.merge({
          ...{ id: randomUUID(), intoId: about.profileId, intoVersion: version, otherId, otherVersion },
          ...said,
        });
        await screenTroubled(rows, [about.profileId], { at: said.at, actor: about.actor });
      }),
    undo: (about, { mergeId, version }) =>
      store.transaction(async (rows) => {
        const at = clock.now();
        await rows.profiles.get(people.scopeFor(about.propertyId), about.profileId);
        const said = { by: about.actor, at, mergeId, version };
        const outId = await rows.profiles.undoMerge(about.profileId, said);
        await screenTroubled(rows, [about.profileId, outId], { at, actor: about.actor });
      }),
    split: (about, { guest, version }) =>
      store.transaction(async (rows) => {
        const said = { by: about.actor, at: clock.now() };
        const { id } = await rows.profiles.get(people.scopeFor(about.propertyId), about.profileId);
        const newId = await rows.profiles.split(id, { ...said, guest, version });
        await rows.profiles.tellApart(id, { ...said, otherId: newId });
        await screenTroubled(rows, [id, newId], { at: said.at, actor: about.actor });
        return newId;
      }),
    tellApart: (about, { otherId, reason }) =>
      store.transaction(async (rows) => {
        const { id, other } = await getIds(rows, about, otherId);
        const said = { by: about.actor, at: clock.now(), ...(reason !== undefined && { reason }) };
        await rows.profiles.tellApart(id, { otherId: other, ...said });
      }),
  };
}

async function getBoth(
  rows: Rows,
  asked: { readonly scope: ProfileScope; readonly profileId: string; readonly otherId: string },
): Promise<{ readonly id: string; readonly other: string }> {
  const { id } = await rows.profiles.get(asked.scope, asked.profileId);
  return { id, other: (await rows.profiles.get(asked.scope, asked.otherId)).id };
}

import { ServiceError } from '../../domain/errors.ts';
import type { ProfileMerge, ProfileRepository } from '../../ports/profiles.ts';
import type { RowParts } from '../row-parts.ts';
import { createMergeStatements } from './profile-merge-statements.ts';
import type { ProfileRoots, RootRow } from './profile-roots.ts';

interface SealedMerge {
  readonly by: string;
  readonly reason?: string;
  readonly undoneBy?: string;
}

interface SealedApart {
  readonly by: string;
  readonly reason?: string;
}

/** Everything is kept where it is; what changes is which card shows it. */
export function createProfileMerges(
  parts: RowParts,
  roots: ProfileRoots,
): Pick<ProfileRepository, 'listMerges' | 'merge' | 'undoMerge' | 'tellApart'> {
  const { sealing } = parts;
  const statements = createMergeStatements(parts);
  const touchBoth = async (one: number, other: number) => {
    await roots.touch(one);
    await roots.touch(other);
  };
  return {
    async listMerges(profileId) {
      const { no } = await roots.get(profileId);
      return (await statements.list({ no })).map(({ id, at, fromId, sealed }): ProfileMerge => {
        const { by, reason } = sealing.open(placeOf(id), sealed) as SealedMerge;
        return { id, at, by, profileId: fromId, ...(reason !== undefined && { reason }) };
      });
    },
    async merge({ id, intoId, intoVersion, otherId, otherVersion, by, at, reason }) {
      const into = await roots.getAt(intoId, intoVersion);
      const other = await roots.getAt(otherId, otherVersion);
      assertTwo(into, other);
      const sealed = sealing.seal(placeOf(id), { by, ...(reason !== undefined && { reason }) } satisfies SealedMerge);
      await statements.add({ id, at, fromNo: other.no, sealed });
      await statements.setParent({ no: other.no, parentNo: into.no });
      await statements.setRoot({ before: other.no, after: into.no });
      await touchBoth(into.no, other.no);
    },
    async undoMerge(profileId, { mergeId, version, by, at }) {
      const root = await roots.getAt(profileId, version);
      const merge = (await statements.list({ no: root.no })).find(({ id }) => id === mergeId);
      if (merge === undefined) throw new ServiceError('profile_changed', { profileId, mergeId });
      const said = sealing.open(placeOf(mergeId), merge.sealed) as SealedMerge;
      const sealed = sealing.seal(placeOf(mergeId), { ...said, undoneBy: by } satisfies SealedMerge);
      await statements.undo({ mergeId, at, sealed });
      await statements.takeOut({ no: merge.fromNo });
      await touchBoth(root.no, merge.fromNo);
      return merge.fromId;
    },
    async tellApart(profileId, { otherId, by, at, reason }) {
      const one = await roots.get(profileId);
      const other = await roots.get(otherId);
      assertTwo(one, other);
      const [oneNo, otherNo] = one.no < other.no ? [one.no, other.no] : [other.no, one.no];
      const said: SealedApart = { by, ...(reason !== undefined && { reason }) };
      await statements.tellApart({ oneNo, otherNo, at, sealed: sealing.seal(toApartPlace(oneNo, otherNo), said) });
      await touchBoth(oneNo, otherNo);
    },
  };
}

function assertTwo(one: RootRow, other: RootRow): void {
  if (one.scope !== other.scope) throw new ServiceError('profile_unknown', { profileId: other.id });
  if (one.no === other.no) throw new ServiceError('request_invalid', { field: 'otherId' });
}

function placeOf(mergeId: string): string {
  return `profile_merge/${mergeId}`;
}

function toApartPlace(oneNo: number, otherNo: number): string {
  return `profile_apart/${oneNo}/${otherNo}`;
}

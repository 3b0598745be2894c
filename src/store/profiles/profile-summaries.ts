import { ServiceError } from '../../domain/errors.ts';
import type { Profile, ProfileMember, ProfileRepository, ProfileStay, ProfileSummary } from '../../ports/profiles.ts';
import { type SubjectFields, toGuestName } from '../../domain/subject.ts';
import { toJsonRows } from '../engine.ts';
import type { RowParts } from '../row-parts.ts';
import { toSubject } from '../subjects/subject-row.ts';
import { openPerson } from './profile-people.ts';
import type { ProfileRoots, RootRow } from './profile-roots.ts';
import { toStay } from './profile-stays.ts';
import { createSummaryStatements, type SummaryStatements } from './profile-summary-statements.ts';

export interface ProfileSummaries extends Pick<
  ProfileRepository,
  'find' | 'get' | 'findByGuest' | 'findIdByGuest' | 'listStays' | 'listSummaries' | 'listGiven' | 'findOwnName'
> {
  /** In this order. */
  readonly toSummaries: (roots: readonly RootRow[]) => Promise<readonly ProfileSummary[]>;
}

/** Reads cards, many at once: four statements for a page. */
export function createProfileSummaries(parts: RowParts, roots: ProfileRoots): ProfileSummaries {
  const statements = createSummaryStatements(parts);
  const readProfiles = createReadProfiles(parts, statements);
  const toSummaries = createToSummaries(parts, statements);
  const find: ProfileSummaries['find'] = async (scope, profileId) => {
    const root = await roots.find(profileId);
    return root?.scope === scope ? (await readProfiles([root]))[0] : undefined;
  };
  return {
    find,
    toSummaries,
    async get(scope, profileId) {
      const profile = await find(scope, profileId);
      if (profile === undefined) throw new ServiceError('profile_unknown', { profileId });
      return profile;
    },
    async findByGuest({ propertyId, guestId }) {
      const root = await roots.findByGuest(propertyId, guestId);
      return root && (await readProfiles([root]))[0];
    },
    findIdByGuest: async ({ propertyId, guestId }) => (await roots.findByGuest(propertyId, guestId))?.id,
    async listSummaries(scope, profileIds) {
      const rows = await statements.listRoots({ ids: toJsonRows(profileIds.map((id) => [id])) });
      const shown = profileIds.map((id) => rows.find((row) => row.id === id && row.scope === scope));
      return toSummaries(shown.filter((row) => row !== undefined));
    },
    ...createSources(parts, roots, statements),
  };
}

/** What is known of a person, by where it comes from. */
function createSources(
  parts: RowParts,
  roots: ProfileRoots,
  statements: SummaryStatements,
): Pick<ProfileRepository, 'listStays' | 'listGiven' | 'findOwnName'> {
  const { sealing } = parts;
  return {
    async listStays(profileId, limit) {
      const { no } = await roots.get(profileId);
      const [counted] = await statements.listNewest({ nos: toJsonRows([[no]]) });
      const rows = await statements.listOfCard({ no, limit });
      return { stays: rows.map((row): ProfileStay => toStay(row, sealing)), total: counted?.stays ?? 0 };
    },
    async listGiven(profileId) {
      const { no } = await roots.get(profileId);
      const members = await statements.listMembers({ nos: toJsonRows([[no]]) });
      return members
        .flatMap(({ no: memberNo, propertyId, sealedPerson: sealed }) =>
          sealed === null ? [] : [{ propertyId, person: openPerson(parts, memberNo, sealed) }],
        )
        .reverse();
    },
    async findOwnName(profileId) {
      const [stay] = await statements.findOwnStay({ profileId });
      if (stay !== undefined) return toGuestName(toSubject(stay, sealing).fields);
      const [given] = await statements.findOwnPerson({ profileId });
      return given?.sealed == null ? '' : toGuestName(openPerson(parts, given.no, given.sealed) as SubjectFields);
    },
  };
}

type ReadProfiles = (shown: readonly RootRow[]) => Promise<readonly Profile[]>;

function createReadProfiles(parts: RowParts, statements: SummaryStatements): ReadProfiles {
  const toProfile = createToProfile(parts);
  return async (shown) => {
    const nos = toNos(shown);
    const members = await statements.listMembers({ nos });
    const warned = new Set((await statements.listWarned({ nos })).map(({ rootNo }) => rootNo));
    return shown.map((root) =>
      toProfile(root, {
        members: members.filter(({ rootNo }) => rootNo === root.no),
        isWarned: warned.has(root.no),
      }),
    );
  };
}

function createToSummaries(parts: RowParts, statements: SummaryStatements): ProfileSummaries['toSummaries'] {
  const readProfiles = createReadProfiles(parts, statements);
  return async (shown) => {
    if (shown.length === 0) return [];
    const profiles = await readProfiles(shown);
    const newest = await statements.listNewest({ nos: toNos(shown) });
    const stays = await statements.listStays({ nos: toJsonRows(newest.map(({ stayNo }) => [stayNo])) });
    return profiles.map((profile, index): ProfileSummary => {
      const known = newest.find(({ rootNo }) => rootNo === shown[index]?.no);
      const row = stays.find(({ no }) => no === known?.stayNo);
      return { ...profile, stays: known?.stays ?? 0, ...(row && { lastStay: toStay(row, parts.sealing) }) };
    });
  };
}

function toNos(shown: readonly RootRow[]): string {
  return toJsonRows(shown.map(({ no }) => [no]));
}

interface MemberRow {
  readonly no: number;
  readonly rootNo: number;
  readonly propertyId: string;
  readonly guestId: string | null;
  readonly because: ProfileMember['because'];
  readonly since: string;
  readonly isForgotten: number;
  readonly sealedPerson: Uint8Array | null;
  readonly isMerged: number;
}

function createToProfile(parts: RowParts) {
  const toMember = (row: MemberRow): ProfileMember => ({
    propertyId: row.propertyId,
    ...(row.guestId !== null && { guestId: row.guestId }),
    because: row.isMerged === 1 && row.because === 'first' ? 'merged' : row.because,
    since: row.since,
    isForgotten: row.isForgotten === 1,
    ...(row.sealedPerson !== null && { person: openPerson(parts, row.no, row.sealedPerson) }),
  });
  return (root: RootRow, { members, isWarned }: { members: readonly MemberRow[]; isWarned: boolean }): Profile => {
    const { id, scope, version, createdAt } = root;
    return { id, scope, version, createdAt, isWarned, members: members.map(toMember) };
  };
}

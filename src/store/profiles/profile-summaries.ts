import { sql } from 'kysely';
import { ServiceError } from '../../domain/errors.ts';
import type { Profile, ProfileMember, ProfileRepository, ProfileStay, ProfileSummary } from '../../ports/profiles.ts';
import { type SubjectFields, toGuestName } from '../../domain/subject.ts';
import { selectJsonValues, toJsonRows } from '../engine.ts';
import { prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';
import { toSubject } from '../subject-row.ts';
import { cardsOf } from './profile-cards-of.ts';
import { openPerson } from './profile-people.ts';
import type { ProfileRoots, RootRow } from './profile-roots.ts';
import { createStayQueries, selectStays, toStay } from './profile-stays.ts';

export interface ProfileSummaries extends Pick<ProfileRepository, 'find' | 'get' | 'findByGuest' | 'listStays'> {
  /** In this order. */
  toSummaries(roots: readonly RootRow[]): Promise<readonly ProfileSummary[]>;
  listSummaries: ProfileRepository['listSummaries'];
  listGiven: ProfileRepository['listGiven'];
  findOwnName: ProfileRepository['findOwnName'];
}

/** Reads cards, many at once: four statements for a page. */
export function createProfileSummaries(parts: RowParts, roots: ProfileRoots): ProfileSummaries {
  const statements = { ...createStatements(parts), ...createStayQueries(parts) };
  const toProfile = createToProfile(parts);

  const readProfiles = async (shown: readonly RootRow[]): Promise<readonly Profile[]> => {
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
  const toSummaries: ProfileSummaries['toSummaries'] = async (shown) => {
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
    async listStays(profileId, limit) {
      const { no } = await roots.get(profileId);
      const [counted] = await statements.listNewest({ nos: toJsonRows([[no]]) });
      const rows = await statements.listOfCard({ no, limit });
      return { stays: rows.map((row): ProfileStay => toStay(row, parts.sealing)), total: counted?.stays ?? 0 };
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
      if (stay !== undefined) return toGuestName(toSubject(stay, parts.sealing).fields);
      const [given] = await statements.findOwnPerson({ profileId });
      return given?.sealed == null ? '' : toGuestName(openPerson(parts, given.no, given.sealed) as SubjectFields);
    },
    async listSummaries(scope, profileIds) {
      const rows = await statements.listRoots({ ids: toJsonRows(profileIds.map((id) => [id])) });
      const shown = profileIds.map((id) => rows.find((row) => row.id === id && row.scope === scope));
      return toSummaries(shown.filter((row) => row !== undefined));
    },
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

function createStatements({ database, engine }: RowParts) {
  const rootOf = sql<number>`coalesce(p.root_no, p.no)`;
  const cardsOfAll = (nos: string) =>
    database
      .selectFrom('profile')
      .select('no')
      .where('no', 'in', selectJsonValues(engine, nos, 'integer'))
      .union(
        database
          .selectFrom('profile')
          .select('no')
          .where('root_no', 'in', selectJsonValues(engine, nos, 'integer'))
          .where('root_no', 'is not', null),
      );
  return {
    listRoots: prepareRows(database, (given: { ids: string }) =>
      database
        .selectFrom('profile')
        .select(['no', 'id', 'scope', 'version', 'created_at as createdAt'])
        .where('id', 'in', selectJsonValues(engine, given.ids, 'text'))
        .where('root_no', 'is', null),
    ),
    listMembers: prepareRows(database, (given: { nos: string }) =>
      database
        .selectFrom('profile_member as m')
        .innerJoin('profile as p', 'p.no', 'm.profile_no')
        .select(['m.no', rootOf.as('rootNo'), 'm.property_id as propertyId', 'm.guest_id as guestId', 'm.because'])
        .select(['m.since', 'm.is_forgotten as isForgotten', 'm.sealed_person as sealedPerson'])
        .select(sql<number>`p.root_no is not null`.as('isMerged'))
        .where('m.profile_no', 'in', cardsOfAll(given.nos))
        .orderBy('m.no'),
    ),
    listWarned: prepareRows(database, (given: { nos: string }) =>
      database
        .selectFrom('profile_note as n')
        .innerJoin('profile as p', 'p.no', 'n.profile_no')
        .select(rootOf.as('rootNo'))
        .where('n.profile_no', 'in', cardsOfAll(given.nos))
        .where(sql<boolean>`n.kind = 'warning' and n.withdrawn_at is null`),
    ),
    listNewest: prepareRows(database, (given: { nos: string }) =>
      database
        .selectFrom('profile_member as m')
        .innerJoin('profile as p', 'p.no', 'm.profile_no')
        .innerJoin('subject as s', (join) =>
          join.onRef('s.property_id', '=', 'm.property_id').onRef('s.guest_id', '=', 'm.guest_id'),
        )
        .select([rootOf.as('rootNo'), (row) => row.fn.countAll<number>().as('stays')])
        // SQLite answers the other columns of the row that has the maximum.
        .select(['s.no as stayNo', (row) => row.fn.max('s.arrives_on').as('arrivesOn')])
        .where('m.profile_no', 'in', cardsOfAll(given.nos))
        .groupBy(rootOf),
    ),
    findOwnStay: prepareRows(database, (given: { profileId: string }) =>
      selectStays(database)
        .innerJoin('profile_member as m', (join) =>
          join.onRef('subject.property_id', '=', 'm.property_id').onRef('subject.guest_id', '=', 'm.guest_id'),
        )
        .innerJoin('profile as p', 'p.no', 'm.profile_no')
        .where('p.id', '=', given.profileId)
        .orderBy('subject.arrives_on', 'desc')
        .limit(1),
    ),
    findOwnPerson: prepareRows(database, (given: { profileId: string }) =>
      database
        .selectFrom('profile_member as m')
        .innerJoin('profile as p', 'p.no', 'm.profile_no')
        .select(['m.no', 'm.sealed_person as sealed'])
        .where('p.id', '=', given.profileId)
        .where('m.sealed_person', 'is not', null)
        .orderBy('m.no', 'desc')
        .limit(1),
    ),
    listOfCard: prepareRows(database, (given: { no: number; limit: number }) =>
      selectStays(database)
        .innerJoin('profile_member as m', (join) =>
          join.onRef('subject.property_id', '=', 'm.property_id').onRef('subject.guest_id', '=', 'm.guest_id'),
        )
        .where('m.profile_no', 'in', cardsOf(database, given.no))
        .orderBy('subject.arrives_on', 'desc')
        .orderBy('subject.no', 'desc')
        .limit(given.limit),
    ),
  };
}

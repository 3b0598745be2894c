import { sql } from 'kysely';
import type { GuestKey, MemberReason } from '../../ports/profiles.ts';
import { selectJsonValues } from '../engine.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';

export type BindingStatements = ReturnType<typeof createBindingStatements>;

export interface MemberRow {
  readonly no: number;
  readonly propertyId: string;
  readonly profileNo: number;
  readonly scope: string;
  readonly keyDigests: Uint8Array;
}

export function createBindingStatements(parts: RowParts) {
  return { ...createQueries(parts), ...createAdding(parts), ...createMoving(parts) };
}

function createQueries({ database, engine }: RowParts) {
  return {
    findMember: prepareRows(database, (given: GuestKey) =>
      database
        .selectFrom('profile_member as m')
        .innerJoin('profile as p', 'p.no', 'm.profile_no')
        .select(['m.no', 'm.property_id as propertyId', 'm.profile_no as profileNo', 'p.scope'])
        .select('m.key_digests as keyDigests')
        .where('m.property_id', '=', given.propertyId)
        .where('m.guest_id', '=', given.guestId),
    ),
    findSharing: prepareRows(database, (given: { scope: string; digests: string }) =>
      database
        .selectFrom('profile_key as k')
        .innerJoin('profile_member as m', 'm.no', 'k.member_no')
        .select(['k.digest', 'm.no as memberNo', 'm.profile_no as profileNo', 'm.birth_digest as birthDigest'])
        .where('k.scope', '=', given.scope)
        .where('k.digest', 'in', selectJsonValues(engine, given.digests, 'bytes'))
        .limit(200),
    ),
    /** A row where the card is as it was made, and shown, with one member. */
    findLone: prepareRows(database, (given: { profileNo: number }) =>
      database
        .selectFrom('profile as p')
        .select('p.no')
        .where('p.no', '=', given.profileNo)
        .where('p.version', '=', sql.lit(1))
        .where('p.root_no', 'is', null)
        .where(sql<boolean>`(select count(*) from profile_member as m where m.profile_no = p.no) = 1`)
        .where(sql<boolean>`not exists (select 1 from profile as c where c.root_no = p.no)`),
    ),
    listMembers: prepareRows(database, (given: { profileNo: number }) =>
      database
        .selectFrom('profile_member')
        .select(['no', 'key_digests as keyDigests'])
        .where('profile_no', '=', given.profileNo),
    ),
    findForeign: prepareRows(database, (given: { profileNo: number; propertyId: string }) =>
      database
        .selectFrom('profile as p')
        .innerJoin('profile as q', (join) =>
          join.on(sql<boolean>`coalesce(q.root_no, q.no) = coalesce(p.root_no, p.no)`),
        )
        .innerJoin('profile_member as m', 'm.profile_no', 'q.no')
        .select('m.no')
        .where('p.no', '=', given.profileNo)
        .where((row) => row.or([row('m.property_id', '!=', given.propertyId), row('q.no', '!=', given.profileNo)]))
        .limit(1),
    ),
  };
}

interface NewMemberRow {
  readonly propertyId: string;
  readonly guestId: string | null;
  readonly profileNo: number;
  readonly because: MemberReason;
  readonly at: string;
  readonly birthDigest: Uint8Array | null;
  readonly packed: Uint8Array;
}

function createAdding({ database }: RowParts) {
  return {
    addProfile: prepareRows(database, (given: { id: string; scope: string; at: string }) =>
      database
        .insertInto('profile')
        .values({
          id: given.id,
          scope: given.scope,
          parent_no: null,
          root_no: null,
          version: 1,
          created_at: given.at,
        })
        .returning('no'),
    ),
    addMember: prepareRows(database, (given: NewMemberRow) =>
      database
        .insertInto('profile_member')
        .values({
          profile_no: given.profileNo,
          property_id: given.propertyId,
          guest_id: given.guestId,
          because: given.because,
          since: given.at,
          is_forgotten: 0,
          birth_digest: given.birthDigest,
          key_digests: given.packed,
          sealed_person: null,
        })
        .returning('no'),
    ),
  };
}

function createMoving({ database }: RowParts) {
  return {
    renewMember: prepareChange(
      database,
      (given: { memberNo: number; packed: Uint8Array; birthDigest: Uint8Array | null }) =>
        database
          .updateTable('profile_member')
          .set({ key_digests: given.packed, birth_digest: given.birthDigest, is_forgotten: 0 })
          .where('no', '=', given.memberNo),
    ),
    moveMember: prepareChange(database, (given: { memberNo: number; profileNo: number; because: MemberReason }) =>
      database
        .updateTable('profile_member')
        .set({ profile_no: given.profileNo, because: given.because })
        .where('no', '=', given.memberNo),
    ),
    removeMember: prepareChange(database, (given: { memberNo: number }) =>
      database.deleteFrom('profile_member').where('no', '=', given.memberNo),
    ),
    removeProfile: prepareChange(database, (given: { no: number }) =>
      database.deleteFrom('profile').where('no', '=', given.no),
    ),
    moveSearch: prepareChange(database, (given: { memberNo: number; scope: string }) =>
      database.updateTable('profile_search').set({ scope: given.scope }).where('member_no', '=', given.memberNo),
    ),
    moveProfile: prepareChange(database, (given: { no: number; scope: string }) =>
      database.updateTable('profile').set({ scope: given.scope }).where('no', '=', given.no),
    ),
  };
}

import { randomUUID } from 'node:crypto';
import { ServiceError } from '../../domain/errors.ts';
import type { GivenPerson } from '../../domain/profile/card.ts';
import type { NewPerson, ProfileRepository } from '../../ports/profiles.ts';
import { toJsonRows } from '../engine.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';
import type { Sealed } from '../tables.ts';
import type { ProfileBinding } from './profile-binding.ts';
import { createMemberKeys, packDigests } from './profile-keys.ts';
import type { ProfileRoots } from './profile-roots.ts';

/** What staff wrote down; and taking a guest off a card. */
export function createProfilePeople(
  parts: RowParts,
  roots: ProfileRoots,
  binding: ProfileBinding,
): Pick<ProfileRepository, 'create' | 'edit' | 'split'> {
  const statements = createStatements(parts);
  const write = createWritePerson(parts, statements);
  const addPerson = async (profileNo: number, given: NewPerson) => {
    const person = binding.toPerson(given.traits);
    const whose = { propertyId: given.propertyId, guestId: null };
    const memberNo = await binding.addMember(whose, person, { profileNo, because: 'first' });
    await write(memberNo, given);
  };
  return {
    async create(given) {
      const profileNo = await binding.addCard(given.traits.scope, given.traits.at);
      await addPerson(profileNo, given);
      await roots.touch(profileNo);
      return roots.getId(profileNo);
    },
    async edit(profileId, { version, ...given }) {
      const { no, scope } = await roots.getAt(profileId, version);
      const [member] = await statements.findGiven({ no });
      if (member === undefined) await addPerson(no, given);
      else {
        const after = binding.toPerson(given.traits);
        const keys = createMemberKeys(parts);
        await keys.replace({ scope, memberNo: member.no, before: member.keyDigests, after: after.traits });
        const packed = packDigests(after.traits);
        await statements.renew({ memberNo: member.no, packed, birthDigest: after.birthDigest });
        await write(member.no, given);
      }
      await roots.touch(no);
    },
    async split(profileId, { guest, version, at }) {
      const { no, scope } = await roots.getAt(profileId, version);
      const [member] = await statements.findGuest(guest);
      const shown = await roots.findByGuest(guest.propertyId, guest.guestId);
      if (member === undefined || shown?.no !== no) throw new ServiceError('profile_unknown', { profileId });
      const { guests } = (await statements.countMembers({ no }))[0] ?? { guests: 0 };
      if (guests < 2) throw new ServiceError('request_invalid', { field: 'guestId' });
      const [added] = await statements.addCard({ id: randomUUID(), scope, at });
      if (added === undefined) throw new Error('A card was added, and is not there.');
      await statements.move({ memberNo: member.no, profileNo: added.no });
      await roots.touch(no);
      return added.id;
    },
  };
}

type Statements = ReturnType<typeof createStatements>;

function createWritePerson({ sealing, engine, digests, database }: RowParts, statements: Statements) {
  const addTerms = prepareChange(database, (given: { rows: string }) =>
    database
      .insertInto('profile_search')
      .columns(['scope', 'digest', 'member_no'])
      .expression(engine.selectJsonRows(given.rows, ['text', 'bytes', 'integer']))
      .onConflict((conflict) => conflict.doNothing()),
  );
  return async (memberNo: number, { person, traits, terms }: NewPerson): Promise<void> => {
    await statements.savePerson({ memberNo, sealed: sealing.seal(toPersonPlace(memberNo), person) });
    await statements.removeTerms({ memberNo });
    const rows = terms.map((term) => [traits.scope, digests.searchTerm(term), memberNo]);
    await addTerms({ rows: toJsonRows(rows) });
  };
}

export function openPerson({ sealing }: RowParts, memberNo: number, sealed: Sealed): GivenPerson {
  return sealing.open(toPersonPlace(memberNo), sealed) as GivenPerson;
}

function toPersonPlace(memberNo: number): string {
  return `profile_member/${memberNo}`;
}

function createStatements(parts: RowParts) {
  return { ...createQueries(parts), ...createChanges(parts) };
}

function createQueries({ database }: RowParts) {
  const membersOf = (no: number) =>
    database
      .selectFrom('profile_member as m')
      .innerJoin('profile as p', 'p.no', 'm.profile_no')
      .where((row) => row.or([row('p.no', '=', no), row('p.root_no', '=', no)]));
  return {
    /** Written on this very card, and not on one that was put into it. */
    findGiven: prepareRows(database, (given: { no: number }) =>
      database
        .selectFrom('profile_member')
        .select(['no', 'key_digests as keyDigests'])
        .where('profile_no', '=', given.no)
        .where('guest_id', 'is', null)
        .orderBy('no', 'desc')
        .limit(1),
    ),
    findGuest: prepareRows(database, (given: { propertyId: string; guestId: string }) =>
      database
        .selectFrom('profile_member')
        .select('no')
        .where('property_id', '=', given.propertyId)
        .where('guest_id', '=', given.guestId),
    ),
    countMembers: prepareRows(database, (given: { no: number }) =>
      membersOf(given.no).select((row) => row.fn.countAll<number>().as('guests')),
    ),
  };
}

function createChanges({ database }: RowParts) {
  return {
    addCard: prepareRows(database, (given: { id: string; scope: string; at: string }) =>
      database
        .insertInto('profile')
        .values({ ...{ id: given.id, scope: given.scope, created_at: given.at }, ...fresh })
        .returning(['no', 'id']),
    ),
    move: prepareChange(database, (given: { memberNo: number; profileNo: number }) =>
      database
        .updateTable('profile_member')
        .set({ profile_no: given.profileNo, because: 'first' })
        .where('no', '=', given.memberNo),
    ),
    renew: prepareChange(database, (given: { memberNo: number; packed: Uint8Array; birthDigest: Uint8Array | null }) =>
      database
        .updateTable('profile_member')
        .set({ key_digests: given.packed, birth_digest: given.birthDigest })
        .where('no', '=', given.memberNo),
    ),
    savePerson: prepareChange(database, (given: { memberNo: number; sealed: Sealed }) =>
      database.updateTable('profile_member').set({ sealed_person: given.sealed }).where('no', '=', given.memberNo),
    ),
    removeTerms: prepareChange(database, (given: { memberNo: number }) =>
      database.deleteFrom('profile_search').where('member_no', '=', given.memberNo),
    ),
  };
}

/** Touched by people from the start, so that nobody is moved off it. */
const fresh = { parent_no: null, root_no: null, version: 2 } as const;

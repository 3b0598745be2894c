import type { ProfileRepository } from '../../ports/profiles.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';
import { createMemberKeys } from './profile-keys.ts';

/**
 * By what a guest is recognised goes with the guest; what people wrote on a card goes with the last of those that it was
 * about. The card itself stays, empty, because stays and merges point to it.
 */
export function createProfileForgetting(parts: RowParts): Pick<ProfileRepository, 'forgetGuest'> {
  const keys = createMemberKeys(parts);
  const statements = createStatements(parts);
  const forgetCard = createForgetCard(parts);
  return {
    async forgetGuest(propertyId, guestId) {
      const [member] = await statements.findMember({ propertyId, guestId });
      if (member === undefined) return;
      const { no: memberNo, profileNo, scope, keyDigests: before } = member;
      await keys.replace({ scope, memberNo, before, after: [] });
      await statements.forgetMember({ memberNo, none: new Uint8Array() });
      const [others] = await statements.countOthers({ profileNo });
      if ((others?.guests ?? 0) === 0) await forgetCard(profileNo, scope);
    },
  };
}

/** Takes from a card what people wrote on it; the card and its guests stay. */
export function createForgetCard(parts: RowParts): (no: number, scope: string) => Promise<void> {
  const keys = createMemberKeys(parts);
  const statements = createStatements(parts);
  return async (no, scope) => {
    await statements.removeNotes({ no });
    await statements.removeLinks({ no });
    await statements.removeApart({ no });
    for (const { memberNo, keyDigests: before } of await statements.listGiven({ no })) {
      await keys.replace({ scope, memberNo, before, after: [] });
      await statements.forgetMember({ memberNo, none: new Uint8Array() });
      await statements.removeTerms({ memberNo });
    }
    for (const merge of await statements.listMerges({ no })) {
      const sealed = parts.sealing.seal(`profile_merge/${merge.id}`, { by: '' });
      await statements.emptyMerge({ id: merge.id, sealed });
    }
    await statements.emptyGiven({ no });
  };
}

function createStatements({ database }: RowParts) {
  return { ...createMemberStatements(database), ...createCardStatements(database) };
}

function createMemberStatements(database: RowParts['database']) {
  return {
    findMember: prepareRows(database, (given: { propertyId: string; guestId: string }) =>
      database
        .selectFrom('profile_member as m')
        .innerJoin('profile as p', 'p.no', 'm.profile_no')
        .select(['m.no', 'm.profile_no as profileNo', 'p.scope', 'm.key_digests as keyDigests'])
        .where('m.property_id', '=', given.propertyId)
        .where('m.guest_id', '=', given.guestId),
    ),
    forgetMember: prepareChange(database, (given: { memberNo: number; none: Uint8Array }) =>
      database
        .updateTable('profile_member')
        .set({ is_forgotten: 1, birth_digest: null, key_digests: given.none })
        .where('no', '=', given.memberNo),
    ),
    /** Guests that are not forgotten. */
    countOthers: prepareRows(database, (given: { profileNo: number }) =>
      database
        .selectFrom('profile_member')
        .select((row) => row.fn.countAll<number>().as('guests'))
        .where('profile_no', '=', given.profileNo)
        .where('guest_id', 'is not', null)
        .where('is_forgotten', '=', 0),
    ),
    listGiven: prepareRows(database, (given: { no: number }) =>
      database
        .selectFrom('profile_member')
        .select(['no as memberNo', 'key_digests as keyDigests'])
        .where('profile_no', '=', given.no)
        .where('guest_id', 'is', null),
    ),
    removeTerms: prepareChange(database, (given: { memberNo: number }) =>
      database.deleteFrom('profile_search').where('member_no', '=', given.memberNo),
    ),
  };
}

function createCardStatements(database: RowParts['database']) {
  return {
    removeNotes: prepareChange(database, (given: { no: number }) =>
      database.deleteFrom('profile_note').where('profile_no', '=', given.no),
    ),
    removeLinks: prepareChange(database, (given: { no: number }) =>
      database
        .deleteFrom('profile_link')
        .where((row) => row.or([row('one_no', '=', given.no), row('other_no', '=', given.no)])),
    ),
    removeApart: prepareChange(database, (given: { no: number }) =>
      database
        .deleteFrom('profile_apart')
        .where((row) => row.or([row('one_no', '=', given.no), row('other_no', '=', given.no)])),
    ),
    listMerges: prepareRows(database, (given: { no: number }) =>
      database.selectFrom('profile_merge').select('id').where('from_no', '=', given.no),
    ),
    emptyMerge: prepareChange(database, (given: { id: string; sealed: Uint8Array }) =>
      database.updateTable('profile_merge').set({ sealed_merge: given.sealed }).where('id', '=', given.id),
    ),
    emptyGiven: prepareChange(database, (given: { no: number }) =>
      database
        .updateTable('profile_member')
        .set({ sealed_person: null })
        .where('profile_no', '=', given.no)
        .where('guest_id', 'is', null),
    ),
  };
}

import { ServiceError } from '../../domain/errors.ts';
import type { ProfileRepository } from '../../ports/profiles.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';
import { cardsOf } from './profile-cards-of.ts';
import { createForgetCard } from './profile-forgetting.ts';
import type { ProfileRoots } from './profile-roots.ts';

/** Cards of people who never booked: no stay and no count leads to them, so that nothing of them has to stay. */
export function createProfileErasing(parts: RowParts, roots: ProfileRoots): Pick<ProfileRepository, 'erase'> {
  const forgetCard = createForgetCard(parts);
  const statements = createStatements(parts);
  return {
    async erase(profileId, version) {
      const { no: rootNo, scope, id } = await roots.getAt(profileId, version);
      if ((await statements.listGuests({ rootNo })).length > 0) {
        throw new ServiceError('profile_has_guests', { profileId: id });
      }
      for (const { no } of await statements.listCards({ rootNo })) {
        await forgetCard(no, scope);
        await statements.removeMerges({ no });
        await statements.removeMembers({ no });
        await statements.removeCard({ no });
      }
    },
  };
}

function createStatements({ database }: RowParts) {
  return {
    listCards: prepareRows(database, (given: { rootNo: number }) => cardsOf(database, given.rootNo)),
    /** One is enough, be it forgotten: its stays lead to the card. */
    listGuests: prepareRows(database, (given: { rootNo: number }) =>
      database
        .selectFrom('profile_member')
        .select('no')
        .where('profile_no', 'in', cardsOf(database, given.rootNo))
        .where('guest_id', 'is not', null)
        .limit(1),
    ),
    removeMerges: prepareChange(database, (given: { no: number }) =>
      database.deleteFrom('profile_merge').where('from_no', '=', given.no),
    ),
    removeMembers: prepareChange(database, (given: { no: number }) =>
      database.deleteFrom('profile_member').where('profile_no', '=', given.no),
    ),
    removeCard: prepareChange(database, (given: { no: number }) =>
      database.deleteFrom('profile').where('no', '=', given.no),
    ),
  };
}

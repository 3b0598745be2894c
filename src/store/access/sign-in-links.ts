import type { SignInLink, SignInLinkRepository } from '../../ports/users.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';

export function createSignInLinks({ database }: RowParts): SignInLinkRepository {
  const select = () =>
    database.selectFrom('sign_in_link').select(['id', 'user_id as userId', 'purpose', 'expires_at as expiresAt']);
  const statements = {
    add: prepareChange(database, (given: SignInLink) =>
      database
        .insertInto('sign_in_link')
        .values({ id: given.id, user_id: given.userId, purpose: given.purpose, expires_at: given.expiresAt }),
    ),
    find: prepareRows(database, (given: { linkId: string }) => select().where('id', '=', given.linkId)),
    findOfUser: prepareRows(database, (given: { userId: string }) => select().where('user_id', '=', given.userId)),
    remove: prepareChange(database, (given: { linkId: string }) =>
      database.deleteFrom('sign_in_link').where('id', '=', given.linkId),
    ),
    removeOfUser: prepareChange(database, (given: { userId: string }) =>
      database.deleteFrom('sign_in_link').where('user_id', '=', given.userId),
    ),
  };
  return {
    async add(link) {
      await statements.removeOfUser({ userId: link.userId });
      await statements.add(link);
    },
    find: async (linkId) => (await statements.find({ linkId }))[0],
    findOfUser: async (userId) => (await statements.findOfUser({ userId }))[0],
    remove: async (linkId) => (await statements.remove({ linkId })) > 0,
  };
}

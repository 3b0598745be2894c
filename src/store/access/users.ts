import { ServiceError } from '../../domain/errors.ts';
import type { User, UserRepository } from '../../ports/users.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';
import type { KeyedDigest, Sealed } from '../tables.ts';

export function createUsers(parts: RowParts): UserRepository {
  const { sealing, digests } = parts;
  const statements = createStatements(parts);
  const toEmailDigest = (email: string) => digests.accessSecret(`email ${email.toLowerCase()}`);
  const toOidcDigest = (subject: string) => digests.accessSecret(`oidc ${subject}`);
  const toUser = (row: UserRow) => sealing.open(placeOf(row.id), row.sealed) as User;
  const toFirst = ([row]: readonly UserRow[]) => row && toUser(row);
  const toRow = (user: User) => ({
    id: user.id,
    emailDigest: toEmailDigest(user.email),
    oidcDigest: user.oidcSubject === undefined ? null : toOidcDigest(user.oidcSubject),
    sealed: sealing.seal(placeOf(user.id), user),
  });
  const find = async (userId: string) => toFirst(await statements.find({ userId }));
  const assertAlone = async ({ id, emailDigest, oidcDigest }: NewUserRow) => {
    const others = await statements.findTwins({ id, emailDigest, oidcDigest });
    if (others.length > 0) throw new ServiceError('user_exists', { userId: id });
  };
  return {
    find,
    async get(userId) {
      const user = await find(userId);
      if (user === undefined) throw new ServiceError('user_unknown', { userId });
      return user;
    },
    async add(user) {
      const row = toRow(user);
      await assertAlone(row);
      await statements.add(row);
    },
    async save(user) {
      const row = toRow(user);
      await assertAlone(row);
      if ((await statements.save(row)) === 0) throw new ServiceError('user_unknown', { userId: user.id });
    },
    findByEmail: async (email) => toFirst(await statements.findByEmail({ digest: toEmailDigest(email) })),
    findByOidcSubject: async (subject) => toFirst(await statements.findByOidc({ digest: toOidcDigest(subject) })),
    async list({ limit, afterNo }) {
      const rows = afterNo === undefined ? statements.listFirst({ limit }) : statements.listAfter({ limit, afterNo });
      return (await rows).map((row) => ({ item: toUser(row), no: row.no }));
    },
    async remove(userId) {
      await statements.removeSessions({ userId });
      await statements.removeLinks({ userId });
      return (await statements.remove({ userId })) > 0;
    },
  };
}

function placeOf(userId: string): string {
  return `user/${userId}`;
}

interface UserRow {
  readonly id: string;
  readonly sealed: Sealed;
}

interface NewUserRow extends UserRow {
  readonly emailDigest: KeyedDigest;
  readonly oidcDigest: KeyedDigest | null;
}

function createStatements(parts: RowParts) {
  return { ...createChanges(parts), ...createQueries(parts) };
}

function createChanges({ database }: RowParts) {
  return {
    add: prepareChange(database, ({ id, emailDigest, oidcDigest, sealed }: NewUserRow) =>
      database
        .insertInto('app_user')
        .values({ id, email_digest: emailDigest, oidc_digest: oidcDigest, sealed_user: sealed }),
    ),
    save: prepareChange(database, ({ id, emailDigest, oidcDigest, sealed }: NewUserRow) =>
      database
        .updateTable('app_user')
        .set({ email_digest: emailDigest, oidc_digest: oidcDigest, sealed_user: sealed })
        .where('id', '=', id),
    ),
    remove: prepareChange(database, ({ userId }: { userId: string }) =>
      database.deleteFrom('app_user').where('id', '=', userId),
    ),
    removeSessions: prepareChange(database, ({ userId }: { userId: string }) =>
      database.deleteFrom('user_session').where('user_id', '=', userId),
    ),
    removeLinks: prepareChange(database, ({ userId }: { userId: string }) =>
      database.deleteFrom('sign_in_link').where('user_id', '=', userId),
    ),
  };
}

function createQueries({ database }: RowParts) {
  const select = () => database.selectFrom('app_user').select(['id', 'sealed_user as sealed']);
  const newestFirst = (given: { limit: number }) => select().select('no').orderBy('no', 'desc').limit(given.limit);
  return {
    find: prepareRows(database, (given: { userId: string }) => select().where('id', '=', given.userId)),
    findByEmail: prepareRows(database, (given: { digest: KeyedDigest }) =>
      select().where('email_digest', '=', given.digest),
    ),
    findByOidc: prepareRows(database, (given: { digest: KeyedDigest }) =>
      select().where('oidc_digest', '=', given.digest),
    ),
    findTwins: prepareRows(database, (given: Omit<NewUserRow, 'sealed'>) =>
      select()
        .where('id', '!=', given.id)
        .where((row) =>
          row.or([row('email_digest', '=', given.emailDigest), row('oidc_digest', '=', given.oidcDigest)]),
        ),
    ),
    listFirst: prepareRows(database, newestFirst),
    listAfter: prepareRows(database, (given: { limit: number; afterNo: number }) =>
      newestFirst(given).where('no', '<', given.afterNo),
    ),
  };
}

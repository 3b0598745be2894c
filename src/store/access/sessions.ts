import type { Session, SessionRepository } from '../../ports/users.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import { toPresent } from '../present.ts';
import type { RowParts } from '../row-parts.ts';
import type { KeyedDigest, Sealed } from '../tables.ts';

export function createSessions(parts: RowParts): SessionRepository {
  const { sealing, digests } = parts;
  const statements = createStatements(parts);
  const toDigest = (secret: string) => digests.accessSecret(`session ${secret}`);
  const toSession = ({ sealedUserAgent, ...row }: SessionRow): Session => ({
    ...toPresent(row),
    ...(sealedUserAgent !== null && { userAgent: sealing.open(placeOf(row.id), sealedUserAgent) as string }),
  });
  return {
    async add({ userAgent, userId = null, ...session }, secret) {
      const sealedUserAgent = userAgent === undefined ? null : sealing.seal(placeOf(session.id), userAgent);
      await statements.add({ ...session, userId, sealedUserAgent, digest: toDigest(secret) });
    },
    async findBySecret(secret) {
      const [row] = await statements.findBySecret({ digest: toDigest(secret) });
      return row && toSession(row);
    },
    async noteSeen(sessionId, at) {
      await statements.noteSeen({ sessionId, at });
    },
    remove: async (sessionId) => (await statements.remove({ sessionId })) > 0,
    listOfUser: async (userId) => (await statements.listOfUser({ userId })).map(toSession),
    async removeOfUser(userId, exceptId = '') {
      await statements.removeOfUser({ userId, exceptId });
    },
  };
}

function placeOf(sessionId: string): string {
  return `session/${sessionId}`;
}

interface SessionRow {
  readonly id: string;
  readonly userId: string | null;
  readonly stage: Session['stage'];
  readonly startedAt: string;
  readonly lastSeenAt: string;
  readonly expiresAt: string;
  readonly sealedUserAgent: Sealed | null;
}

const columns = [
  'id',
  'user_id as userId',
  'stage',
  'started_at as startedAt',
  'last_seen_at as lastSeenAt',
  'expires_at as expiresAt',
  'sealed_user_agent as sealedUserAgent',
] as const;

function createStatements({ database }: RowParts) {
  const select = () => database.selectFrom('user_session').select(columns);
  return {
    add: prepareChange(database, (given: SessionRow & { digest: KeyedDigest }) =>
      database.insertInto('user_session').values({
        id: given.id,
        secret_digest: given.digest,
        user_id: given.userId,
        stage: given.stage,
        started_at: given.startedAt,
        last_seen_at: given.lastSeenAt,
        expires_at: given.expiresAt,
        sealed_user_agent: given.sealedUserAgent,
      }),
    ),
    findBySecret: prepareRows(database, (given: { digest: KeyedDigest }) =>
      select().where('secret_digest', '=', given.digest),
    ),
    noteSeen: prepareChange(database, (given: { sessionId: string; at: string }) =>
      database.updateTable('user_session').set({ last_seen_at: given.at }).where('id', '=', given.sessionId),
    ),
    remove: prepareChange(database, (given: { sessionId: string }) =>
      database.deleteFrom('user_session').where('id', '=', given.sessionId),
    ),
    listOfUser: prepareRows(database, (given: { userId: string }) =>
      select().where('user_id', '=', given.userId).orderBy('started_at', 'desc').orderBy('id'),
    ),
    removeOfUser: prepareChange(database, (given: { userId: string; exceptId: string }) =>
      database.deleteFrom('user_session').where('user_id', '=', given.userId).where('id', '!=', given.exceptId),
    ),
  };
}

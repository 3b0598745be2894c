import type { ThrottleRepository } from '../../ports/access-memory.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import { toPresent } from '../present.ts';
import type { RowParts } from '../row-parts.ts';
import type { KeyedDigest } from '../tables.ts';

interface ThrottleRow {
  readonly digest: KeyedDigest;
  readonly failures: number;
  readonly lastAt: string;
  readonly lockedUntil: string | null;
}

export function createThrottles({ database, digests }: RowParts): ThrottleRepository {
  const toDigest = (key: string) => digests.accessSecret(`try ${key}`);
  const find = prepareRows(database, (given: { digest: KeyedDigest }) =>
    database
      .selectFrom('sign_in_throttle')
      .select(['failures', 'last_at as lastAt', 'locked_until as lockedUntil'])
      .where('key_digest', '=', given.digest),
  );
  const save = prepareChange(database, (given: ThrottleRow) => {
    const values = { failures: given.failures, last_at: given.lastAt, locked_until: given.lockedUntil };
    return database
      .insertInto('sign_in_throttle')
      .values({ key_digest: given.digest, ...values })
      .onConflict((conflict) => conflict.column('key_digest').doUpdateSet(values));
  });
  const remove = prepareChange(database, (given: { digest: KeyedDigest }) =>
    database.deleteFrom('sign_in_throttle').where('key_digest', '=', given.digest),
  );
  return {
    find: async (key) => (await find({ digest: toDigest(key) })).map(toPresent)[0],
    async save(key, { failures, lastAt, lockedUntil = null }) {
      await save({ digest: toDigest(key), failures, lastAt, lockedUntil });
    },
    async remove(key) {
      await remove({ digest: toDigest(key) });
    },
  };
}

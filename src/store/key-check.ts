import type { Kysely } from 'kysely';
import { ServiceError } from '../domain/errors.ts';
import type { KeyedDigest, Tables } from './tables.ts';

/** Throws `secret_key_mismatch` where the database was written with another SECRET_KEY; a new one is marked with this. */
export async function assertSameKey(database: Kysely<Tables>, keyCheck: KeyedDigest): Promise<void> {
  const known = await database.selectFrom('key_check').select('digest').executeTakeFirst();
  if (known === undefined) {
    await database.insertInto('key_check').values({ id: 1, digest: keyCheck }).execute();
    return;
  }
  if (!Buffer.from(known.digest).equals(keyCheck)) {
    throw new ServiceError('secret_key_mismatch', {
      advice: 'start with the SECRET_KEY that the database was made with',
    });
  }
}

import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { sqliteEngine } from '../../../src/store/engine.ts';
import { migrate, toMigrations } from '../../../src/store/migrations/migrate.ts';
import { openSqliteConnection, type SqliteConnection } from '../../../src/store/sqlite/sqlite-connection.ts';
import { createSqliteDialect } from '../../../src/store/sqlite/sqlite-dialect.ts';
import type { Tables } from '../../../src/store/tables.ts';

let connection: SqliteConnection;

beforeEach(async () => {
  connection = await openSqliteConnection(':memory:');
});

afterEach(() => connection.close());

test('what people said of matches before there was a job for its end gets one, for each last day', async () => {
  const database = new Kysely<Tables>({ dialect: createSqliteDialect(connection, () => false) });
  const provider = { getMigrations: () => Promise.resolve({ ...toMigrations(sqliteEngine) }) };
  await new Migrator({ db: database, provider }).migrateTo('018-budget');
  const said = { property_id: 'P1', list_id: 'un-sc', guest_id: 'G1', sealed_dismissal: Buffer.alloc(1) };
  const lastDays = ['2026-11-25', '2026-11-25', null];
  await database
    .insertInto('dismissal')
    .values(lastDays.map((day, no) => ({ ...said, person_digest: Buffer.of(no), entry_id: '7', valid_until: day })))
    .execute();
  await migrate(database, sqliteEngine);
  const jobs = await database.selectFrom('job').select(['kind', 'payload', 'property_id', 'run_at', 'state']).execute();
  expect(jobs).toEqual([
    {
      ...{ kind: 'end-dismissals', payload: '{"lastDay":"2026-11-25","propertyId":"P1"}', property_id: 'P1' },
      ...{ run_at: '2026-11-25T10:00:00.000Z', state: 'waiting' },
    },
  ]);
});

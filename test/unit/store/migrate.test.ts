import { Kysely, sql } from 'kysely';
import { expect, test } from '@jest/globals';
import { type Engine, sqliteEngine } from '../../../src/store/engine.ts';
import { migrate } from '../../../src/store/migrations/migrate.ts';
import { openSqlite } from '../../../src/store/sqlite/open-sqlite.ts';
import { createSqliteDialect } from '../../../src/store/sqlite/sqlite-dialect.ts';
import type { Tables } from '../../../src/store/tables.ts';

/** As if the disk were full at the last table that counts its rows up. */
function toEngineThatFails(): Engine {
  let left = 2;
  return {
    ...sqliteEngine,
    addNumber: (table) => {
      if ((left -= 1) < 0) throw new Error('The disk is full.');
      return sqliteEngine.addNumber(table);
    },
  };
}

test('tables are brought up to date as a whole: what fails on the way leaves nothing, and the next try goes through', async () => {
  const database = new Kysely<Tables>({ dialect: createSqliteDialect(await openSqlite(':memory:'), () => false) });
  const countTables = async () => (await database.introspection.getTables()).length;
  await expect(migrate(database, toEngineThatFails())).rejects.toThrow('The disk is full.');
  expect(await countTables()).toBe(0);
  await migrate(database, sqliteEngine);
  expect(await countTables()).toBeGreaterThan(0);
  await expect(sql`select count(*) from property`.execute(database)).resolves.toBeDefined();
  await database.destroy();
});

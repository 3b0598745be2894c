import { expect, test } from '@jest/globals';
import { DummyDriver, Kysely, type RawBuilder, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { selectByTurns, selectInOrder } from '../../../src/store/jobs/job-order.ts';
import { openStore } from '../../../src/store/open-store.ts';

const compiler = new Kysely<object>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});
const given = { limit: 8, now: '2026-11-23T09:15:00.000Z', above: -1 };

test.each([
  ['in order', selectInOrder(['write-back'], given)],
  ['by turns of properties', selectByTurns(['write-back'], given)],
])('the next jobs %s are found by index alone, and jobs are never sorted', async (_order, query) => {
  const plan = await explain(query);
  const ofJobs = plan.filter((line) => /^(SEARCH|SCAN) (job|running)\b/.test(line));
  expect(ofJobs.length).toBeGreaterThan(3);
  expect(ofJobs.filter((line) => !/^SEARCH .* USING .*(INDEX|PRIMARY KEY)/.test(line))).toEqual([]);
  expect(ofJobs.filter((line) => line.includes('job_due'))).toEqual([]);
});

async function explain(query: RawBuilder<number>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'job-order-'));
  const path = join(folder, 'screening.db');
  const store = await openStore({ databaseUrl: `sqlite:${path}`, secretKey: Buffer.alloc(32, 'k3y') });
  await store.close();
  const database = new DatabaseSync(path);
  const { sql, parameters } = query.compile(compiler);
  const plan = database.prepare(`explain query plan ${sql}`).all(...(parameters as (string | number)[]));
  database.close();
  rmSync(folder, { recursive: true });
  return plan.map(({ detail }) => String(detail));
}

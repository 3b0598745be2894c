import { randomBytes } from 'node:crypto';
import { Kysely } from 'kysely';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openSqliteConnection, type SqliteConnection } from '../../../src/store/sqlite/sqlite-connection.ts';
import { createSqliteDialect } from '../../../src/store/sqlite/sqlite-dialect.ts';
import { createTransactionQueue, type TransactionQueue } from '../../../src/store/sqlite/transaction-queue.ts';

interface Notes {
  readonly note: { readonly text: string };
}

let connection: SqliteConnection;
let queue: TransactionQueue;
let database: Kysely<Notes>;
let commits = 0;

beforeEach(async () => {
  commits = 0;
  connection = await openSqliteConnection(':memory:');
  queue = createTransactionQueue(connection, { onCommit: () => (commits += 1), onRollback: () => undefined });
  database = new Kysely<Notes>({ dialect: createSqliteDialect(connection, queue.isReading) });
  await database.schema.createTable('note').addColumn('text', 'text').execute();
});
afterEach(() => connection.close());

const add = (text: string) => queue.write(() => database.insertInto('note').values({ text }).execute());
const count = () => queue.read(async () => (await database.selectFrom('note').selectAll().execute()).length);
const big = () => randomBytes(60_000).toString('hex');

test('a full disk is store_full, keeps what was there, and works again when there is room', async () => {
  await add('before');
  await connection.all('pragma max_page_count = 10');
  await expect(add(big())).rejects.toMatchObject({ code: 'store_full' });
  expect(await count()).toBe(1);
  await connection.all('pragma max_page_count = 100000');
  await add(big());
  expect(await count()).toBe(2);
});

test('where writers share a commit and the disk is full, nobody is told that theirs was kept', async () => {
  await connection.all('pragma max_page_count = 10');
  const results = await Promise.allSettled([add('one'), add('small'), add(big()), add('after')]);
  const kept = results.filter(({ status }) => status === 'fulfilled').length;
  expect(results[2]).toMatchObject({ status: 'rejected', reason: { code: 'store_full' } });
  expect(await count()).toBe(kept);
  await connection.all('pragma max_page_count = 100000');
  await add('again');
  expect(await count()).toBe(kept + 1);
});

test('writers that wait for each other share a commit', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, index) => add(`note ${index}`)));
  expect(await count()).toBe(20);
  expect(commits).toBeLessThan(5);
});

test('reads that wait are not kept waiting by a commit, and see only what is on disk', async () => {
  const order: string[] = [];
  const writing = queue.write(async () => {
    await database.insertInto('note').values({ text: 'x' }).execute();
  });
  const later = queue.write(() => Promise.resolve()).then(() => order.push('write'));
  const reading = count().then((found) => order.push(`read ${found}`));
  await Promise.all([writing, later, reading]);
  expect(order).toEqual(['read 1', 'write']);
});

test('a closed queue finishes what it has and takes nothing in', async () => {
  const last = add('last');
  await queue.close();
  await expect(last).resolves.toBeDefined();
  await expect(add('too late')).rejects.toThrow('closed');
});

import { Kysely } from 'kysely';
import type { Rows, Store } from '../ports/store.ts';
import { sqliteEngine } from './engine.ts';
import { createEnqueuedJobs, type EnqueuedJobs } from './jobs/enqueued-jobs.ts';
import { assertSameKey } from './key-check.ts';
import { migrate } from './migrations/migrate.ts';
import { createRowMemory } from './row-memory.ts';
import { createStoreKeys } from './row-parts.ts';
import { createRows } from './rows.ts';
import { openSqlite } from './sqlite/open-sqlite.ts';
import type { SqliteConnection } from './sqlite/sqlite-connection.ts';
import { createSqliteDialect } from './sqlite/sqlite-dialect.ts';
import { createTransactionQueue, type TransactionQueue } from './sqlite/transaction-queue.ts';
import type { Tables } from './tables.ts';

export interface StoreSettings {
  /** `sqlite:PATH`, or `sqlite::memory:` for one that ends with the process. */
  readonly databaseUrl: string;
  /** 32 bytes. */
  readonly secretKey: Buffer;
}

/**
 * Opens the database, brings its tables up to date, and keeps every other process from working on it. Throws
 * `store_locked` where another one does, and `secret_key_mismatch` where it was written with another key.
 */
export async function openStore({ databaseUrl, secretKey }: StoreSettings): Promise<Store> {
  const keys = createStoreKeys(secretKey);
  const connection = await openSqlite(toSqlitePath(databaseUrl));
  const enqueued = createEnqueuedJobs();
  const memory = createRowMemory();
  const queue = createTransactionQueue(connection, { onCommit: enqueued.tell, onRollback: memory.forget });
  const database = new Kysely<Tables>({ dialect: createSqliteDialect(connection, queue.isReading) });
  try {
    await migrate(database, sqliteEngine);
    await assertSameKey(database, keys.digests.keyCheck);
  } catch (error) {
    await connection.close();
    throw error;
  }
  const rows = createRows({ ...keys, database, engine: sqliteEngine, noteEnqueued: enqueued.note, memory });
  return createStore({ connection, queue, rows, enqueued });
}

interface StoreParts {
  readonly connection: SqliteConnection;
  readonly queue: TransactionQueue;
  readonly rows: Rows;
  readonly enqueued: EnqueuedJobs;
}

function createStore({ connection, queue, rows, enqueued }: StoreParts): Store {
  let closed: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await queue.close();
    await connection.close();
  };
  return {
    transaction: (work) => queue.write(() => work(rows)),
    transactionFirst: (work) => queue.writeFirst(() => work(rows)),
    transactionUnder: (lease, work) =>
      queue.write(async () => {
        await rows.jobs.assertHeld(lease);
        return work(rows);
      }),
    read: (work) => queue.read(() => work(rows)),
    onJobsEnqueued: enqueued.listen,
    async ping() {
      await queue.read(() => connection.all('select 1'));
    },
    close: () => (closed ??= close()),
  };
}

function toSqlitePath(databaseUrl: string): string {
  if (!databaseUrl.startsWith('sqlite:')) {
    throw new Error('DATABASE_URL must be sqlite:PATH; PostgreSQL is not supported yet.');
  }
  return databaseUrl.slice('sqlite:'.length);
}

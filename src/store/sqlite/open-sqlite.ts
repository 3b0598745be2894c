import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { takeProcessLock } from './process-lock.ts';
import { openSqliteConnection, type SqliteConnection } from './sqlite-connection.ts';

/**
 * The connection that all of the service shares, its process lock with it. `:memory:` needs none.
 * Throws `store_locked` where another process holds the file.
 */
export async function openSqlite(path: string): Promise<SqliteConnection> {
  const isFile = path !== ':memory:';
  if (isFile) await mkdir(dirname(path), { recursive: true });
  const lock = isFile ? await takeProcessLock(path) : undefined;
  try {
    const connection = await openSqliteConnection(path);
    await setPragmas(connection);
    return {
      ...connection,
      async close() {
        await connection.close();
        await lock?.release();
      },
    };
  } catch (error) {
    await lock?.release();
    throw error;
  }
}

async function setPragmas(connection: SqliteConnection): Promise<void> {
  const pragmas = [
    'journal_mode = wal',
    // An acknowledged commit survives the loss of power. Drivers differ in their default.
    'synchronous = full',
    'foreign_keys = on',
    // For whoever looks into the file from outside with a lock of its own.
    'busy_timeout = 5000',
    'cache_size = -32768',
    'temp_store = memory',
    // What is deleted is overwritten: a forgotten guest leaves no bytes behind, not even sealed ones.
    'secure_delete = on',
  ];
  for (const pragma of pragmas) await connection.all(`pragma ${pragma}`);
}

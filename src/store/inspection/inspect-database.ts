import { access, constants, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { DatabaseFacts, InspectDatabase } from '../../ports/doctor.ts';
import { sqliteEngine } from '../engine.ts';
import { toMigrations } from '../migrations/migrate.ts';
import { createStoreKeys } from '../row-parts.ts';
import { openSqliteConnection, type SqliteConnection } from '../sqlite/sqlite-connection.ts';

/** A connection of its own that takes no lock and writes nothing; so it may look while the service works. */
export function createInspectDatabase(path: string, secretKey: Buffer): InspectDatabase {
  return async () => {
    const [bytes, walBytes] = [await findSize(path), (await findSize(`${path}-wal`)) ?? 0];
    if (bytes === undefined) return { ...nothing, isThere: false, isWritable: await canBeMade(path) };
    const isWritable = (await mayWrite(path)) && (await mayWrite(dirname(path)));
    const size = { bytes, walBytes, isWritable };
    const connection = await openSqliteConnection(path, { mustExist: true });
    try {
      await connection.all('pragma busy_timeout = 5000');
      await connection.all('pragma query_only = on');
      return { ...size, ...(await look(connection, secretKey)), isThere: true };
    } catch {
      return { ...nothing, ...size, isThere: true };
    } finally {
      await connection.close();
    }
  };
}

const nothing: Omit<DatabaseFacts, 'isThere' | 'isWritable'> = {
  integrity: 'unreadable',
  pendingMigrations: [],
  unknownMigrations: [],
  bytes: 0,
  walBytes: 0,
};

async function look(
  connection: SqliteConnection,
  secretKey: Buffer,
): Promise<Omit<DatabaseFacts, 'isThere' | 'isWritable' | 'bytes' | 'walBytes'>> {
  const answers = await connection.all('pragma quick_check(1)');
  const isWhole = answers.length === 1 && Object.values(answers[0] ?? {})[0] === 'ok';
  const rows = await connection.all('select name from kysely_migration order by name');
  const done = rows.map(({ name }) => String(name));
  const [key] = await connection.all('select digest from key_check');
  const known = Object.keys(toMigrations(sqliteEngine)).sort();
  const { keyCheck } = createStoreKeys(secretKey).digests;
  return {
    integrity: isWhole ? 'whole' : 'damaged',
    pendingMigrations: known.filter((name) => !done.includes(name)),
    unknownMigrations: done.filter((name) => !known.includes(name)),
    ...(key?.digest instanceof Uint8Array && { isKeyRight: Buffer.from(key.digest).equals(keyCheck) }),
  };
}

/** In the nearest folder above that is there: those below it are made. */
async function canBeMade(path: string): Promise<boolean> {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    const found = await stat(folder).catch(() => undefined);
    if (found !== undefined) return found.isDirectory() && (await mayWrite(folder));
    if (folder === dirname(folder)) return false;
  }
}

async function mayWrite(path: string): Promise<boolean> {
  return access(path, constants.R_OK | constants.W_OK).then(
    () => true,
    () => false,
  );
}

async function findSize(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch {
    return undefined;
  }
}

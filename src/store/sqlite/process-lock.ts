import { isServiceError, ServiceError } from '../../domain/errors.ts';
import { openSqliteConnection } from './sqlite-connection.ts';

export interface ProcessLock {
  release(): Promise<void>;
}

/**
 * Keeps every other process from working on the same database file, for as long as this one lives; the operating system
 * frees it with the process, however that ends. It is held on a file beside the database, so that the database itself
 * stays open to whoever wants to look. The file stays where it is: removing it would race with the next holder.
 * Throws `store_locked`.
 */
export async function takeProcessLock(databasePath: string): Promise<ProcessLock> {
  const connection = await openSqliteConnection(`${databasePath}.lock`);
  try {
    await connection.run('begin exclusive');
  } catch (error) {
    await connection.close();
    if (!isServiceError(error, 'store_locked')) throw error;
    const advice = `another process is working on ${databasePath}; stop it first`;
    throw new ServiceError('store_locked', { path: databasePath, advice }, error);
  }
  return { release: () => connection.close() };
}

import type { SqliteConnection } from './sqlite-connection.ts';

/** Whose turn it is on the one connection: first come, first served. */
export interface TransactionQueue {
  /** Runs alone, all of it or nothing, on disk when it resolves. */
  write<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Runs alone, and sees only what is on disk. */
  read<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Whether what runs at this moment may only read. */
  readonly isReading: () => boolean;
  /** Resolves when everything before it is done; nothing is taken in afterwards. */
  close(): Promise<void>;
}

export interface TransactionHooks {
  readonly onCommit: () => void;
  /** Changes were taken back, of one writer or of all. */
  readonly onRollback: () => void;
}

/**
 * Writers that wait for each other share a commit: each is a savepoint of its own, so one that fails takes back its own
 * changes only, and all are told after the commit that makes them last. Where that commit fails, all have failed. A
 * flush to disk is most of what a small transaction costs.
 */
export function createTransactionQueue(connection: SqliteConnection, hooks: TransactionHooks): TransactionQueue {
  let waiting: Turn[] = [];
  let running: Promise<void> | undefined;
  let isClosed = false;
  let isReading = false;

  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      const group = waiting.slice(0, largestGroup);
      waiting = waiting.slice(largestGroup);
      isReading = true;
      // Reads go first: they see what is on disk, and need not wait for the commit.
      for (const turn of group) if (turn.kind === 'read') await runRead(turn);
      isReading = false;
      await runWriters(connection, group, hooks);
    }
    running = undefined;
  };

  const take = <Result>(kind: Turn['kind'], work: () => Promise<Result>): Promise<Result> =>
    new Promise((resolve, reject) => {
      if (isClosed) {
        reject(new Error('The store is closed.'));
        return;
      }
      let result: Result;
      const run = async () => {
        result = await work();
      };
      waiting.push({ kind, run, succeed: () => resolve(result), fail: reject });
      running ??= drain();
    });

  return {
    write: (work) => take('write', work),
    read: (work) => take('read', work),
    isReading: () => isReading,
    async close() {
      isClosed = true;
      await running;
    },
  };
}

/** Bounds how long the first of a group waits for the last. */
const largestGroup = 32;

interface Turn {
  readonly kind: 'read' | 'write';
  readonly run: () => Promise<void>;
  readonly succeed: () => void;
  readonly fail: (reason: unknown) => void;
}

async function runWriters(
  connection: SqliteConnection,
  group: readonly Turn[],
  hooks: TransactionHooks,
): Promise<void> {
  const writers = group.filter((turn) => turn.kind === 'write');
  if (writers.length === 0) return;
  const done: Turn[] = [];
  try {
    await connection.run('begin immediate');
    for (const turn of writers) {
      if (await runWriter(connection, turn, writers.length > 1)) done.push(turn);
      else hooks.onRollback();
    }
    await connection.run('commit');
  } catch (error) {
    await rollBack(connection);
    hooks.onRollback();
    for (const turn of writers) turn.fail(error); // those that have been told already do not hear it
    return;
  }
  for (const turn of done) turn.succeed();
  if (done.length > 0) hooks.onCommit();
}

async function runRead(turn: Turn): Promise<void> {
  try {
    await turn.run();
    turn.succeed();
  } catch (error) {
    turn.fail(error);
  }
}

/** Whether its changes stand. Throws where the whole transaction is lost, as after a full disk. */
async function runWriter(connection: SqliteConnection, turn: Turn, isShared: boolean): Promise<boolean> {
  if (!isShared) {
    await turn.run();
    return true;
  }
  await connection.run('savepoint turn');
  try {
    await turn.run();
    await connection.run('release turn');
    return true;
  } catch (error) {
    turn.fail(error);
    await undo(connection, error);
    return false;
  }
}

async function undo(connection: SqliteConnection, reason: unknown): Promise<void> {
  try {
    await connection.run('rollback to turn');
    await connection.run('release turn');
  } catch {
    throw reason; // the savepoint is gone, and all of the transaction with it
  }
}

/** SQLite has rolled back by itself after some errors; then there is nothing left to roll back. */
async function rollBack(connection: SqliteConnection): Promise<void> {
  try {
    await connection.run('rollback');
  } catch {
    // "no transaction is active"
  }
}

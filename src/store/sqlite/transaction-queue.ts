import type { SqliteConnection } from './sqlite-connection.ts';

/** Whose turn it is on the one connection: first come, first served, save for what goes first. */
export interface TransactionQueue {
  /** Runs alone, all of it or nothing, on disk when it resolves. */
  write<Result>(work: () => Promise<Result>): Promise<Result>;
  /** The same ahead of all others: for what somebody waits for who has little patience. */
  writeFirst<Result>(work: () => Promise<Result>): Promise<Result>;
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
  const waiting: Turn[] = [];
  const first: Turn[] = [];
  let running: Promise<void> | undefined;
  let isClosed = false;
  let isReading = false;

  const isHurried = () => first.length > 0;

  const drain = async (): Promise<void> => {
    while (first.length + waiting.length > 0) {
      const ahead = first.splice(0);
      const group = [...ahead, ...waiting.splice(0, ahead.length > 0 ? mostBesideFirst : largestGroup)];
      isReading = true;
      // Reads go before writers: they see what is on disk, and need not wait for the commit.
      const unread = await runReads(group, isHurried);
      isReading = false;
      const unwritten = await runWriters(connection, group, { ...hooks, isHurried });
      waiting.unshift(...unread, ...unwritten);
    }
    running = undefined;
  };

  const take = <Result>(line: Turn[], kind: Turn['kind'], work: () => Promise<Result>): Promise<Result> =>
    new Promise((resolve, reject) => {
      if (isClosed) {
        reject(new Error('The store is closed.'));
        return;
      }
      let result: Result;
      const run = async () => {
        result = await work();
      };
      line.push({ kind, run, succeed: () => resolve(result), fail: reject });
      running ??= drain();
    });

  return {
    write: (work) => take(waiting, 'write', work),
    writeFirst: (work) => take(first, 'write', work),
    read: (work) => take(waiting, 'read', work),
    isReading: () => isReading,
    async close() {
      isClosed = true;
      await running;
    },
  };
}

/** Bounds how long the first of a group waits for the last. */
const largestGroup = 32;

/** Bounds how long what goes first waits for the rest of its group, and leaves the others a share of every group. */
const mostBesideFirst = 4;

interface Turn {
  readonly kind: 'read' | 'write';
  readonly run: () => Promise<void>;
  readonly succeed: () => void;
  readonly fail: (reason: unknown) => void;
}

interface GroupHooks extends TransactionHooks {
  /** Something that goes first has come: the group ends early, though never without having done something. */
  readonly isHurried: () => boolean;
}

/** Answers the turns that were left for later. */
async function runWriters(
  connection: SqliteConnection,
  group: readonly Turn[],
  hooks: GroupHooks,
): Promise<readonly Turn[]> {
  const writers = group.filter((turn) => turn.kind === 'write');
  if (writers.length === 0) return [];
  let begun = writers.length;
  const done: Turn[] = [];
  try {
    await connection.run('begin immediate');
    for (const [index, turn] of writers.entries()) {
      if (index > 0 && hooks.isHurried()) {
        begun = index;
        break;
      }
      if (await runWriter(connection, turn, writers.length > 1)) done.push(turn);
      else hooks.onRollback();
    }
    await connection.run('commit');
  } catch (error) {
    await rollBack(connection);
    hooks.onRollback();
    for (const turn of writers.slice(0, begun)) turn.fail(error); // those that have been told already do not hear it
    return writers.slice(begun);
  }
  for (const turn of done) turn.succeed();
  if (done.length > 0) hooks.onCommit();
  return writers.slice(begun);
}

/** Answers the turns that were left for later. */
async function runReads(group: readonly Turn[], isHurried: () => boolean): Promise<readonly Turn[]> {
  const reads = group.filter((turn) => turn.kind === 'read');
  for (const [index, turn] of reads.entries()) {
    if (index > 0 && isHurried()) return reads.slice(index);
    await runRead(turn);
  }
  return [];
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

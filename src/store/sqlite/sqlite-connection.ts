import sqlite3 from 'sqlite3';
import { toStoreError } from './sqlite-errors.ts';

export type SqliteRow = Readonly<Record<string, unknown>>;

/** One connection, by promises, with its statements prepared once. Ask one thing at a time. */
export interface SqliteConnection {
  /** Every row that the statement gives. */
  all(statement: string, values?: readonly unknown[]): Promise<SqliteRow[]>;
  /** For statements that give no rows; answers how many rows changed. */
  run(statement: string, values?: readonly unknown[]): Promise<number>;
  close(): Promise<void>;
}

/** Preparing costs as much as running; the service knows about a hundred statements, tests and migrations a few more. */
const mostPrepared = 256;

/** `mustExist`: fails where no file is there; else it is made. */
export async function openSqliteConnection(
  path: string,
  { mustExist = false }: { readonly mustExist?: boolean } = {},
): Promise<SqliteConnection> {
  const database = await openDatabase(path, sqlite3.OPEN_READWRITE | (mustExist ? 0 : sqlite3.OPEN_CREATE));
  const prepared = new Map<string, sqlite3.Statement>();

  const prepare = async (text: string): Promise<sqlite3.Statement> => {
    const known = prepared.get(text);
    if (known !== undefined) return known;
    const statement = await prepareStatement(database, text);
    if (prepared.size >= mostPrepared) await dropOldest(prepared);
    prepared.set(text, statement);
    return statement;
  };

  return {
    async all(text, values = []) {
      return allRows(await prepare(text), values);
    },
    async run(text, values = []) {
      return runOnce(await prepare(text), values);
    },
    async close() {
      for (const statement of prepared.values()) await finalize(statement);
      prepared.clear();
      await closeDatabase(database);
    },
  };
}

function openDatabase(path: string, mode: number): Promise<sqlite3.Database> {
  return new Promise((resolve, reject) => {
    const database: sqlite3.Database = new sqlite3.Database(path, mode, (error) => {
      if (error === null) resolve(database);
      else reject(toError(error));
    });
  });
}

function prepareStatement(database: sqlite3.Database, text: string): Promise<sqlite3.Statement> {
  return new Promise((resolve, reject) => {
    const statement: sqlite3.Statement = database.prepare(text, (error: Error | null) => {
      if (error === null) resolve(statement);
      else reject(toError(error));
    });
  });
}

function allRows(statement: sqlite3.Statement, values: readonly unknown[]): Promise<SqliteRow[]> {
  return new Promise((resolve, reject) => {
    statement.all<SqliteRow>(values, (error, rows) => {
      if (error === null) resolve(rows);
      else reject(toError(error));
    });
  });
}

function runOnce(statement: sqlite3.Statement, values: readonly unknown[]): Promise<number> {
  return new Promise((resolve, reject) => {
    statement.run(values, function (error) {
      if (error === null) resolve(this.changes);
      else reject(toError(error));
    });
  });
}

async function dropOldest(prepared: Map<string, sqlite3.Statement>): Promise<void> {
  const [oldest] = prepared;
  if (oldest === undefined) return;
  prepared.delete(oldest[0]);
  await finalize(oldest[1]);
}

function finalize(statement: sqlite3.Statement): Promise<void> {
  return new Promise((resolve) => {
    statement.finalize(() => resolve());
  });
}

function closeDatabase(database: sqlite3.Database): Promise<void> {
  return new Promise((resolve, reject) => {
    database.close((error) => {
      if (error === null) resolve();
      else reject(toError(error));
    });
  });
}

function toError(error: Error): Error {
  return toStoreError(error) as Error;
}

import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  RawNode,
  SelectQueryNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { SqliteConnection } from './sqlite-connection.ts';

/**
 * Kysely over one `sqlite3` connection. It hands the same connection to everybody: whose turn it is, and where a
 * transaction begins, is the transaction queue's business. Kysely's own transactions serve the migrations only.
 */
export function createSqliteDialect(connection: SqliteConnection, isReading: () => boolean): Dialect {
  return {
    createAdapter: () => new TransactionalSqliteAdapter(),
    createDriver: () => createDriver(connection, isReading),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/**
 * Kysely takes SQLite for an engine that cannot take back a change of its tables, and would commit each statement of a
 * migration by itself: a process killed between two of them would leave tables that no start can go on from.
 */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

function createDriver(connection: SqliteConnection, isReading: () => boolean): Driver {
  const shared = createDatabaseConnection(connection, isReading);
  const run = async (statement: string) => {
    await connection.run(statement);
  };
  return {
    init: () => Promise.resolve(),
    acquireConnection: () => Promise.resolve(shared),
    beginTransaction: () => run('begin immediate'),
    commitTransaction: () => run('commit'),
    rollbackTransaction: () => run('rollback'),
    releaseConnection: () => Promise.resolve(),
    destroy: () => connection.close(),
  };
}

function createDatabaseConnection(connection: SqliteConnection, isReading: () => boolean): DatabaseConnection {
  return {
    async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      // Outside of a transaction it would be a commit of its own.
      if (isReading() && !SelectQueryNode.is(query.query)) throw new Error('A read must not write.');
      if (givesRows(query)) return { rows: (await connection.all(query.sql, query.parameters)) as Row[] };
      return { rows: [], numAffectedRows: BigInt(await connection.run(query.sql, query.parameters)) };
    },
    streamQuery() {
      throw new Error('This dialect does not stream.');
    },
  };
}

function givesRows({ query }: CompiledQuery): boolean {
  if (SelectQueryNode.is(query) || RawNode.is(query)) return true;
  return 'returning' in query;
}

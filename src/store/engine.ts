import { type CreateTableBuilder, type Expression, type RawBuilder, sql } from 'kysely';

/** Everything that database engines do differently. A repository or migration asks here instead of branching. */
export interface Engine {
  readonly bytesType: RawBuilder<unknown>;
  /** Adds the primary key `no`: counted up by the database, never given twice. */
  addNumber<Table extends string>(table: CreateTableBuilder<Table>): CreateTableBuilder<Table, 'no'>;
  /** A table that is kept in the order of its primary key, where the engine has such. */
  keepByKey<Table extends string, Column extends string>(
    table: CreateTableBuilder<Table, Column>,
  ): CreateTableBuilder<Table, Column>;
  /**
   * Selects the rows of `toJsonRows`: one parameter and one statement, however many rows there are, which spares
   * compiling and preparing a statement for each number of rows.
   */
  selectJsonRows(json: unknown, columns: readonly JsonColumn[]): Expression<never>;
  /** The text under a key of a JSON object in a text column; null where there is none. */
  jsonText(column: Expression<unknown>, key: string): Expression<string | null>;
  /** The lesser of two values. */
  lesser<Value>(one: Expression<Value>, other: Expression<Value>): Expression<Value>;
}

interface JsonColumns {
  readonly text: string;
  readonly integer: number;
  readonly bytes: Uint8Array;
}

export type JsonColumn = keyof JsonColumns;

export type JsonCell = string | number | Uint8Array | null | undefined;

/** Bytes travel as hex. */
export function toJsonRows(rows: readonly (readonly JsonCell[])[]): string {
  return JSON.stringify(
    rows.map((row) => row.map((cell) => (cell instanceof Uint8Array ? Buffer.from(cell).toString('hex') : cell))),
  );
}

export const sqliteEngine: Engine = {
  bytesType: sql`blob`,
  addNumber: (table) => table.addColumn('no', 'integer', (column) => column.primaryKey().autoIncrement()),
  keepByKey: (table) => table.modifyEnd(sql`without rowid`),
  selectJsonRows(json, columns) {
    const cells = columns.map((type, index) => {
      const cell = sql`value ->> ${sql.lit(index)}`;
      return type === 'bytes' ? sql`unhex(${cell})` : cell;
    });
    // SQLite needs the `where` to tell this select from an `on conflict` after it.
    return sql<never>`select ${sql.join(cells)} from json_each(${json}) where true`;
  },
  jsonText: (column, key) => sql<string | null>`${column} ->> ${sql.lit(key)}`,
  lesser: <Value>(one: Expression<Value>, other: Expression<Value>) => sql<Value>`min(${one}, ${other})`,
};

/** One column of them, for `in`. */
export function selectJsonValues<Column extends JsonColumn>(
  engine: Engine,
  json: unknown,
  column: Column,
): Expression<JsonColumns[Column]> {
  return sql<JsonColumns[Column]>`(${engine.selectJsonRows(json, [column])})`;
}

import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * Compiles a query once, at its first use, and runs it with other values from then on: compiling costs about as much as
 * running. `build` is handed a stand-in for each value.
 */
export function prepareRows<Values extends object, Row>(
  database: Kysely<Tables>,
  build: (given: Values) => Compilable<Row>,
): (values: Values) => Promise<Row[]> {
  const bind = createBind(build);
  return async (values) => (await database.executeQuery<Row>(bind(values))).rows;
}

/** The same for a change; answers how many rows it changed. */
export function prepareChange<Values extends object>(
  database: Kysely<Tables>,
  build: (given: Values) => Compilable,
): (values: Values) => Promise<number> {
  const bind = createBind(build);
  return async (values) => Number((await database.executeQuery(bind(values))).numAffectedRows ?? 0n);
}

class Slot {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

function createBind<Values extends object, Row>(
  build: (given: Values) => Compilable<Row>,
): (values: Values) => CompiledQuery<Row> {
  let compiled: CompiledQuery<Row> | undefined;
  const slots = new Proxy({}, { get: (_target, name) => new Slot(String(name)) }) as Values;
  return (values) => {
    compiled ??= build(slots).compile();
    const parameters = compiled.parameters.map((parameter) =>
      parameter instanceof Slot ? (values as Readonly<Record<string, unknown>>)[parameter.name] : parameter,
    );
    return { ...compiled, parameters };
  };
}

import { sql } from 'kysely';
import type { JobKind } from '../../ports/jobs.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';

/** The waiting job of the same key as one that runs or is buried: news that came in meanwhile. */
export interface JobTwin {
  exists(key: JobKey): Promise<boolean>;
  /** Gives it the sooner time and the greater urgency, as enqueueing would; answers whether there is one. */
  hurry(job: JobKey & { readonly urgency: number; readonly runAt: string }): Promise<boolean>;
}

export interface JobKey {
  readonly kind: JobKind;
  readonly payload: string;
}

export function createJobTwin({ database, engine }: RowParts): JobTwin {
  const find = prepareRows(database, (given: JobKey) =>
    database
      .selectFrom('job')
      .select('no')
      .where('state', '=', sql.lit('waiting'))
      .where('kind', '=', given.kind)
      .where('payload', '=', given.payload),
  );
  const hurry = prepareChange(database, (given: JobKey & { urgency: number; runAt: string }) =>
    database
      .updateTable('job')
      .set((row) => ({
        urgency: engine.lesser(row.ref('urgency'), sql<number>`${given.urgency}`),
        run_at: engine.lesser(row.ref('run_at'), sql<string>`${given.runAt}`),
      }))
      .where('state', '=', sql.lit('waiting'))
      .where('kind', '=', given.kind)
      .where('payload', '=', given.payload),
  );
  return {
    exists: async ({ kind, payload }) => (await find({ kind, payload })).length > 0,
    hurry: async ({ kind, payload, urgency, runAt }) => (await hurry({ kind, payload, urgency, runAt })) > 0,
  };
}

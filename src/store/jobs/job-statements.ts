import { sql } from 'kysely';
import type { JobKind } from '../../ports/jobs.ts';
import type { LeaseRef } from './job-lease.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';

export type JobStatements = ReturnType<typeof createJobStatements>;

/** What is asked of one job, by its lease. Written out, states let the partial indexes be used. */
export function createJobStatements({ database }: RowParts) {
  return {
    findHeld: prepareRows(database, (given: LeaseRef) =>
      database
        .selectFrom('job')
        .select(['kind', 'payload', 'property_id as propertyId', 'urgency', 'run_at as runAt'])
        .where('no', '=', given.no)
        .where('generation', '=', given.generation)
        .where('state', '=', sql.lit('running')),
    ),
    extend: prepareChange(database, (given: LeaseRef & { readonly leaseUntil: string }) =>
      database
        .updateTable('job')
        .set({ lease_until: given.leaseUntil })
        .where('no', '=', given.no)
        .where('generation', '=', given.generation)
        .where('state', '=', sql.lit('running')),
    ),
    remove: prepareChange(database, (given: LeaseRef) =>
      database
        .deleteFrom('job')
        .where('no', '=', given.no)
        .where('generation', '=', given.generation)
        .where('state', '=', sql.lit('running')),
    ),
    findFirstWaiting: prepareRows(database, () =>
      database
        .selectFrom('job')
        .select('run_at as dueAt')
        .where('state', '=', sql.lit('waiting'))
        .orderBy('run_at')
        .limit(sql.lit(1)),
    ),
    listWaitingProperties: prepareRows(database, (given: { readonly kind: JobKind; readonly now: string }) =>
      database
        .selectFrom('job')
        .select('property_id as propertyId')
        .distinct()
        .where('kind', '=', given.kind)
        .where('state', '=', sql.lit('waiting'))
        .where('run_at', '<=', given.now),
    ),
    countByState: prepareRows(database, () =>
      database
        .selectFrom('job')
        .select((row) => ['state', row.fn.countAll<number | bigint>().as('count')])
        .groupBy('state'),
    ),
  };
}

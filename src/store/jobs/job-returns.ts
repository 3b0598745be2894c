import { sql } from 'kysely';
import type { Instant } from '../../domain/subject.ts';
import type { JobRepository, Lease } from '../../ports/jobs.ts';
import { type LeaseRef, toLeaseLost, toLeaseRef } from './job-lease.ts';
import type { JobStatements } from './job-statements.ts';
import { createJobTwin } from './job-twin.ts';
import { prepareChange } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';

/** How a holder gives its job back. Where the same key waits meanwhile, that one stands for it. */
export function createJobReturns(
  parts: RowParts,
  statements: JobStatements,
): Pick<JobRepository, 'retry' | 'postpone' | 'wake' | 'release'> {
  const { noteEnqueued } = parts;
  const changes = createChanges(parts);
  const twin = createJobTwin(parts);
  // What fails at that moment is not waiting yet: it would miss it.
  const lastWoken = new Map<string, Instant>();
  const getHeld = async (lease: Lease) => {
    const [held] = await statements.findHeld(toLeaseRef(lease));
    if (held === undefined) throw toLeaseLost(lease);
    return held;
  };

  const retry: JobRepository['retry'] = async (lease, { runAt, errorCode }) => {
    const held = await getHeld(lease);
    // The twin keeps its own time: it stands for news, which should not wait for this job's delay.
    if (await twin.exists(held)) await statements.remove(toLeaseRef(lease));
    else await changes.retry({ ...toLeaseRef(lease), runAt, errorCode });
    noteEnqueued(runAt);
  };

  return {
    retry,
    async postpone(lease, { startedAt, ...next }) {
      const { propertyId } = await getHeld(lease);
      const wokenAt = lastWoken.get(propertyId);
      const isOver = wokenAt !== undefined && wokenAt >= startedAt;
      await retry(lease, isOver ? { ...next, runAt: wokenAt } : next);
      await changes.uncount(toLeaseRef(lease));
    },
    async wake(propertyId, errorCodes, now) {
      lastWoken.set(propertyId, now);
      for (const errorCode of errorCodes) {
        await changes.wake({ errorCode, now, holds: `%"propertyId":${JSON.stringify(propertyId)}%` });
      }
      noteEnqueued(now);
    },
    async release(lease) {
      const held = await getHeld(lease);
      if (await twin.hurry(held)) await statements.remove(toLeaseRef(lease));
      else await changes.release(toLeaseRef(lease));
      noteEnqueued(held.runAt);
    },
  };
}

function createChanges({ database }: RowParts) {
  return {
    retry: prepareChange(database, (given: LeaseRef & { readonly runAt: string; readonly errorCode: string }) =>
      database
        .updateTable('job')
        .set({ state: 'waiting', lease_until: null, run_at: given.runAt, error_code: given.errorCode, takeovers: 0 })
        .where('no', '=', given.no),
    ),
    uncount: prepareChange(database, (given: LeaseRef) =>
      database
        .updateTable('job')
        .set((row) => ({ attempt: row('attempt', '-', 1) }))
        .where('no', '=', given.no)
        .where('state', '=', sql.lit('waiting')),
    ),
    // An id that holds a `_` may wake another property's jobs too, which finds them as they were.
    wake: prepareChange(database, (given: { errorCode: string; now: string; holds: string }) =>
      database
        .updateTable('job')
        .set({ run_at: given.now })
        .where('state', '=', sql.lit('waiting'))
        .where('error_code', '=', given.errorCode)
        .where('payload', 'like', given.holds)
        .where('run_at', '>', given.now),
    ),
    release: prepareChange(database, (given: LeaseRef) =>
      database
        .updateTable('job')
        .set((row) => ({ state: 'waiting', lease_until: null, attempt: row('attempt', '-', 1) }))
        .where('no', '=', given.no),
    ),
  };
}

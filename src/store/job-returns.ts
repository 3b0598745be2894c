import type { JobRepository, Lease } from '../ports/jobs.ts';
import { type LeaseRef, toLeaseLost, toLeaseRef } from './job-lease.ts';
import type { JobStatements } from './job-statements.ts';
import { createJobTwin } from './job-twin.ts';
import { prepareChange } from './prepared.ts';
import type { RowParts } from './row-parts.ts';

/** How a holder gives its job back. Where the same key waits meanwhile, that one stands for it. */
export function createJobReturns(parts: RowParts, statements: JobStatements): Pick<JobRepository, 'retry' | 'release'> {
  const { noteEnqueued } = parts;
  const changes = createChanges(parts);
  const twin = createJobTwin(parts);
  const getHeld = async (lease: Lease) => {
    const [held] = await statements.findHeld(toLeaseRef(lease));
    if (held === undefined) throw toLeaseLost(lease);
    return held;
  };

  return {
    async retry(lease, { runAt, errorCode }) {
      const held = await getHeld(lease);
      // The twin keeps its own time: it stands for news, which should not wait for this job's delay.
      if (await twin.exists(held)) await statements.remove(toLeaseRef(lease));
      else await changes.retry({ ...toLeaseRef(lease), runAt, errorCode });
      noteEnqueued(runAt);
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
    release: prepareChange(database, (given: LeaseRef) =>
      database
        .updateTable('job')
        .set((row) => ({ state: 'waiting', lease_until: null, attempt: row('attempt', '-', 1) }))
        .where('no', '=', given.no),
    ),
  };
}

import type { JobRepository } from '../../ports/jobs.ts';
import { createJobBurials } from './job-burials.ts';
import { createJobClaims } from './job-claims.ts';
import { createEnqueueAll } from './job-enqueueing.ts';
import { toLeaseLost, toLeaseRef } from './job-lease.ts';
import { createJobReturns } from './job-returns.ts';
import { createJobStatements } from './job-statements.ts';
import type { RowParts } from '../row-parts.ts';

export function createJobs(parts: RowParts): JobRepository {
  const statements = createJobStatements(parts);
  const enqueueAll = createEnqueueAll(parts);
  return {
    enqueue: (job) => enqueueAll([job]),
    enqueueAll,
    async assertHeld(lease) {
      const [held] = await statements.findHeld(toLeaseRef(lease));
      if (held === undefined) throw toLeaseLost(lease);
    },
    async extend(lease, leaseUntil) {
      if ((await statements.extend({ ...toLeaseRef(lease), leaseUntil })) === 0) throw toLeaseLost(lease);
    },
    async complete(lease) {
      if ((await statements.remove(toLeaseRef(lease))) === 0) throw toLeaseLost(lease);
    },
    async findFirstWaiting() {
      return (await statements.findFirstWaiting({}))[0]?.dueAt;
    },
    async listWaitingProperties(kind, now) {
      return (await statements.listWaitingProperties({ kind, now })).map(({ propertyId }) => propertyId);
    },
    async countByState() {
      const counts = { waiting: 0, running: 0, buried: 0 };
      for (const { state, count } of await statements.countByState({})) counts[state] = Number(count);
      return counts;
    },
    ...createJobClaims(parts),
    ...createJobReturns(parts, statements),
    ...createJobBurials(parts),
  };
}

import type { Instant } from '../domain/subject.ts';
import { jobKinds } from '../jobs/job-limits.ts';
import type { BudgetGauges, GaugeReaders } from '../metrics/create-metrics.ts';
import type { Clock } from '../ports/clock.ts';
import type { PmsBudget } from '../ports/pms-budget.ts';
import type { Store } from '../ports/store.ts';

/** What is asked at each scrape; the PMS is there by then. */
export function toGaugeReaders(store: Store, clock: Clock, getPms: () => PmsBudget): Required<GaugeReaders> {
  return {
    countJobs: () => store.read((rows) => rows.jobs.countByState()),
    findOldestDueSeconds: async () => {
      const due = await store.read((rows) => rows.jobs.findNextDue(jobKinds));
      return toAgeSeconds(due, clock) ?? 0;
    },
    listSyncAges: () =>
      store.read(async (rows) =>
        (await rows.syncStates.list()).map(({ propertyId, unsyncedSince, lastSyncedAt, lastEventAt }) => ({
          property: propertyId,
          unsyncedSeconds: toAgeSeconds(unsyncedSince, clock) ?? 0,
          sinceSyncSeconds: toAgeSeconds(lastSyncedAt, clock),
          sinceEventSeconds: toAgeSeconds(lastEventAt, clock),
        })),
      ),
    listBudgets: () => listBudgets(store, getPms()),
  };
}

/** One for each connection, whose properties have one budget. One whose tokens have ended has none. */
async function listBudgets(store: Store, pms: PmsBudget): Promise<readonly BudgetGauges[]> {
  const properties = await store.read((rows) => rows.connections.listProperties());
  const ofConnections = new Map(properties.map(({ connectionId, propertyId }) => [connectionId, propertyId]));
  const found = await Promise.all(
    [...ofConnections].map(async ([connection, propertyId]) => {
      const use = await pms.findBudgetUse(propertyId).catch(() => undefined);
      return use && { connection, ...use };
    }),
  );
  return found.filter((use) => use !== undefined);
}

function toAgeSeconds(at: Instant | undefined, clock: Clock): number | undefined {
  return at === undefined ? undefined : Math.max(0, (Date.parse(clock.now()) - Date.parse(at)) / 1_000);
}

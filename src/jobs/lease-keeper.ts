import { plusMs } from '../domain/calendar.ts';
import { isServiceError } from '../domain/errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Lease } from '../ports/jobs.ts';
import type { Logger } from '../ports/logger.ts';
import type { Store } from '../ports/store.ts';
import type { JobRuns } from './job-runs.ts';
import type { Timers } from './timers.ts';

export interface LeaseKeeperParts {
  readonly store: Store;
  readonly runs: JobRuns;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly logger: Logger;
  readonly leaseMs: number;
}

/** Extends the leases of what runs, three times before one would end, and aborts a run whose lease is lost. */
export function startLeaseKeeper(parts: LeaseKeeperParts): () => void {
  const { runs, timers, logger, leaseMs } = parts;
  let stop: () => void;
  const beat = async (): Promise<void> => {
    try {
      for (const lease of await extendAll(parts)) runs.lose(lease);
    } catch (error) {
      logger.error('jobs.leases_not_extended', {}, error); // the next beat tries again
    }
  };
  const schedule = (): void => {
    stop = timers.after(leaseMs / 3, () => {
      schedule();
      void beat();
    });
  };
  schedule();
  return () => stop();
}

/** Answers which were lost. */
async function extendAll({ store, runs, clock, leaseMs }: LeaseKeeperParts): Promise<readonly Lease[]> {
  const leases = runs.listLeases();
  if (leases.length === 0) return [];
  const leaseUntil = plusMs(clock.now(), leaseMs);
  return store.transaction(async ({ jobs }) => {
    const lost: Lease[] = [];
    for (const lease of leases) {
      try {
        await jobs.extend(lease, leaseUntil);
      } catch (error) {
        if (!isServiceError(error, 'lease_lost')) throw error;
        lost.push(lease);
      }
    }
    return lost;
  });
}

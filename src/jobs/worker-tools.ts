import type { Clock } from '../ports/clock.ts';
import type { JobHandlers, JobKind } from '../ports/jobs.ts';
import type { Logger } from '../ports/logger.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { Store } from '../ports/store.ts';
import { type AllJobLimits, defaultJobLimits, type JobLimits } from './job-limits.ts';
import { systemTimers, type Timers } from './timers.ts';

export interface WorkerParts {
  readonly store: Store;
  readonly handlers: JobHandlers;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** What differs from `defaultJobLimits`. */
  readonly limits?: Partial<Readonly<Record<JobKind, JobLimits>>>;
  /** How long a claim lasts without a sign of life. Default 60 s. */
  readonly leaseMs?: number;
  /** Default true: the process lock proves that jobs found running at start are nobody's. */
  readonly isOnlyWorker?: boolean;
  readonly timers?: Timers;
  /** Between 0 and 1. */
  readonly random?: () => number;
}

export type WorkerTools = Required<Omit<WorkerParts, 'limits'>> & { readonly limits: AllJobLimits };

export function toWorkerTools(parts: WorkerParts): WorkerTools {
  return {
    leaseMs: 60_000,
    isOnlyWorker: true,
    timers: systemTimers,
    random: Math.random,
    ...parts,
    limits: { ...defaultJobLimits, ...parts.limits },
  };
}

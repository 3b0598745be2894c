import type { JobKind } from '../ports/jobs.ts';

export interface JobLimits {
  /** How many of its jobs run at once. */
  readonly concurrency: number;
  /** How many tries a job gets before it is buried. */
  readonly attempts: number;
}

export type AllJobLimits = Readonly<Record<JobKind, JobLimits>>;

/**
 * What needs the PMS is tried for hours, because a PMS can be down for hours. Checks are tried for minutes: then staff
 * should see that the screening has failed. More write-backs at once than this only wait longer for the request budget.
 */
export const defaultJobLimits: AllJobLimits = {
  'connect-account': { concurrency: 1, attempts: 40 },
  'connect-property': { concurrency: 4, attempts: 40 },
  'probe-connection': { concurrency: 2, attempts: 40 },
  'disconnect-property': { concurrency: 2, attempts: 10 },
  'refresh-tokens': { concurrency: 2, attempts: 40 },
  'sync-property': { concurrency: 4, attempts: 40 },
  'glance-at-connection': { concurrency: 2, attempts: 40 },
  'sweep-property': { concurrency: 2, attempts: 40 },
  'confirm-deletion': { concurrency: 4, attempts: 40 },
  'run-checks': { concurrency: 32, attempts: 8 },
  'poll-check': { concurrency: 8, attempts: 40 },
  'expire-check': { concurrency: 2, attempts: 40 },
  'redact-check': { concurrency: 2, attempts: 40 },
  'write-back': { concurrency: 8, attempts: 40 },
  'deliver-form': { concurrency: 8, attempts: 40 },
  'recheck-house-list': { concurrency: 1, attempts: 10 },
  'refresh-watchlists': { concurrency: 1, attempts: 10 },
  'recheck-watchlist': { concurrency: 1, attempts: 10 },
  'end-dismissals': { concurrency: 1, attempts: 40 },
  'take-stock': { concurrency: 1, attempts: 10 },
  'send-form-mail': { concurrency: 4, attempts: 40 },
  'send-staff-mail': { concurrency: 2, attempts: 40 },
  'watch-alerts': { concurrency: 1, attempts: 10 },
  'deliver-alert': { concurrency: 4, attempts: 40 },
  'report-app-error': { concurrency: 2, attempts: 40 },
  'forget-old-events': { concurrency: 1, attempts: 10 },
};

/** What spends the request budget that properties of one key share, a request or more each: it goes by turns of properties. */
export const kindsByTurns: ReadonlySet<JobKind> = new Set<JobKind>(['write-back', 'deliver-form']);

/** Every kind that there is. */
export const jobKinds = Object.keys(defaultJobLimits) as readonly JobKind[];

/** A job that ended its process this often, one time after the other, is not run again until somebody has looked. */
export const mostTakeovers = 20;

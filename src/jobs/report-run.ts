import type { Logger } from '../ports/logger.ts';
import type { JobResult, Metrics } from '../ports/metrics.ts';
import type { EndedRun } from './job-runs.ts';

/** One line and one count for each run that ended. */
export function reportRun(
  run: EndedRun,
  isLost: boolean,
  to: { readonly logger: Logger; readonly metrics: Metrics },
): void {
  const { job, startedAt, endedAt, verdict, error } = run;
  const { kind, id: jobId, attempt } = job;
  const ms = Date.parse(endedAt) - Date.parse(startedAt);
  to.metrics.count('jobs', { kind, result: isLost ? 'lease_lost' : results[verdict.action] });
  to.metrics.observe('job_seconds', { kind }, ms / 1_000);
  const facts = { jobId, kind, attempt, ms };
  if (isLost) {
    to.logger.warn('job.lease_lost', facts);
    return;
  }
  switch (verdict.action) {
    case 'done': {
      to.logger.debug('job.done', facts);
      return;
    }
    case 'retry': {
      to.logger.warn('job.retried', { ...facts, errorCode: verdict.errorCode, afterMs: verdict.afterMs });
      return;
    }
    case 'wait': {
      to.logger.debug('job.waits', { ...facts, errorCode: verdict.errorCode, afterMs: verdict.afterMs });
      return;
    }
    case 'bury': {
      to.logger.error('job.buried', { ...facts, errorCode: verdict.errorCode }, error);
      return;
    }
    case 'drop':
    case 'release':
    case 'lose': {
      to.logger.info(`job.${results[verdict.action]}`, { ...facts, errorCode: verdict.errorCode });
      return;
    }
  }
}

const results: Readonly<Record<EndedRun['verdict']['action'], JobResult>> = {
  done: 'done',
  retry: 'retried',
  wait: 'waits',
  bury: 'buried',
  drop: 'dropped',
  release: 'released',
  lose: 'lease_lost',
};

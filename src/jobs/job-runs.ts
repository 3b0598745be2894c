import PQueue from 'p-queue';
import { ServiceError } from '../domain/errors.ts';
import type { Instant } from '../domain/subject.ts';
import type { Clock } from '../ports/clock.ts';
import type { ClaimedJob, JobHandler, JobHandlers, JobKind, Lease } from '../ports/jobs.ts';
import { type FailureVerdict, toFailureVerdict } from './failure-verdict.ts';
import { type AllJobLimits, mostTakeovers } from './job-limits.ts';

/** A run that has ended, and what its job becomes. */
export interface EndedRun {
  readonly job: ClaimedJob;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly verdict: FailureVerdict | { readonly action: 'done' };
  readonly error?: unknown;
}

/** What runs at the moment. */
export interface JobRuns {
  /** How many more of this kind may start. */
  countFree(kind: JobKind): number;
  /** Every run ends in `onEnded`, unless it is abandoned before. */
  start(job: ClaimedJob): void;
  listLeases(): readonly Lease[];
  /** The lease has passed to another: aborts the run. */
  lose(lease: Lease): void;
  /** Aborts every run and forgets it, whatever it does afterwards. */
  abandonAll(): readonly Lease[];
  /** Resolves when nothing runs. */
  whenIdle(): Promise<void>;
}

export interface JobRunsParts {
  readonly handlers: JobHandlers;
  readonly limits: AllJobLimits;
  readonly clock: Clock;
  readonly random: () => number;
  readonly onEnded: (run: EndedRun) => void;
}

interface Run {
  readonly job: ClaimedJob;
  readonly startedAt: Instant;
  readonly controller: AbortController;
}

export function createJobRuns(parts: JobRunsParts): JobRuns {
  const running = new Set<Run>();
  const whenIdle: (() => void)[] = [];
  const queues = new Map<JobKind, PQueue>();
  const queueOf = (kind: JobKind): PQueue => {
    const queue = queues.get(kind) ?? new PQueue({ concurrency: parts.limits[kind].concurrency });
    queues.set(kind, queue);
    return queue;
  };

  return {
    countFree(kind) {
      const { size, pending } = queueOf(kind);
      return Math.max(parts.limits[kind].concurrency - size - pending, 0);
    },
    start(job) {
      const run: Run = { job, startedAt: parts.clock.now(), controller: new AbortController() };
      running.add(run);
      void queueOf(job.kind)
        .add(() => execute(run, parts))
        .then((ended) => {
          if (!running.delete(run)) return;
          parts.onEnded(ended);
          if (running.size === 0) for (const resolve of whenIdle.splice(0)) resolve();
        });
    },
    listLeases: () => [...running].map(({ job }) => job),
    lose({ id, generation }) {
      for (const { job, controller } of running) {
        if (job.id === id && job.generation === generation)
          controller.abort(new ServiceError('lease_lost', { jobId: id }));
      }
    },
    abandonAll() {
      const abandoned = [...running];
      running.clear();
      for (const { controller } of abandoned) controller.abort(new ServiceError('service_stopping'));
      return abandoned.map(({ job }) => job);
    },
    whenIdle() {
      if (running.size === 0) return Promise.resolve();
      return new Promise((resolve) => whenIdle.push(resolve));
    },
  };
}

/** Never throws: whatever the handler throws is an ended run too. */
async function execute(run: Run, parts: JobRunsParts): Promise<EndedRun> {
  const { job, startedAt, controller } = run;
  const attemptLimit = parts.limits[job.kind].attempts;
  const end = (result: Pick<EndedRun, 'verdict' | 'error'>): EndedRun => ({
    ...{ job, startedAt, endedAt: parts.clock.now() },
    ...result,
  });
  if (job.takeovers > mostTakeovers) return end({ verdict: { action: 'bury', errorCode: 'bug' } });
  try {
    const handler = parts.handlers[job.kind] as JobHandler;
    await handler(job.payload, {
      lease: { id: job.id, generation: job.generation },
      attempt: job.attempt,
      isLastAttempt: job.attempt >= attemptLimit,
      signal: controller.signal,
    });
    return end({ verdict: { action: 'done' } });
  } catch (error) {
    const { attempt } = job;
    return end({ verdict: toFailureVerdict({ error, attempt, attemptLimit, random: parts.random }), error });
  }
}

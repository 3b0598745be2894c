import { plusMs } from '../domain/calendar.ts';
import type { Instant } from '../domain/subject.ts';
import type { JobKind, Lease } from '../ports/jobs.ts';
import type { EndedRun, JobRuns } from './job-runs.ts';
import { reportRun } from './report-run.ts';
import type { WorkerTools } from './worker-tools.ts';
import { takeTurn } from './worker-turn.ts';

export interface JobTurns {
  /** To be written down in the next turn. */
  noteEnded(run: EndedRun): void;
  /** Writes down, claims, starts; answers when to look again. Never throws: what failed is taken up by the next turn. */
  take(turn: { readonly isClaiming: boolean; readonly released?: readonly Lease[] }): Promise<Instant | undefined>;
}

/** After a store that failed, which it does for all jobs alike. */
const pauseMs = 1_000;

export function createJobTurns(tools: WorkerTools, runs: JobRuns): JobTurns {
  const { store, clock, logger, leaseMs } = tools;
  let waiting: readonly EndedRun[] = [];
  return {
    noteEnded(run) {
      waiting = [...waiting, run];
    },
    async take({ isClaiming, released = [] }) {
      const ended = waiting;
      waiting = [];
      const free = isClaiming ? countFree(tools, runs) : new Map<JobKind, number>();
      if (ended.length === 0 && released.length === 0 && free.size === 0) return undefined;
      const now = clock.now();
      try {
        const result = await takeTurn(store, { ended, released, free, now, leaseUntil: plusMs(now, leaseMs) });
        for (const run of ended) reportRun(run, result.lost.has(run), tools);
        for (const job of result.claimed) runs.start(job);
        return result.nextDue;
      } catch (error) {
        waiting = [...ended, ...waiting]; // nothing of this turn was written down
        logger.error('jobs.turn_failed', { ended: ended.length, released: released.length }, error);
        return plusMs(now, pauseMs);
      }
    },
  };
}

function countFree({ limits }: WorkerTools, runs: JobRuns): ReadonlyMap<JobKind, number> {
  const kinds = Object.keys(limits) as JobKind[];
  return new Map(kinds.map((kind) => [kind, runs.countFree(kind)] as const).filter(([, free]) => free > 0));
}

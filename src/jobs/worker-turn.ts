import { plusMs } from '../domain/calendar.ts';
import { isServiceError } from '../domain/errors.ts';
import type { Instant } from '../domain/subject.ts';
import type { ClaimedJob, JobKind, JobRepository, Lease } from '../ports/jobs.ts';
import type { Store } from '../ports/store.ts';
import { kindsByTurns } from './job-limits.ts';
import type { EndedRun } from './job-runs.ts';

/** What a worker brings to a turn: runs that ended, and room for more. */
export interface WorkerTurn {
  readonly ended: readonly EndedRun[];
  readonly released: readonly Lease[];
  readonly free: ReadonlyMap<JobKind, number>;
  readonly now: Instant;
  readonly leaseUntil: Instant;
}

export interface TurnResult {
  readonly claimed: readonly ClaimedJob[];
  /** Ended runs whose lease had passed to another. */
  readonly lost: ReadonlySet<EndedRun>;
  /** When there is something to claim again for those kinds that have room left. */
  readonly nextDue: Instant | undefined;
}

/** Writes down what ended and claims what comes next, in one commit for all of it. */
export function takeTurn(store: Store, turn: WorkerTurn): Promise<TurnResult> {
  return store.transaction(async ({ jobs }) => {
    const lost = new Set<EndedRun>();
    for (const run of turn.ended) {
      if (!(await isHeld(() => settle(jobs, run)))) lost.add(run);
    }
    for (const lease of turn.released) await isHeld(() => jobs.release(lease));
    return { lost, ...(await claimFree(jobs, turn)) };
  });
}

async function claimFree(
  jobs: JobRepository,
  { free, now, leaseUntil }: WorkerTurn,
): Promise<Omit<TurnResult, 'lost'>> {
  const claimed: ClaimedJob[] = [];
  const withRoom: JobKind[] = [];
  if (free.size === 0) return { claimed, nextDue: undefined };
  const due = new Set(await jobs.listDueKinds([...free.keys()], now));
  for (const [kind, limit] of free) {
    const query = { kinds: [kind], limit, now, leaseUntil, isFair: kindsByTurns.has(kind) };
    const ofKind = due.has(kind) ? await jobs.claim(query) : [];
    claimed.push(...ofKind);
    if (ofKind.length < limit) withRoom.push(kind);
  }
  return { claimed, nextDue: withRoom.length === 0 ? undefined : await jobs.findNextDue(withRoom) };
}

async function settle(jobs: JobRepository, { job, startedAt, endedAt, verdict }: EndedRun): Promise<void> {
  switch (verdict.action) {
    case 'done':
    case 'drop':
      return jobs.complete(job);
    case 'retry':
      return jobs.retry(job, { runAt: plusMs(endedAt, verdict.afterMs), errorCode: verdict.errorCode });
    case 'wait':
      return jobs.postpone(job, { startedAt, runAt: plusMs(endedAt, verdict.afterMs), errorCode: verdict.errorCode });
    case 'bury':
      return jobs.bury(job, { at: endedAt, errorCode: verdict.errorCode });
    case 'release':
      return jobs.release(job);
    case 'lose':
      return jobs.assertHeld(job); // throws, as it did for the handler
  }
}

async function isHeld(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (isServiceError(error, 'lease_lost')) return false;
    throw error;
  }
}

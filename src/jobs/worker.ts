import { createAlarm } from './alarm.ts';
import { createJobRuns } from './job-runs.ts';
import { createJobTurns } from './job-turns.ts';
import { startLeaseKeeper } from './lease-keeper.ts';
import { createWakeableLoop } from './wakeable-loop.ts';
import { toWorkerTools, type WorkerParts } from './worker-tools.ts';

/** Runs durable jobs: claims what is due, and writes down what became of it. */
export interface Worker {
  /** Takes back what an earlier process held, and begins. */
  start(): Promise<void>;
  /** Looks for work now. What is enqueued in this process wakes it by itself. */
  wake(): void;
  /** Claims nothing more; what has not ended by then is aborted and given back. Safe to call twice. */
  drain(timeoutMs: number): Promise<void>;
}

export function createWorker(parts: WorkerParts): Worker {
  const tools = toWorkerTools(parts);
  const { store, clock, timers, logger, isOnlyWorker } = tools;
  let isClaiming = false;
  let ends: (() => void)[] = [];
  let drained: Promise<void> | undefined;

  const loop = createWakeableLoop(async () => {
    const lookAgainAt = await turns.take({ isClaiming });
    if (isClaiming && lookAgainAt !== undefined) alarm.setFor(lookAgainAt);
  });
  const alarm = createAlarm(loop.wake, tools);
  const runs = createJobRuns({
    ...tools,
    onEnded: (run) => {
      turns.noteEnded(run);
      loop.wake();
    },
  });
  const turns = createJobTurns(tools, runs);

  const drain = async (timeoutMs: number): Promise<void> => {
    isClaiming = false;
    alarm.cancel();
    await loop.whenAsleep();
    await Promise.race([runs.whenIdle(), new Promise<void>((resolve) => ends.push(timers.after(timeoutMs, resolve)))]);
    const released = runs.abandonAll();
    await loop.whenAsleep();
    await turns.take({ isClaiming, released });
    for (const end of ends) end();
    alarm.cancel(); // what ended meanwhile may have enqueued something for later
    if (released.length > 0) logger.warn('jobs.released', { count: released.length });
  };

  return {
    async start() {
      const now = clock.now();
      if (isOnlyWorker) await store.transaction(({ jobs }) => jobs.reclaimAll(now));
      if (drained !== undefined) return;
      isClaiming = true;
      const onEnqueued = store.onJobsEnqueued((soonest) => {
        if (soonest <= clock.now()) loop.wake();
        else alarm.setFor(soonest);
      });
      ends = [onEnqueued, startLeaseKeeper({ ...tools, runs })];
      loop.wake();
    },
    wake: loop.wake,
    drain: (timeoutMs) => (drained ??= drain(timeoutMs)),
  };
}

import { randomBytes } from 'node:crypto';
import type { WorkerParts } from '../../../src/jobs/worker-tools.ts';
import { createWorker, type Worker } from '../../../src/jobs/worker.ts';
import type { JobContext, JobHandlers, JobKind, JobRepository, NewJob } from '../../../src/ports/jobs.ts';
import type { Store } from '../../../src/ports/store.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { at, noon } from '../../contract/store-fixtures.ts';
import { type HeldTimers, holdTimers } from './held-timers.ts';
import { watchStore } from './watched-store.ts';

/** A worker on a store in memory, whose time stands still until it is moved. */
export interface WorkerUnderTest {
  readonly store: Store;
  readonly worker: Worker;
  readonly timers: HeldTimers;
  /** What was told: `count jobs sync-property done`, `warn job.retried`. */
  readonly told: string[];
  jobs<Result>(work: (jobs: JobRepository) => Promise<Result>): Promise<Result>;
  enqueueSync(propertyId: string, changes?: Partial<Pick<NewJob, 'urgency' | 'runAt'>>): Promise<void>;
  counts(): Promise<string>;
  /** Moves time, and lets what is due happen. */
  passMinutes(minutes: number): Promise<void>;
  /** Waits until nothing happens any more. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export type Handle = (propertyId: string, context: JobContext) => Promise<void>;

export async function startWorker(handle: Handle, changes: Partial<WorkerParts> = {}): Promise<WorkerUnderTest> {
  const under = await openWorker(handle, changes);
  await under.worker.start();
  return under;
}

export async function openWorker(handle: Handle, changes: Partial<WorkerParts> = {}): Promise<WorkerUnderTest> {
  const store = watchStore(
    changes.store ?? (await openStore({ databaseUrl: 'sqlite::memory:', secretKey: randomBytes(32) })),
  );
  const timers = holdTimers(noon, store.settled);
  const told: string[] = [];
  const log = (level: string) => (event: string) => void told.push(`${level} ${event}`);
  const worker = createWorker({
    handlers: {
      'sync-property': ({ propertyId }, context) => handle(propertyId, context),
    } as Partial<JobHandlers> as JobHandlers,
    clock: timers.clock,
    timers,
    random: () => 1,
    logger: { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') },
    metrics: {
      count: (name, labels) => void told.push(['count', name, ...Object.values(labels)].join(' ')),
      observe: () => undefined,
    },
    ...changes,
    store,
  });
  const jobs: WorkerUnderTest['jobs'] = (work) => store.transaction((rows) => work(rows.jobs));
  return {
    ...{ store, worker, timers, told, jobs },
    enqueueSync: (propertyId, { urgency = 5, runAt = noon } = {}) =>
      jobs((rows) => rows.enqueue({ kind: 'sync-property', payload: { propertyId }, urgency, runAt })),
    async counts() {
      await store.settled();
      const { waiting, running, buried } = await jobs((rows) => rows.countByState());
      return `${waiting} waiting, ${running} running, ${buried} buried`;
    },
    settled: store.settled,
    passMinutes: (minutes) => timers.passMs(minutes * 60_000),
    async close() {
      await worker.drain(0).catch(() => undefined);
      await store.close();
    },
  };
}

export const syncKinds: readonly JobKind[] = ['sync-property'];

/** Claims as another worker would, an hour from noon. */
export const anHourLater = { kinds: syncKinds, limit: 9, now: at(60), leaseUntil: at(120) };

import { randomBytes } from 'node:crypto';
import type { AlertCause, AlertFacts } from '../../src/ports/alerts.ts';
import type { ClaimedJob } from '../../src/ports/jobs.ts';
import type { Store } from '../../src/ports/store.ts';
import {
  type AlertMessage,
  createDeliverAlert,
  type DeliverAlertParts,
} from '../../src/screening/alerts/deliver-alert.ts';
import { openStore } from '../../src/store/open-store.ts';
import { at } from '../contract/store-fixtures.ts';

/** Alerts and their deliveries over a real store, with a clock that tests set. */
export interface AlertDesk {
  readonly store: Store;
  now: string;
  /** Between what left and its record: throws, as a process that dies. */
  diesBeforeRecord: boolean;
  raise(changes?: Partial<AlertCause>, facts?: AlertFacts): Promise<void>;
  settle(changes?: Partial<AlertCause>): Promise<void>;
  /** Runs every delivery that is due, and those that they make due; answers the errors. */
  deliver(): Promise<readonly unknown[]>;
  close(): Promise<void>;
}

export const burial: AlertCause = { kind: 'jobs_buried', propertyId: null, about: '' };

/** `senders` may be made of the store. */
export async function openAlertDesk(
  toSenders: (store: Store) => DeliverAlertParts['senders'],
  secretKey = randomBytes(32),
): Promise<AlertDesk> {
  const store = await openStore({ databaseUrl: 'sqlite::memory:', secretKey });
  const watched: Store = {
    ...store,
    transactionUnder: (lease, work) =>
      store.transactionUnder(lease, async (rows) => {
        const result = await work(rows);
        if (desk.diesBeforeRecord) throw new Error('killed');
        return result;
      }),
  };
  const clock = { now: () => desk.now };
  const handle = createDeliverAlert({ store: watched, clock, senders: toSenders(store) });
  const run = async (job: ClaimedJob<'deliver-alert'>): Promise<unknown> => {
    const { signal } = new AbortController();
    const context = { lease: job, attempt: job.attempt, isLastAttempt: false, signal };
    const error: unknown = await handle(job.payload, context).then(
      () => undefined,
      (caught: unknown) => caught,
    );
    await store.transaction((rows) =>
      error === undefined ? rows.jobs.complete(job) : rows.jobs.retry(job, { runAt: desk.now, errorCode: 'bug' }),
    );
    return error;
  };
  const deliver = async (): Promise<readonly unknown[]> => {
    const leaseUntil = new Date(Date.parse(desk.now) + 60_000).toISOString();
    const query = { kinds: ['deliver-alert'], limit: 99, now: desk.now, leaseUntil } as const;
    const jobs = await store.transaction((rows) => rows.jobs.claim(query));
    const errors: unknown[] = [];
    for (const job of jobs as readonly ClaimedJob<'deliver-alert'>[]) errors.push(await run(job));
    const found = errors.filter((error) => error !== undefined);
    return jobs.length === 0 || found.length > 0 ? found : deliver();
  };
  const desk: AlertDesk = {
    ...{ store, now: at(0), diesBeforeRecord: false, deliver },
    raise: (changes, facts = { jobs: 3 }) =>
      store.transaction((rows) => rows.alerts.raise({ ...burial, ...changes, facts, at: desk.now })),
    settle: (changes) => store.transaction((rows) => rows.alerts.settle({ ...burial, ...changes, at: desk.now })),
    close: () => store.close(),
  };
  return desk;
}

/** What a message says, for expectations. */
export function toPhases(messages: readonly AlertMessage[]): readonly string[] {
  return messages.map(({ phase, recipient = '' }) => `${phase} ${recipient}`.trim());
}

import { afterEach, expect, test } from '@jest/globals';
import { ServiceError } from '../../../src/domain/errors.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { at } from '../../contract/store-fixtures.ts';
import { startWorker, type WorkerUnderTest } from './worker-under-test.ts';

let under: WorkerUnderTest;
afterEach(() => under.close());

const oneAtATime = { limits: { 'sync-property': { concurrency: 1, attempts: 3 } } };

test('a drain lets what runs finish, and claims nothing more', async () => {
  let end = (): void => undefined;
  under = await startWorker(() => new Promise((resolve) => (end = resolve)), oneAtATime);
  await under.enqueueSync('P1');
  await under.enqueueSync('P2');
  await under.settled();
  const drained = under.worker.drain(60_000);
  await under.settled();
  end();
  await drained;
  expect(await under.counts()).toBe('1 waiting, 0 running, 0 buried');
  await under.enqueueSync('P3');
  await under.passMinutes(5);
  expect(await under.counts()).toBe('2 waiting, 0 running, 0 buried');
});

test('what does not end in time is aborted and given back, and that try does not count', async () => {
  let reason: unknown;
  under = await startWorker(
    (_propertyId, { signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          reason = signal.reason;
          reject(new Error('aborted'));
        });
      }),
  );
  await under.enqueueSync('P1');
  await under.settled();
  const drained = under.worker.drain(10_000);
  await under.settled();
  expect(reason).toBeUndefined();
  await under.passMinutes(1);
  await drained;
  expect(reason).toMatchObject({ code: 'service_stopping' });
  expect(await under.counts()).toBe('1 waiting, 0 running, 0 buried');
  const claim = { kinds: ['sync-property'], limit: 1, now: at(1), leaseUntil: at(2) } as const;
  expect(await under.jobs((jobs) => jobs.claim(claim))).toMatchObject([{ attempt: 1 }]);
});

test('a handler that ignores its signal holds nothing up, and can write nothing afterwards', async () => {
  let late: Promise<unknown> = Promise.resolve();
  let wake = (): void => undefined;
  under = await startWorker(async (_propertyId, { lease }) => {
    await new Promise<void>((resolve) => (wake = resolve));
    late = under.store.transactionUnder(lease, () => Promise.resolve());
    await late;
  });
  await under.enqueueSync('P1');
  await under.settled();
  const drained = under.worker.drain(10_000);
  await under.passMinutes(1);
  await drained;
  wake();
  await under.settled();
  await expect(late).rejects.toMatchObject({ code: 'lease_lost' });
  expect(await under.counts()).toBe('1 waiting, 0 running, 0 buried');
});

test('draining twice, or before anything ran, is fine', async () => {
  under = await startWorker(() => Promise.resolve());
  await Promise.all([under.worker.drain(1_000), under.worker.drain(1_000)]);
});

test('a store that fails for a while loses no result: it is written down when it works again', async () => {
  const store = await openStore({ databaseUrl: 'sqlite::memory:', secretKey: Buffer.alloc(32, 7) });
  let isFull = false;
  let runs = 0;
  const failing = {
    ...store,
    transaction: (work: Parameters<typeof store.transaction>[0]) =>
      isFull ? Promise.reject(new ServiceError('store_full')) : store.transaction(work),
  } as typeof store;
  under = await startWorker(
    () => {
      runs += 1;
      isFull = true;
      return Promise.resolve();
    },
    { store: failing },
  );
  await under.enqueueSync('P1');
  await under.settled();
  await under.passMinutes(0.1);
  expect(under.told).toContain('error jobs.turn_failed');
  isFull = false;
  await under.passMinutes(0.1);
  expect(await under.counts()).toBe('0 waiting, 0 running, 0 buried');
  expect(runs).toBe(1);
});

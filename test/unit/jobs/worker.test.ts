import { afterEach, describe, expect, test } from '@jest/globals';
import { ServiceError } from '../../../src/domain/errors.ts';
import type { JobContext } from '../../../src/ports/jobs.ts';
import { at } from '../../contract/store-fixtures.ts';
import { anHourLater, type Handle, openWorker, startWorker, type WorkerUnderTest } from './worker-under-test.ts';

let under: WorkerUnderTest;
afterEach(() => under.close());

function noteIn(ran: string[]): Handle {
  return (propertyId) => {
    ran.push(propertyId);
    return Promise.resolve();
  };
}

describe('a worker', () => {
  test('runs what is due, once, and nothing is left of it', async () => {
    const ran: string[] = [];
    under = await startWorker(noteIn(ran));
    await under.enqueueSync('P1');
    await under.enqueueSync('P2');
    expect(await under.counts()).toBe('0 waiting, 0 running, 0 buried');
    expect(ran).toEqual(['P1', 'P2']);
    expect(under.told.filter((line) => line === 'count jobs sync-property done')).toHaveLength(2);
  });

  test('runs what was enqueued before it started', async () => {
    const ran: string[] = [];
    under = await openWorker(noteIn(ran));
    await under.enqueueSync('P1');
    expect(ran).toEqual([]);
    await under.worker.start();
    await under.settled();
    expect(ran).toEqual(['P1']);
  });

  test('waits until a job is due, without being told again', async () => {
    const ran: string[] = [];
    under = await startWorker(noteIn(ran));
    await under.enqueueSync('later', { runAt: at(30) });
    await under.enqueueSync('sooner', { runAt: at(10) });
    await under.passMinutes(9);
    expect(ran).toEqual([]);
    await under.passMinutes(2);
    expect(ran).toEqual(['sooner']);
    await under.passMinutes(30);
    expect(ran).toEqual(['sooner', 'later']);
  });

  test('runs no more of a kind at once than its limit, and goes on as each ends', async () => {
    const gates = new Map<string, () => void>();
    const limits = { 'sync-property': { concurrency: 2, attempts: 3 } };
    under = await startWorker((propertyId) => new Promise((resolve) => gates.set(propertyId, resolve)), { limits });
    for (const propertyId of ['A', 'B', 'C']) await under.enqueueSync(propertyId);
    expect(await under.counts()).toBe('1 waiting, 2 running, 0 buried');
    expect([...gates.keys()]).toEqual(['A', 'B']);
    gates.get('A')?.();
    await under.settled();
    expect([...gates.keys()]).toEqual(['A', 'B', 'C']);
    for (const open of gates.values()) open();
  });

  test('runs again what news asked for mid-run, after the run in progress', async () => {
    const opens: (() => void)[] = [];
    under = await startWorker(() => new Promise((resolve) => opens.push(resolve)));
    await under.enqueueSync('P1');
    await under.settled();
    await under.enqueueSync('P1');
    await under.settled();
    expect(opens).toHaveLength(1);
    opens[0]?.();
    await under.settled();
    expect(opens).toHaveLength(2);
    opens[1]?.();
    expect(await under.counts()).toBe('0 waiting, 0 running, 0 buried');
  });
});

describe('a job that fails', () => {
  test('is tried again after its delay, told which try it is and which is the last, then buried', async () => {
    const tries: [number, boolean][] = [];
    const fail: Handle = (_propertyId, { attempt, isLastAttempt }) => {
      tries.push([attempt, isLastAttempt]);
      return Promise.reject(new ServiceError('pms_pages_moved'));
    };
    under = await startWorker(fail, { limits: { 'sync-property': { concurrency: 1, attempts: 3 } } });
    await under.enqueueSync('P1');
    expect(await under.counts()).toBe('1 waiting, 0 running, 0 buried');
    await under.passMinutes(1);
    const expected = [1, 2, 3].map((attempt) => [attempt, attempt === 3]);
    expect(tries).toEqual(expected);
    expect(await under.counts()).toBe('0 waiting, 0 running, 1 buried');
    expect(await under.jobs((jobs) => jobs.listBuried({ limit: 9 }))).toMatchObject([{ errorCode: 'pms_pages_moved' }]);
    expect(under.told).toContain('count jobs sync-property buried');
  });

  test('is dropped where what it was about is gone', async () => {
    under = await startWorker(() => Promise.reject(new ServiceError('property_unknown')));
    await under.enqueueSync('P1');
    expect(await under.counts()).toBe('0 waiting, 0 running, 0 buried');
    expect(under.told).toContain('count jobs sync-property dropped');
  });

  test('runs again when it is replayed', async () => {
    let isHealed = false;
    under = await startWorker(() => (isHealed ? Promise.resolve() : Promise.reject(new ServiceError('pms_refused'))));
    await under.enqueueSync('P1');
    expect(await under.counts()).toBe('0 waiting, 0 running, 1 buried');
    isHealed = true;
    await under.jobs(async (jobs) => {
      const [buried] = await jobs.listBuried({ limit: 1 });
      await jobs.replay(buried?.id ?? '', at(0));
    });
    expect(await under.counts()).toBe('0 waiting, 0 running, 0 buried');
  });

  test('does not hold up the others', async () => {
    const ran: string[] = [];
    under = await startWorker((propertyId) => {
      ran.push(propertyId);
      return propertyId === 'bad' ? Promise.reject(new TypeError('a bug')) : Promise.resolve();
    });
    for (const propertyId of ['bad', 'good', 'better']) await under.enqueueSync(propertyId);
    expect(await under.counts()).toBe('1 waiting, 0 running, 0 buried');
    expect(ran).toEqual(['bad', 'good', 'better']);
  });

  test('is not run any more when it has ended the process too often', async () => {
    const ran: string[] = [];
    under = await openWorker(noteIn(ran));
    await under.enqueueSync('P1');
    for (let crash = 0; crash < 21; crash += 1) {
      await under.jobs(async (jobs) => {
        await jobs.claim({ kinds: ['sync-property'], limit: 1, now: at(0), leaseUntil: at(1) });
        await jobs.reclaimAll(at(0));
      });
    }
    await under.worker.start();
    expect(await under.counts()).toBe('0 waiting, 0 running, 1 buried');
    expect(ran).toEqual([]);
  });
});

describe('a lease', () => {
  test('is extended for as long as its job runs', async () => {
    let open = (): void => undefined;
    under = await startWorker(() => new Promise((resolve) => (open = resolve)));
    await under.enqueueSync('P1');
    await under.passMinutes(30);
    const now = at(30);
    expect(await under.jobs((jobs) => jobs.claim({ ...anHourLater, now }))).toEqual([]);
    open();
    expect(await under.counts()).toBe('0 waiting, 0 running, 0 buried');
  });

  test('that passed on aborts the run, and a worker that lost its lease changes nothing', async () => {
    let context: JobContext | undefined;
    let end = (): void => undefined;
    const handle: Handle = (_propertyId, given) => {
      context = given;
      return new Promise((resolve) => (end = resolve));
    };
    under = await startWorker(handle, { limits: { 'sync-property': { concurrency: 1, attempts: 3 } } });
    await under.enqueueSync('P1');
    await under.settled();
    const [taken] = await under.jobs((jobs) => jobs.claim(anHourLater));
    expect(taken).toMatchObject({ attempt: 2 });
    await under.passMinutes(1);
    expect(context?.signal.aborted).toBe(true);
    end();
    expect(await under.counts()).toBe('0 waiting, 1 running, 0 buried');
    expect(under.told).toContain('count jobs sync-property lease_lost');
    await under.jobs((jobs) => jobs.complete(taken ?? { id: '', generation: 0 }));
  });

  test('of a process that was killed is taken over at start, without waiting for its end', async () => {
    const attempts: number[] = [];
    under = await openWorker((_propertyId, { attempt }) => {
      attempts.push(attempt);
      return Promise.resolve();
    });
    await under.enqueueSync('P1');
    await under.jobs((jobs) => jobs.claim({ ...anHourLater, now: at(0) }));
    await under.worker.start();
    expect(await under.counts()).toBe('0 waiting, 0 running, 0 buried');
    expect(attempts).toEqual([2]);
  });

  test('of another worker is left alone where this one is not the only', async () => {
    under = await openWorker(() => Promise.resolve(), { isOnlyWorker: false });
    await under.enqueueSync('P1');
    await under.jobs((jobs) => jobs.claim({ ...anHourLater, now: at(0), leaseUntil: at(5) }));
    await under.worker.start();
    expect(await under.counts()).toBe('0 waiting, 1 running, 0 buried');
    await under.passMinutes(6);
    expect(await under.counts()).toBe('0 waiting, 0 running, 0 buried');
  });
});

import { describe, expect, test } from '@jest/globals';
import type { ClaimedJob, JobRepository, Lease } from '../../src/ports/jobs.ts';
import { at, noon, type StoreUnderTest, toSync } from './store-fixtures.ts';

/** What every queue of durable work promises. */
export function describeJobs(under: StoreUnderTest): void {
  const jobs = <Result>(work: (jobs: JobRepository) => Promise<Result>): Promise<Result> =>
    under.store.transaction((rows) => work(rows.jobs));
  const claim = (now = noon, limit = 9) =>
    jobs((rows) => rows.claim({ kinds: ['sync-property'], limit, now, leaseUntil: at(minutesOf(now) + 1) }));
  const claimOne = async (now = noon): Promise<ClaimedJob> => {
    const [job] = await claim(now, 1);
    if (job === undefined) throw new Error('nothing to claim');
    return job;
  };
  const propertiesOf = (claimed: readonly ClaimedJob[]) =>
    claimed.map(({ payload }) => ('propertyId' in payload ? payload.propertyId : ''));
  const count = () => under.store.read((rows) => rows.jobs.countByState());
  const nextDue = () => under.store.read((rows) => rows.jobs.findNextDue(['sync-property', 'write-back']));

  describe('waiting jobs', () => {
    test('the most urgent come first, then the longest due, and only what is due', async () => {
      await jobs((rows) =>
        rows.enqueueAll([
          toSync({ propertyId: 'late', urgency: 5, runAt: at(-1) }),
          toSync({ propertyId: 'early', urgency: 5, runAt: at(-2) }),
          toSync({ propertyId: 'urgent', urgency: 1, runAt: at(0) }),
          toSync({ propertyId: 'future', urgency: 0, runAt: at(1) }),
        ]),
      );
      expect(propertiesOf(await claim(noon, 2))).toEqual(['urgent', 'early']);
      expect(propertiesOf(await claim())).toEqual(['late']);
    });

    test('only the kinds that are asked for are claimed', async () => {
      await jobs((rows) => rows.enqueue(toSync()));
      const none = await jobs((rows) => rows.claim({ kinds: ['write-back'], limit: 9, now: noon, leaseUntil: at(1) }));
      expect(none).toEqual([]);
    });

    test('a key that waits already keeps the sooner time and the greater urgency, and adds nothing', async () => {
      await jobs((rows) => rows.enqueue(toSync({ urgency: 5, runAt: at(1) })));
      await jobs((rows) => rows.enqueue(toSync({ urgency: 9, runAt: at(0) })));
      await jobs((rows) => rows.enqueue(toSync({ urgency: 2, runAt: at(9) })));
      expect(await claim()).toMatchObject([{ urgency: 2, attempt: 1, payload: { propertyId: 'P1' } }]);
      expect(await count()).toEqual({ waiting: 0, running: 1, buried: 0 });
    });

    test('the same key twice in one group is one job', async () => {
      await jobs((rows) => rows.enqueueAll([toSync({ urgency: 5 }), toSync({ urgency: 3 })]));
      expect(await claim()).toMatchObject([{ urgency: 3 }]);
    });

    test('a payload is the same key whatever the order of its names', async () => {
      const [payload, turned] = [
        { propertyId: 'P1', guestId: 'G1' },
        { guestId: 'G1', propertyId: 'P1' },
      ];
      await jobs(async (rows) => {
        await rows.enqueue({ kind: 'write-back', payload, urgency: 1, runAt: noon });
        await rows.enqueue({ kind: 'write-back', payload: turned, urgency: 1, runAt: noon });
      });
      expect((await count()).waiting).toBe(1);
    });
  });

  describe('running jobs', () => {
    test('a job in progress is not claimed again', async () => {
      await jobs((rows) => rows.enqueue(toSync()));
      expect(await claim()).toHaveLength(1);
      expect(await claim()).toEqual([]);
    });

    test('news arriving mid-run queues another run, which waits for the one in progress', async () => {
      await jobs((rows) => rows.enqueue(toSync()));
      const first = await claimOne();
      await jobs((rows) => rows.enqueue(toSync()));
      expect(await claim()).toEqual([]);
      await jobs((rows) => rows.complete(first));
      expect(await claim()).toMatchObject([{ attempt: 1 }]);
    });

    test('a job whose lease has run out is claimed by the next, and the first holder can do nothing', async () => {
      await jobs((rows) => rows.enqueue(toSync()));
      const stalled = await claimOne();
      const second = await claimOne(at(1));
      expect(second).toMatchObject({ id: stalled.id, attempt: 2 });
      await expectLost(stalled);
      await jobs((rows) => rows.assertHeld(second));
    });

    test('a lease that was extended holds longer', async () => {
      await jobs((rows) => rows.enqueue(toSync()));
      const job = await claimOne();
      await jobs((rows) => rows.extend(job, at(5)));
      expect(await claim(at(4))).toEqual([]);
      expect(await claim(at(5))).toHaveLength(1);
    });

    test('a completed job is gone, and its lease with it', async () => {
      await jobs((rows) => rows.enqueue(toSync()));
      const job = await claimOne();
      await jobs((rows) => rows.complete(job));
      expect(await count()).toEqual({ waiting: 0, running: 0, buried: 0 });
      await expectLost(job);
    });

    test('the lease of a job that is gone never fits another job', async () => {
      await jobs((rows) => rows.enqueue(toSync()));
      const first = await claimOne();
      await jobs((rows) => rows.complete(first));
      await jobs((rows) => rows.enqueue(toSync()));
      await claimOne();
      await expectLost(first);
    });

    test('at start every running job can be taken back, whatever its lease', async () => {
      await jobs((rows) => rows.enqueueAll([toSync(), toSync({ propertyId: 'P2' })]));
      const [held] = await claim();
      expect(await jobs((rows) => rows.reclaimAll(at(0.1)))).toBe(2);
      await expectLost(held ?? { id: '0', generation: 0 });
      expect(await claim(at(0.1))).toMatchObject([{ attempt: 2 }, { attempt: 2 }]);
    });

    async function expectLost(lease: Lease): Promise<void> {
      const next = { runAt: noon, at: noon, errorCode: 'bug' } as const;
      for (const attempt of [
        (rows: JobRepository) => rows.assertHeld(lease),
        (rows: JobRepository) => rows.extend(lease, at(9)),
        (rows: JobRepository) => rows.complete(lease),
        (rows: JobRepository) => rows.retry(lease, next),
        (rows: JobRepository) => rows.release(lease),
        (rows: JobRepository) => rows.bury(lease, next),
      ]) {
        await expect(jobs(attempt)).rejects.toMatchObject({ code: 'lease_lost' });
      }
    }
  });

  describe('jobs given back', () => {
    test('a retried job comes again at its time, and counts the try', async () => {
      await jobs((rows) => rows.enqueue(toSync()));
      const job = await claimOne();
      await jobs((rows) => rows.retry(job, { runAt: at(2), errorCode: 'pms_timeout' }));
      expect(await claim(at(1))).toEqual([]);
      expect(await claim(at(2))).toMatchObject([{ id: job.id, attempt: 2, generation: 2 }]);
    });

    test('where the same key waits already, that one stands for the retried job', async () => {
      await jobs((rows) => rows.enqueue(toSync()));
      const job = await claimOne();
      await jobs((rows) => rows.enqueue(toSync()));
      await jobs((rows) => rows.retry(job, { runAt: at(20), errorCode: 'pms_timeout' }));
      expect(await claim()).toMatchObject([{ attempt: 1 }]);
      expect(await count()).toEqual({ waiting: 0, running: 1, buried: 0 });
    });

    test('a released job is due as before, and the try does not count', async () => {
      await jobs((rows) => rows.enqueue(toSync()));
      const job = await claimOne();
      await jobs((rows) => rows.release(job));
      expect(await claim()).toMatchObject([{ id: job.id, attempt: 1 }]);
    });

    test('a released job whose key waits already hurries that one', async () => {
      await jobs((rows) => rows.enqueue(toSync({ urgency: 1 })));
      const job = await claimOne();
      await jobs((rows) => rows.enqueue(toSync({ urgency: 7, runAt: at(30) })));
      await jobs((rows) => rows.release(job));
      expect(await claim()).toMatchObject([{ urgency: 1 }]);
      expect(await count()).toEqual({ waiting: 0, running: 1, buried: 0 });
    });

    test('a buried job is listed with its reason, and leaves its key to others', async () => {
      await jobs((rows) => rows.enqueue(toSync()));
      const job = await claimOne();
      await jobs((rows) => rows.bury(job, { at: at(1), errorCode: 'pms_refused' }));
      expect(await under.store.read((rows) => rows.jobs.listBuried({ limit: 9 }))).toEqual([
        {
          ...{ id: job.id, kind: 'sync-property', payload: { propertyId: 'P1' }, attempts: 1 },
          ...{ errorCode: 'pms_refused', buriedAt: at(1) },
        },
      ]);
      await jobs((rows) => rows.enqueue(toSync()));
      expect(await claim()).toHaveLength(1);
      expect(await claim(at(99))).not.toContainEqual(expect.objectContaining({ id: job.id }));
    });

    test('buried jobs are listed page after page', async () => {
      for (const propertyId of ['A', 'B', 'C']) {
        await jobs((rows) => rows.enqueue(toSync({ propertyId })));
        const job = await claimOne();
        await jobs((rows) => rows.bury(job, { at: noon, errorCode: 'bug' }));
      }
      const list = (after?: string) =>
        under.store.read((rows) => rows.jobs.listBuried({ limit: 2, ...(after === undefined ? {} : { after }) }));
      const first = await list();
      const second = await list(first[1]?.id);
      expect([...first, ...second].map(({ payload }) => payload)).toEqual(
        ['C', 'B', 'A'].map((propertyId) => ({ propertyId })),
      );
    });

    test('a replayed job is due now with its tries forgotten; an unknown one is an error', async () => {
      await jobs((rows) => rows.enqueue(toSync()));
      const job = await claimOne();
      await jobs((rows) => rows.bury(job, { at: at(1), errorCode: 'bug' }));
      await jobs((rows) => rows.replay(job.id, at(2)));
      expect(await claim(at(2))).toMatchObject([{ id: job.id, attempt: 1 }]);
      for (const id of [job.id, '999', 'nonsense']) {
        const replayed = jobs((rows) => rows.replay(id, at(3)));
        await expect(replayed).rejects.toMatchObject({ code: 'job_unknown' });
      }
    });

    test('replaying a job whose key waits already makes that one due', async () => {
      await jobs((rows) => rows.enqueue(toSync()));
      const job = await claimOne();
      await jobs((rows) => rows.bury(job, { at: noon, errorCode: 'bug' }));
      await jobs((rows) => rows.enqueue(toSync({ runAt: at(50) })));
      await jobs((rows) => rows.replay(job.id, noon));
      expect(await claim()).toHaveLength(1);
      expect(await count()).toEqual({ waiting: 0, running: 1, buried: 0 });
    });
  });

  describe('when to look again', () => {
    test('never, where nothing waits', async () => {
      expect(await nextDue()).toBeUndefined();
    });

    test('when the first of these kinds is due', async () => {
      await jobs((rows) =>
        rows.enqueueAll([
          toSync({ runAt: at(7) }),
          toSync({ propertyId: 'P2', runAt: at(3), urgency: 40 }),
          { kind: 'run-checks', payload: { propertyId: 'P1', screeningId: 'S1' }, urgency: 1, runAt: at(1) },
        ]),
      );
      expect(await nextDue()).toBe(at(3));
    });

    test('when a lease runs out, and not for a job whose key is running', async () => {
      await jobs((rows) => rows.enqueue(toSync()));
      await claim();
      await jobs((rows) => rows.enqueue(toSync()));
      expect(await nextDue()).toBe(at(1));
    });
  });
}

function minutesOf(instant: string): number {
  return (Date.parse(instant) - Date.parse(noon)) / 60_000;
}

import { describe, expect, test } from '@jest/globals';
import type { ClaimedJob, JobRepository } from '../../src/ports/jobs.ts';
import { at, noon, type StoreUnderTest } from './store-fixtures.ts';

/** Whose turn it is, where properties share what the work needs. */
export function describeJobTurns(under: StoreUnderTest): void {
  const jobs = <Result>(work: (jobs: JobRepository) => Promise<Result>): Promise<Result> =>
    under.store.transaction((rows) => work(rows.jobs));

  describe('where properties share what the work needs', () => {
    const claimFairly = (limit: number) =>
      jobs((rows) => rows.claim({ kinds: ['write-back'], limit, now: noon, leaseUntil: at(1), isFair: true }));
    const enqueueWriteBacks = (propertyId: string, guests: readonly number[], urgency = 3) =>
      jobs((rows) =>
        rows.enqueueAll(
          guests.map((guest) => ({
            kind: 'write-back' as const,
            payload: { propertyId, guestId: `${propertyId}-${guest}` },
            urgency,
            runAt: at(guest - 60),
          })),
        ),
      );
    const guests = (claimed: readonly ClaimedJob[]) =>
      claimed.map(({ payload }) => ('guestId' in payload ? payload.guestId : ''));

    test('the one with the least under way comes first, however long the others have waited', async () => {
      await enqueueWriteBacks('large', [1, 2, 3, 4, 5, 6]);
      await claimFairly(2);
      await enqueueWriteBacks('small', [30, 31]);
      expect(guests(await claimFairly(1))).toEqual(['small-30']);
      expect(guests(await claimFairly(1))).toEqual(['small-31']);
      expect(guests(await claimFairly(1))).toEqual(['large-3']);
    });

    test('each gets one before any gets two, and nothing stays idle', async () => {
      await enqueueWriteBacks('large', [1, 2, 3, 4]);
      await enqueueWriteBacks('small', [30]);
      expect(guests(await claimFairly(4)).toSorted()).toEqual(['large-1', 'large-2', 'large-3', 'small-30']);
    });

    test('the urgent come first all the same', async () => {
      await enqueueWriteBacks('large', [1, 2], 2);
      await enqueueWriteBacks('small', [30], 9);
      expect(guests(await claimFairly(1))).toEqual(['large-1']);
      expect(guests(await claimFairly(1))).toEqual(['large-2']);
      expect(guests(await claimFairly(1))).toEqual(['small-30']);
    });

    test('what is not due yet holds nobody up', async () => {
      await enqueueWriteBacks('large', [90], 1);
      await enqueueWriteBacks('small', [30], 9);
      expect(guests(await claimFairly(2))).toEqual(['small-30']);
    });
  });
}

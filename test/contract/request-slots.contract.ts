import { describe, expect, test } from '@jest/globals';
import type { RequestSlotRepository } from '../../src/ports/request-slots.ts';
import type { StoreUnderTest } from './store-fixtures.ts';

/** How processes share a request budget. */
export function describeRequestSlots(under: StoreUnderTest): void {
  const slots = <Result>(work: (slots: RequestSlotRepository) => Promise<Result>): Promise<Result> =>
    under.store.transaction((rows) => work(rows.requestSlots));
  const take = (nowMs: number, apiKey = 'key-1') =>
    slots((rows) => rows.take({ apiKey, slots: 2, nowMs, heldUntilMs: nowMs + 30_000 }));

  describe('slots of a request budget', () => {
    test('are as many as there may be, each is given to one, and the next is told when to come', async () => {
      expect(await take(100)).toEqual({ held: { apiKey: 'key-1', slot: 0 } });
      expect(await take(101)).toEqual({ held: { apiKey: 'key-1', slot: 1 } });
      expect(await take(102)).toEqual({ firstFreeAtMs: 30_100 });
      expect(await take(102, 'key-2')).toMatchObject({ held: { slot: 0 } });
    });

    test('come back when their time is over, and by themselves where their holder vanished', async () => {
      await take(100);
      await take(101);
      await slots((rows) => rows.release({ apiKey: 'key-1', slot: 1 }, 1_200));
      expect(await take(1_199)).toEqual({ firstFreeAtMs: 1_200 });
      expect(await take(1_200)).toMatchObject({ held: { slot: 1 } });
      expect(await take(30_100)).toMatchObject({ held: { slot: 0 } });
    });

    test('that rest are not free before, though their holder releases them', async () => {
      await take(100);
      await slots((rows) => rows.rest('key-1', [5_000, 10_000]));
      await slots((rows) => rows.release({ apiKey: 'key-1', slot: 0 }, 1_100));
      expect(await take(1_200)).toEqual({ firstFreeAtMs: 5_000 });
      expect(await take(5_000)).toMatchObject({ held: { slot: 0 } });
      expect(await take(9_999)).toEqual({ firstFreeAtMs: 10_000 });
    });

    test('that have been free for long are forgotten, and those that are held or rest are not', async () => {
      await take(100, 'tried once');
      for (const atMs of [100, 30_100, 60_000]) await take(atMs, 'in use');
      await slots((rows) => rows.rest('resting', [90_000]));
      expect(await slots((rows) => rows.removeFreeSince(50_000))).toBe(1);
      expect(await take(80_000, 'resting')).toMatchObject({ held: { slot: 1 } });
      expect(await take(60_050, 'in use')).toEqual({ firstFreeAtMs: 60_100 });
    });

    test('do not stay taken by a clock that was set back', async () => {
      await take(9_000_000);
      await take(9_000_000);
      expect(await take(100)).toMatchObject({ held: { slot: 0 } });
    });

    test('are not waited for until a clock that was set back by two minutes has caught up, unless they rest', async () => {
      await take(300_000);
      await take(300_000);
      expect(await take(180_000)).toMatchObject({ held: { slot: 0 } });
      await slots((rows) => rows.rest('resting', [1_000_000, 1_000_000]));
      expect(await take(180_000, 'resting')).toEqual({ firstFreeAtMs: 1_000_000 });
    });
  });
}

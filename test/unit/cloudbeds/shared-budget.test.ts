import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createRequestBudget } from '../../../src/pms/cloudbeds/request-budget.ts';
import { createSharedSlots } from '../../../src/pms/cloudbeds/shared-slots.ts';
import type { RequestSlots } from '../../../src/ports/request-slots.ts';
import { createNetwork, findFullestWindow, never, spendMany } from './counted-network.ts';

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
});
afterEach(() => {
  jest.useRealTimers();
});

describe('after the PMS has slowed us down', () => {
  /** Has work all the time; `countIn` says how many requests arrived between two times. */
  function spendAllTheTime(requestsPerSecond: number, work = 500) {
    const { arrivals, send } = createNetwork();
    const budget = createRequestBudget({ requestsPerSecond });
    spendMany(budget, work, () => send());
    const countIn = (fromMs: number, toMs: number) => arrivals.filter((at) => at >= fromMs && at < toMs).length;
    return { arrivals, budget, countIn };
  }

  test('half of the slots go on after the pause, and the others are back within seconds', async () => {
    const { arrivals, budget, countIn } = spendAllTheTime(10);
    budget.slowDown(2_000);
    await jest.advanceTimersByTimeAsync(20_000);
    expect(countIn(100, 2_000)).toBe(0);
    expect(countIn(2_000, 3_000)).toBe(5);
    expect(countIn(4_000, 5_000)).toBeLessThanOrEqual(8);
    expect(countIn(7_000, 8_000)).toBe(9);
    expect(countIn(12_000, 20_000)).toBeGreaterThanOrEqual(78);
    expect(findFullestWindow(arrivals)).toBe(10);
  });

  test('several refusals of one moment count as one', async () => {
    const { budget, countIn } = spendAllTheTime(10);
    for (let refused = 0; refused < 4; refused += 1) budget.slowDown(2_000);
    await jest.advanceTimersByTimeAsync(20_000);
    expect(countIn(2_000, 3_000)).toBe(5);
  });

  test('a limit that is lower than we think is used, and seldom tried', async () => {
    const { budget, countIn } = spendAllTheTime(10, 2_000);
    // The PMS allows six.
    const refusals: number[] = [];
    for (let ms = 0; ms < 300_000; ms += 1_000) {
      if (countIn(ms - 1_000, ms) > 6) {
        refusals.push(ms);
        budget.slowDown(1_000);
      }
      await jest.advanceTimersByTimeAsync(1_000);
    }
    expect(refusals.length).toBeGreaterThan(5);
    expect(refusals.length).toBeLessThan(20);
    expect(countIn(150_000, 300_000)).toBeGreaterThan(0.8 * 6 * 150);
  });

  test('mishaps that come all the time do not wear it down', async () => {
    const { budget, countIn } = spendAllTheTime(10, 4_000);
    for (let ms = 0; ms < 300_000; ms += 15_000) {
      budget.slowDown(1_000);
      await jest.advanceTimersByTimeAsync(15_000);
    }
    expect(countIn(150_000, 300_000)).toBeGreaterThan(0.75 * 10 * 150);
  });

  test('what comes alone a minute later costs no more than the first time', async () => {
    const { budget, countIn } = spendAllTheTime(10, 2_000);
    for (let minute = 0; minute < 3; minute += 1) {
      budget.slowDown(1_000);
      await jest.advanceTimersByTimeAsync(60_000);
    }
    expect(countIn(2 * 60_000, 3 * 60_000)).toBeGreaterThanOrEqual(560);
  });
});

describe('two processes with one key', () => {
  /** What the store does, without one. */
  function createSharedBook() {
    const freeAt = new Map<number, number>();
    const slots: RequestSlots = {
      take: ({ slots: count, nowMs, heldUntilMs }) => {
        const [slot, at] = Array.from(
          { length: count },
          (_, number) => [number, freeAt.get(number) ?? 0] as const,
        ).sort(([, one], [, other]) => one - other)[0] ?? [0, 0];
        if (at > nowMs) return Promise.resolve({ firstFreeAtMs: at });
        freeAt.set(slot, heldUntilMs);
        return Promise.resolve({ held: { apiKey: 'key', slot } });
      },
      release: ({ slot }, at) => Promise.resolve(void freeAt.set(slot, at)),
      rest: () => Promise.resolve(),
    };
    const toShared = () =>
      createSharedSlots({
        slots,
        apiKey: 'key',
        requestsPerSecond: 5,
        toWallMs: Date.now,
        onFailure: (error) => {
          throw error;
        },
      });
    return toShared;
  }

  test('keep its limit together, and use it', async () => {
    const toShared = createSharedBook();
    const { arrivals, send } = createNetwork();
    for (const shared of [toShared(), toShared()]) {
      spendMany(createRequestBudget({ requestsPerSecond: 5, shared }), 100, () => send());
    }
    await jest.advanceTimersByTimeAsync(20_000);
    expect(findFullestWindow(arrivals)).toBe(5);
    expect(arrivals.length).toBeGreaterThanOrEqual(95);
  });

  test('a process that is killed leaves its slots to the others within seconds', async () => {
    const toShared = createSharedBook();
    const [killed, next] = [toShared(), toShared()];
    for (let slot = 0; slot < 5; slot += 1) await killed.take(never);
    jest.setSystemTime(Date.now() + 5_000);
    await expect(next.take(never)).resolves.toBeInstanceOf(Function);
  });

  test('a cancelled request that waits for a slot of theirs leaves at once', async () => {
    const toShared = createSharedBook();
    const { send } = createNetwork();
    spendMany(createRequestBudget({ requestsPerSecond: 5, shared: toShared() }), 5, () => send({ answerMs: 9_000 }));
    await jest.advanceTimersByTimeAsync(10);
    const other = createRequestBudget({ requestsPerSecond: 5, shared: toShared() });
    const leaving = new AbortController();
    const spent = other.spend({ urgency: 1, signal: leaving.signal }, send());
    const left = expect(spent).rejects.toThrow('no longer wanted');
    await jest.advanceTimersByTimeAsync(10);
    leaving.abort(new Error('no longer wanted'));
    await left;
  });
});

import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createBudgetsByCredential } from '../../../src/pms/cloudbeds/budgets-by-credential.ts';
import { createRequestBudget } from '../../../src/pms/cloudbeds/request-budget.ts';
import { createNetwork, findFullestWindow, never, spendMany } from './counted-network.ts';

beforeEach(() => {
  // The queue goes on in microtasks, which are no matter of time.
  jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
});
afterEach(() => {
  jest.useRealTimers();
});

function toPseudoRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

test('what is used of it is told: the last minute, who waits, and for how long nothing is sent', async () => {
  const { send } = createNetwork();
  const budget = createRequestBudget({ requestsPerSecond: 5 });
  spendMany(budget, 7, () => send());
  await jest.advanceTimersByTimeAsync(10);
  expect(budget.look()).toEqual({ requestsPerSecond: 5, lastMinute: 5, waiting: 2, pausedMs: 0 });
  await jest.advanceTimersByTimeAsync(30_000);
  budget.pauseFor(5_000);
  spendMany(budget, 1, () => send());
  await jest.advanceTimersByTimeAsync(1_000);
  expect(budget.look()).toEqual({ requestsPerSecond: 5, lastMinute: 7, waiting: 1, pausedMs: 4_000 });
  await jest.advanceTimersByTimeAsync(31_000);
  expect(budget.look()).toEqual({ requestsPerSecond: 5, lastMinute: 1, waiting: 0, pausedMs: 0 });
});

describe('the limit', () => {
  test('no window of a second ever holds more requests than allowed, and hardly one holds fewer', async () => {
    const { arrivals, send } = createNetwork();
    const budget = createRequestBudget({ requestsPerSecond: 5 });
    spendMany(budget, 200, () => send());
    await jest.advanceTimersByTimeAsync(10_000);
    expect(findFullestWindow(arrivals)).toBe(5);
    expect(arrivals.length).toBeGreaterThanOrEqual(49);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'it holds whatever the network does, as long as requests arrive within the allowance (%i)',
    async (seed) => {
      const random = toPseudoRandom(seed);
      const { arrivals, send } = createNetwork();
      const budget = createRequestBudget({ requestsPerSecond: 5 });
      spendMany(budget, 150, () =>
        send({
          connectMs: random() < 0.3 ? Math.floor(random() * 900) : 0,
          travelMs: Math.floor(random() * 100),
          answerMs: Math.floor(random() * (random() < 0.1 ? 15_000 : 300)),
        }),
      );
      await jest.advanceTimersByTimeAsync(60_000);
      expect(arrivals).toHaveLength(150);
      expect(findFullestWindow(arrivals)).toBeLessThanOrEqual(5);
    },
  );

  test('slow answers do not slow it down: at least nine tenths of the budget are used', async () => {
    const { arrivals, send } = createNetwork();
    const budget = createRequestBudget({ requestsPerSecond: 5 });
    spendMany(budget, 200, () => send({ travelMs: 50, answerMs: 4_000 }));
    await jest.advanceTimersByTimeAsync(20_000);
    expect(findFullestWindow(arrivals)).toBeLessThanOrEqual(5);
    expect(arrivals.length).toBeGreaterThanOrEqual(0.9 * 5 * 20);
  });

  test('connections that open slowly do not bunch requests together', async () => {
    const { arrivals, send } = createNetwork();
    const budget = createRequestBudget({ requestsPerSecond: 5 });
    spendMany(budget, 30, (index) => send({ connectMs: index < 5 ? 700 : 0 }));
    await jest.advanceTimersByTimeAsync(10_000);
    expect(findFullestWindow(arrivals)).toBe(5);
  });

  test('a request that fails has been spent all the same', async () => {
    const sent: number[] = [];
    const budget = createRequestBudget({ requestsPerSecond: 2 });
    spendMany(budget, 6, () => () => {
      sent.push(performance.now());
      return Promise.reject(new Error('reset'));
    });
    await jest.advanceTimersByTimeAsync(2_500);
    expect(findFullestWindow(sent)).toBe(2);
    expect(sent).toHaveLength(6);
  });

  test('the caller has its answer while the slot is still held', async () => {
    const { send } = createNetwork();
    const budget = createRequestBudget({ requestsPerSecond: 1 });
    const answer = budget.spend({ urgency: 0, signal: never }, send());
    await jest.advanceTimersByTimeAsync(6);
    await expect(answer).resolves.toBe(1);
    expect(budget.isIdle()).toBe(false);
  });
});

describe('urgency', () => {
  test('the most urgent goes first, and among equals who came first', async () => {
    const order: string[] = [];
    const budget = createRequestBudget({ requestsPerSecond: 1 });
    const ask = (name: string, urgency: number) =>
      void budget.spend({ urgency, signal: never }, () => Promise.resolve(order.push(name)));
    ask('first, since nobody else was there', 50);
    ask('later b', 7);
    ask('soon a', 2);
    ask('later c', 7);
    ask('a person waits', 0);
    ask('soon b', 2);
    await jest.advanceTimersByTimeAsync(7_000);
    expect(order).toEqual([
      'first, since nobody else was there',
      'a person waits',
      'soon a',
      'soon b',
      'later b',
      'later c',
    ]);
  });

  test('how long a request waited for its turn is told', async () => {
    const waits: number[] = [];
    const { send } = createNetwork();
    const budget = createRequestBudget({ requestsPerSecond: 1, onTurn: (waitedMs) => waits.push(waitedMs) });
    spendMany(budget, 2, () => send());
    await jest.advanceTimersByTimeAsync(3_000);
    expect(waits).toEqual([0, 1_007]);
  });
});

describe('cancelling', () => {
  test('a waiting request leaves the queue with the reason of its signal, and is never sent', async () => {
    const sent: string[] = [];
    const budget = createRequestBudget({ requestsPerSecond: 1 });
    const cancel = new AbortController();
    void budget.spend({ urgency: 1, signal: never }, () => Promise.resolve(sent.push('kept')));
    const waiting = budget.spend({ urgency: 1, signal: cancel.signal }, () => Promise.resolve(sent.push('cancelled')));
    void budget.spend({ urgency: 1, signal: never }, () => Promise.resolve(sent.push('next')));
    const reason = new Error('stop');
    cancel.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    await jest.advanceTimersByTimeAsync(1_100);
    expect(sent).toEqual(['kept', 'next']);
  });

  test('a request that is cancelled before it is asked for is never sent', async () => {
    const budget = createRequestBudget({ requestsPerSecond: 1 });
    const send = jest.fn(() => Promise.resolve(1));
    await expect(budget.spend({ urgency: 1, signal: AbortSignal.abort('why') }, send)).rejects.toBe('why');
    expect(send).not.toHaveBeenCalled();
  });

  test('a request that is cancelled under way has been spent', async () => {
    const { arrivals, send } = createNetwork();
    const budget = createRequestBudget({ requestsPerSecond: 1 });
    const cancel = new AbortController();
    const first = budget.spend({ urgency: 1, signal: cancel.signal }, send({ answerMs: 500 })).catch(() => undefined);
    await jest.advanceTimersByTimeAsync(10);
    cancel.abort();
    spendMany(budget, 1, () => send());
    await jest.advanceTimersByTimeAsync(3_000);
    await first;
    expect(arrivals).toHaveLength(2);
    expect(findFullestWindow(arrivals)).toBe(1);
  });
});

describe('pauses', () => {
  test('nothing is sent during a pause, and the queue goes on after it', async () => {
    const { arrivals, send } = createNetwork();
    const budget = createRequestBudget({ requestsPerSecond: 5 });
    const startMs = performance.now();
    budget.pauseFor(3_000);
    budget.pauseFor(1_000);
    spendMany(budget, 3, () => send());
    await jest.advanceTimersByTimeAsync(2_990);
    expect(arrivals).toEqual([]);
    await jest.advanceTimersByTimeAsync(100);
    expect(arrivals.map((at) => at - startMs)).toEqual([3_002, 3_002, 3_002]);
  });

  test('a new process waits out the second that its predecessor may have spent', async () => {
    const { arrivals, send } = createNetwork();
    const startMs = performance.now();
    const budgets = createBudgetsByCredential({ requestsPerSecond: 5 });
    spendMany(budgets.for('key'), 10, () => send());
    await jest.advanceTimersByTimeAsync(1_050);
    expect(arrivals).toEqual([]);
    await jest.advanceTimersByTimeAsync(100);
    expect(arrivals.map((at) => at - startMs)).toEqual([1_102, 1_102, 1_102, 1_102, 1_102]);
  });

  test('a process that is known to be the first waits for nothing, and keeps the limit', async () => {
    const { arrivals, send } = createNetwork();
    const startMs = performance.now();
    const budgets = createBudgetsByCredential({ requestsPerSecond: 5, isFirst: true });
    spendMany(budgets.for('key'), 10, () => send());
    await jest.advanceTimersByTimeAsync(500);
    expect(arrivals.map((at) => at - startMs)).toEqual([2, 2, 2, 2, 2]);
  });

  test('without a limit there is nothing to wait for', async () => {
    const { arrivals, send } = createNetwork();
    const budgets = createBudgetsByCredential({ requestsPerSecond: Infinity });
    spendMany(budgets.for('key'), 100, () => send());
    await jest.advanceTimersByTimeAsync(10);
    expect(arrivals).toHaveLength(100);
  });
});

describe('keys', () => {
  test('each key has one budget, and keys do not share it', () => {
    const budgets = createBudgetsByCredential({ requestsPerSecond: 5 });
    expect(budgets.for('one')).toBe(budgets.for('one'));
    expect(budgets.for('one')).not.toBe(budgets.for('two'));
  });

  test('budgets of keys that are used no more are forgotten, those in use are not', async () => {
    const { send } = createNetwork();
    const budgets = createBudgetsByCredential({ requestsPerSecond: 5 });
    await jest.advanceTimersByTimeAsync(2_000);
    const old = budgets.for('old');
    for (let index = 0; index < 199; index += 1) budgets.for(`key ${index}`);
    const busy = budgets.for('key 7');
    spendMany(busy, 1, () => send());
    budgets.for('new');
    expect(budgets.for('old')).not.toBe(old);
    expect(budgets.for('key 7')).toBe(busy);
  });
});

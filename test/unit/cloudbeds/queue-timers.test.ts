import { expect, test } from '@jest/globals';
import { createRequestBudget } from '../../../src/pms/cloudbeds/request-budget.ts';
import { never } from './counted-network.ts';

/** In real time: what is asked is whether the process would end. */
const countAwaitedTimers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
const settle = () => new Promise((resolve) => setImmediate(resolve));

function spend(budget: ReturnType<typeof createRequestBudget>, signal = never): Promise<string> {
  return budget.spend({ urgency: 5, signal }, (hasLeft) => {
    hasLeft();
    return Promise.resolve('answer');
  });
}

test('a slot that was spent keeps a process alive only while somebody waits for it', async () => {
  const before = countAwaitedTimers();
  const budget = createRequestBudget({ requestsPerSecond: 2 });
  await Promise.all([spend(budget), spend(budget)]);
  await settle();
  expect(countAwaitedTimers()).toBe(before);

  const third = spend(budget);
  expect(countAwaitedTimers()).toBe(before + 2);
  expect(await third).toBe('answer');
  await settle();
  expect(countAwaitedTimers()).toBe(before);
});

test('so does a pause, and who gives up waits no more', async () => {
  const before = countAwaitedTimers();
  const budget = createRequestBudget({ requestsPerSecond: 2 });
  budget.pauseFor(60_000);
  expect(countAwaitedTimers()).toBe(before);
  const leaving = new AbortController();
  const waiting = spend(budget, leaving.signal);
  expect(countAwaitedTimers()).toBe(before + 1);
  leaving.abort(new Error('gone'));
  await expect(waiting).rejects.toThrow('gone');
  expect(countAwaitedTimers()).toBe(before);
});

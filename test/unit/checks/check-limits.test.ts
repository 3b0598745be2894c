import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { withinDeadline } from '../../../src/checks/deadline.ts';
import type { CheckAnswer } from '../../../src/domain/finding.ts';
import { ask, clear, setUp, toProvider } from './runner-parts.ts';

beforeEach(() => void jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick', 'performance'] }));
afterEach(() => void jest.useRealTimers());

const never = () => new Promise<CheckAnswer>(() => undefined);

describe('the deadline', () => {
  test('a provider that hangs and ignores its signal is left behind', async () => {
    const asked = ask(setUp([toProvider(never, { deadlineMs: 700 })]));
    await jest.advanceTimersByTimeAsync(700);
    expect(await asked).toMatchObject({ result: 'unavailable', reasons: [{ code: 'check.deadline' }] });
  });

  test('until then it is waited for', async () => {
    const provider = toProvider(() => new Promise((resolve) => void setTimeout(() => resolve(clear), 699)), {
      deadlineMs: 700,
    });
    const asked = ask(setUp([provider]));
    await jest.advanceTimersByTimeAsync(699);
    expect((await asked).result).toBe('clear');
  });

  test('a provider that listens is told', async () => {
    let reason: unknown;
    const provider = toProvider((_fields, { signal }) => {
      signal.addEventListener('abort', () => {
        reason = signal.reason as unknown;
      });
      return never();
    });
    const asked = ask(setUp([provider]));
    await jest.advanceTimersByTimeAsync(1_000);
    await asked;
    expect((reason as DOMException).name).toBe('TimeoutError');
  });

  test('an answer that comes too late changes nothing, and its failure harms nobody', async () => {
    const provider = toProvider(
      () => new Promise((_resolve, reject) => void setTimeout(() => reject(new Error('late')), 5_000)),
    );
    const asked = ask(setUp([provider]));
    await jest.advanceTimersByTimeAsync(6_000);
    expect((await asked).result).toBe('unavailable');
  });

  test('no timer is left once the answer is there', async () => {
    await ask(setUp([toProvider(() => Promise.resolve(clear))]));
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe('the concurrency', () => {
  test('no more run at once than the manifest says, and all are asked', async () => {
    let running = 0;
    let most = 0;
    const provider = toProvider(
      async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => void setTimeout(resolve, 100));
        running -= 1;
        return clear;
      },
      { concurrency: 3 },
    );
    const setup = setUp([provider]);
    const asked = Promise.all(Array.from({ length: 10 }, () => ask(setup)));
    await jest.advanceTimersByTimeAsync(400);
    expect(await asked).toHaveLength(10);
    expect(most).toBe(3);
  });

  test('what hangs frees its place at the deadline', async () => {
    const setup = setUp([toProvider(never, { concurrency: 1, deadlineMs: 500 })]);
    const asked = Promise.all([ask(setup), ask(setup)]);
    await jest.advanceTimersByTimeAsync(1_000);
    expect((await asked).map(({ result }) => result)).toEqual(['unavailable', 'unavailable']);
  });

  test('waiting for a place does not use up the deadline', async () => {
    const slow = () => new Promise<CheckAnswer>((resolve) => void setTimeout(() => resolve(clear), 400));
    const setup = setUp([toProvider(slow, { concurrency: 1, deadlineMs: 500 })]);
    const asked = Promise.all([ask(setup), ask(setup), ask(setup)]);
    await jest.advanceTimersByTimeAsync(1_200);
    expect((await asked).map(({ result }) => result)).toEqual(['clear', 'clear', 'clear']);
  });
});

describe('shutdown', () => {
  test('it says nothing about the provider: the abort is thrown, and no finding is made', async () => {
    const stopping = new AbortController();
    const setup = setUp([toProvider(never)]);
    const asked = ask(setup, stopping.signal);
    const caught = asked.catch((error: unknown) => error);
    stopping.abort(new Error('stopping'));
    expect(await caught).toMatchObject({ message: 'stopping' });
    expect(setup.counted).toEqual([]);
  });

  test('who waits for a place is not asked any more', async () => {
    const stopping = new AbortController();
    let calls = 0;
    const begun = Promise.withResolvers<undefined>();
    const provider = toProvider(
      () => {
        calls += 1;
        begun.resolve(undefined);
        return never();
      },
      { concurrency: 1 },
    );
    const setup = setUp([provider]);
    const asked = Promise.allSettled([ask(setup, stopping.signal), ask(setup, stopping.signal)]);
    await begun.promise;
    stopping.abort(new Error('stopping'));
    expect((await asked).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(calls).toBe(1);
  });
});

test('work whose caller has gone already is not begun', async () => {
  let isBegun = false;
  const work = () => {
    isBegun = true;
    return Promise.resolve('done');
  };
  const limits = { deadlineMs: 1_000, signal: AbortSignal.abort(new Error('gone')) };
  await expect(withinDeadline(work, limits)).rejects.toThrow('gone');
  expect(isBegun).toBe(false);
});

test('work that takes its own caller away while it begins is left behind', async () => {
  const stopping = new AbortController();
  const work = () => {
    stopping.abort(new Error('gone'));
    return new Promise(() => undefined);
  };
  await expect(withinDeadline(work, { deadlineMs: 1_000, signal: stopping.signal })).rejects.toThrow('gone');
});

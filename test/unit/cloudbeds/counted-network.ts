import { type RequestBudget } from '../../../src/pms/cloudbeds/request-budget.ts';

export const never = new AbortController().signal;

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** A request as the network treats it: it leaves, arrives, is answered. */
interface Journey {
  readonly connectMs?: number;
  readonly travelMs?: number;
  readonly answerMs?: number;
}

export function createNetwork() {
  const arrivals: number[] = [];
  const send =
    ({ connectMs = 0, travelMs = 2, answerMs = 3 }: Journey = {}) =>
    async (hasLeft: () => void): Promise<number> => {
      if (connectMs > 0) await wait(connectMs);
      hasLeft();
      await wait(travelMs);
      arrivals.push(performance.now());
      await wait(answerMs);
      return arrivals.length;
    };
  return { arrivals, send };
}

export function findFullestWindow(arrivals: readonly number[]): number {
  const sorted = arrivals.toSorted((left, right) => left - right);
  return Math.max(0, ...sorted.map((from) => sorted.filter((at) => at >= from && at < from + 1_000).length));
}

export function spendMany(
  budget: RequestBudget,
  count: number,
  toSend: (index: number) => (hasLeft: () => void) => Promise<number>,
) {
  for (let index = 0; index < count; index += 1) {
    budget.spend({ urgency: 5, signal: never }, toSend(index)).catch(() => undefined);
  }
}

import { afterEach, describe, expect, test } from '@jest/globals';
import type { Store } from '../../src/ports/store.ts';
import { type HostedDesk, openHostedDesk, referenceOf } from '../support/hosted-desk.ts';

let desk: HostedDesk;

afterEach(() => desk.close());

/** A store that fails instead of its nth write from now on, once: what a crash looks like to those who come after. */
function createFailingStore() {
  let writesLeft = Number.POSITIVE_INFINITY;
  const fail = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    writesLeft -= 1;
    if (writesLeft !== -1) return work();
    throw new Error('crashed');
  };
  const wrap = (store: Store): Store => ({
    ...store,
    transaction: (work) => fail(() => store.transaction(work)),
    transactionFirst: (work) => fail(() => store.transactionFirst(work)),
    transactionUnder: (lease, work) => fail(() => store.transactionUnder(lease, work)),
  });
  return {
    wrap,
    crashAfter: (writes: number) => {
      writesLeft = writes;
    },
  };
}

describe('a crash loses no answer and asks no question twice', () => {
  test.each([0, 1, 2, 3, 4])('while the screening runs, after %i writes', async (writes) => {
    const failing = createFailingStore();
    desk = await openHostedDesk({ wrapStore: failing.wrap });
    const id = await desk.screen('G1');
    failing.crashAfter(writes);
    await desk.runJobs().catch(() => undefined);
    failing.crashAfter(Number.POSITIVE_INFINITY);
    desk.pass(61_000); // the lease of the dead runs out
    await desk.runJobs();
    expect(new Set(desk.vendor.requests.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect((await desk.get(id)).status).toBe('waiting_for_guest');
    await desk.deliver(desk.toDelivery(referenceOf(id), 'verified'));
    expect(await desk.get(id)).toMatchObject({ status: 'completed', outcome: 'clear' });
  });

  test('while a callback is taken in: the vendor calls again, and it counts', async () => {
    const failing = createFailingStore();
    desk = await openHostedDesk({ wrapStore: failing.wrap });
    const id = await desk.untilWaiting();
    const delivery = desk.toDelivery(referenceOf(id), 'verified');
    failing.crashAfter(0);
    await expect(desk.deliver(delivery)).rejects.toThrow('crashed');
    expect((await desk.get(id)).status).toBe('waiting_for_guest');
    await desk.deliver(delivery);
    expect(await desk.get(id)).toMatchObject({ status: 'completed', outcome: 'clear' });
    expect(await desk.hasJob('write-back')).toBe(true);
  });

  test('between the question and the findings: an answer meanwhile is kept', async () => {
    const failing = createFailingStore();
    desk = await openHostedDesk({ wrapStore: failing.wrap });
    const id = await desk.screen('G1');
    failing.crashAfter(2); // the claim and the question are on disk, the findings are not
    await desk.runJobs().catch(() => undefined);
    failing.crashAfter(Number.POSITIVE_INFINITY);
    await desk.deliver(desk.toDelivery(referenceOf(id), 'verified'));
    desk.pass(61_000);
    await desk.runJobs();
    expect(await desk.get(id)).toMatchObject({ status: 'completed', outcome: 'clear' });
    expect(desk.vendor.requests).toHaveLength(1);
  });
});

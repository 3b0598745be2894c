import { expect, test } from '@jest/globals';
import { createWakeableLoop } from '../../../src/jobs/wakeable-loop.ts';

test('a loop that is woken at work goes round once more, however often, and never works twice at once', async () => {
  const opens: (() => void)[] = [];
  const loop = createWakeableLoop(() => new Promise((resolve) => opens.push(resolve)));
  loop.wake();
  loop.wake();
  loop.wake();
  expect(opens).toHaveLength(1);
  opens[0]?.();
  await Promise.resolve();
  await Promise.resolve();
  expect(opens).toHaveLength(2);
  opens[1]?.();
  await loop.whenAsleep();
  expect(opens).toHaveLength(2);
});

test('a loop that sleeps is woken again', async () => {
  let rounds = 0;
  const loop = createWakeableLoop(() => {
    rounds += 1;
    return Promise.resolve();
  });
  for (let woken = 1; woken <= 3; woken += 1) {
    loop.wake();
    await loop.whenAsleep();
    expect(rounds).toBe(woken);
  }
});

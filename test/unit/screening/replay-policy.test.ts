import { expect, test } from '@jest/globals';
import { defaultPolicy } from '../../../src/config/default-policy.ts';
import type { Store } from '../../../src/ports/store.ts';
import { createReplayPolicy, type ReplayedCase } from '../../../src/screening/replay-policy.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { addScreened, at, flagged, noon, toSubject } from '../../contract/store-fixtures.ts';

const screenings = 60;
const lenient = {
  ...defaultPolicy,
  providers: { 'house-list': { required: true, onMatch: { possible: 'review', likely: 'review', strong: 'review' } } },
} as const;

async function openFilledStore(): Promise<Store> {
  const store = await openStore({ databaseUrl: 'sqlite::memory:', secretKey: Buffer.alloc(32, 'k3y') });
  await store.transaction(async (rows) => {
    await rows.properties.save({ id: 'P1', name: 'Hotel', timeZone: 'Europe/Lisbon', webhookSecret: 'secret' });
    for (let number = 0; number < screenings; number += 1) {
      const subject = toSubject({ guestId: `G${number}`, reservationId: `R${number}` });
      await rows.screenings.saveConclusion(await addScreened(rows, subject, at(number % 7)), flagged);
    }
  });
  return store;
}

test('a replay takes every screening once, in many short turns between which others have theirs', async () => {
  const store = await openFilledStore();
  const largestTurn = { size: 0, turns: 0 };
  const counting: Store = {
    ...store,
    read: async (work) => {
      const result = await store.read(work);
      if (Array.isArray(result)) largestTurn.size = Math.max(largestTurn.size, result.length);
      largestTurn.turns += 1;
      return result;
    },
  };
  const replay = createReplayPolicy({ store: counting, clock: { now: () => noon }, listProviders: () => [] });
  const query = { propertyId: 'P1', policy: lenient, days: 1, limit: 7 };
  const cases: ReplayedCase[] = [];
  for (;;) {
    const last = cases.at(-1);
    const page = await replay({ ...query, ...(last && { after: last }) });
    expect(page).toMatchObject({
      screenings,
      differing: screenings,
      before: { flagged: screenings },
      after: { review: screenings },
    });
    if (page.cases.length === 0) break;
    cases.push(...page.cases);
  }
  expect(new Set(cases.map(({ screeningId }) => screeningId)).size).toBe(screenings);
  expect(cases).toHaveLength(screenings);
  expect(largestTurn.size).toBeLessThanOrEqual(50);
  expect(largestTurn.turns).toBeGreaterThan(2);
  await store.close();
});

test('it looks back no further than it is asked to', async () => {
  const store = await openFilledStore();
  const clock = { now: () => at(3 + 24 * 60) };
  const replay = createReplayPolicy({ store, clock, listProviders: () => [] });
  const { since, screenings: looked } = await replay({ propertyId: 'P1', policy: lenient, days: 1, limit: 1 });
  expect(since).toBe(at(3));
  expect(looked).toBeLessThan(screenings);
  expect(looked).toBeGreaterThan(0);
  await store.close();
});

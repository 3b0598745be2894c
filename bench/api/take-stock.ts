import { createPersonComparison } from '../../src/compose/person-comparison.ts';
import { systemClock } from '../../src/clock/system-clock.ts';
import type { Settings } from '../../src/config/environment.ts';
import { housekeeping } from '../../src/domain/urgency.ts';
import type { Store } from '../../src/ports/store.ts';
import { createBindProfile } from '../../src/screening/profiles/bind-profile.ts';
import { createTakeStock } from '../../src/screening/profiles/take-stock.ts';

/**
 * Puts everybody on cards and counts every stay, as in a hotel that has run for long: a service on the database finds
 * nothing of that left to do. By the job itself, in larger portions and without a rest. What is done is left alone.
 */
export async function takeStock(store: Store, properties: Settings['properties']): Promise<void> {
  const people = createPersonComparison({ properties });
  const take = createTakeStock({
    ...{ store, clock: systemClock, bindProfile: createBindProfile(people), scopeFor: people.scopeFor },
    rest: () => Promise.resolve(),
    subjectsPerPortion: 2_000,
  });
  const now = systemClock.now();
  await store.transaction(async (rows) => {
    for (const { id: propertyId } of await rows.properties.list()) {
      await rows.jobs.enqueue({ kind: 'take-stock', payload: { propertyId }, urgency: housekeeping, runAt: now });
    }
  });
  for (let job = await claim(store); job !== undefined; job = await claim(store)) {
    const { signal } = new AbortController();
    const lease = job;
    await take(job.payload as { readonly propertyId: string }, { lease, attempt: 1, isLastAttempt: false, signal });
    await store.transaction(({ jobs }) => jobs.complete(lease));
  }
}

async function claim(store: Store) {
  const now = systemClock.now();
  const query = { kinds: ['take-stock'], limit: 1, now, leaseUntil: '9999-12-31T00:00:00.000Z' } as const;
  return (await store.transaction(({ jobs }) => jobs.claim(query)))[0];
}

import { syncUrgency } from '../domain/urgency.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';

/** The periodic sync: every property looks for what no event announced. */
export function createMakeSyncsDue({
  store,
  clock,
}: {
  readonly store: Store;
  readonly clock: Clock;
}): () => Promise<void> {
  return () =>
    store.transaction(async (rows) => {
      const runAt = clock.now();
      const properties = await rows.properties.list();
      await rows.jobs.enqueueAll(
        properties.map(({ id }) => ({
          kind: 'sync-property',
          payload: { propertyId: id },
          urgency: syncUrgency,
          runAt,
        })),
      );
    });
}

import { housekeeping, syncUrgency } from '../domain/urgency.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { Store } from '../ports/store.ts';

/** Does what a start with the new configuration would do, for each property whose part of it has changed. */
export type TakeConfiguration = (hasChanged: (propertyId: string) => boolean) => Promise<void>;

export interface TakeConfigurationParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The policy and the form are read each time they are needed; fields in the PMS, lists and cards have to be prepared. */
export function createTakeConfiguration({ store, clock, logger }: TakeConfigurationParts): TakeConfiguration {
  return async (hasChanged) => {
    const properties = await store.transaction(async (rows) => {
      const runAt = clock.now();
      const changed = (await rows.properties.list()).filter(({ id }) => hasChanged(id));
      await rows.jobs.enqueue({ kind: 'refresh-watchlists', payload: {}, urgency: housekeeping, runAt });
      for (const { id: propertyId } of changed) {
        await rows.jobs.enqueue({ kind: 'take-stock', payload: { propertyId }, urgency: housekeeping, runAt });
        await rows.jobs.enqueue({ kind: 'connect-property', payload: { propertyId }, urgency: syncUrgency, runAt });
      }
      return changed.length;
    });
    logger.info('configuration.taken', { properties });
  };
}

import { randomUUID } from 'node:crypto';
import { ServiceError } from '../domain/errors.ts';
import { personWaits } from '../domain/urgency.ts';
import type { Clock } from '../ports/clock.ts';
import type { HouseListEntry, HouseListKey, HouseListPerson } from '../ports/house-list.ts';
import type { NewJob } from '../ports/jobs.ts';
import type { Logger } from '../ports/logger.ts';
import type { Store } from '../ports/store.ts';

/** Throws `property_unknown`, and `request_invalid` where nothing is given by which anybody could be recognised. */
export type AddHouseListEntry = (propertyId: string, person: HouseListPerson, actor: string) => Promise<HouseListEntry>;

/** Throws `house_list_entry_unknown`. */
export type RemoveHouseListEntry = (propertyId: string, entryId: string, actor: string) => Promise<void>;

export interface HouseListParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Makes a person comparable, as the property's country writes phone numbers. */
  readonly toKeys: (propertyId: string, person: HouseListPerson) => readonly HouseListKey[];
}

/** Both also make those guests due for another look whom the change can touch. */
export function createHouseList({ store, clock, logger, toKeys }: HouseListParts): {
  readonly add: AddHouseListEntry;
  readonly remove: RemoveHouseListEntry;
} {
  const recheck = (propertyId: string, entryId: string): NewJob => ({
    kind: 'recheck-house-list',
    payload: { propertyId, entryId },
    urgency: personWaits,
    runAt: clock.now(),
  });
  return {
    add: async (propertyId, person, actor) => {
      const keys = toKeys(propertyId, person);
      if (keys.length === 0) throw new ServiceError('request_invalid', { field: 'names' });
      const entry: HouseListEntry = {
        ...person,
        id: randomUUID(),
        propertyId,
        createdAt: clock.now(),
        createdBy: actor,
      };
      await store.transaction(async (rows) => {
        await rows.properties.get(propertyId);
        await rows.houseList.add(entry, keys);
        await rows.jobs.enqueue(recheck(propertyId, entry.id));
      });
      logger.info('house_list.added', { propertyId, entryId: entry.id, kind: entry.kind });
      return entry;
    },
    remove: async (propertyId, entryId, actor) => {
      await store.transaction(async (rows) => {
        const isRemoved = await rows.houseList.remove(propertyId, entryId);
        if (!isRemoved) throw new ServiceError('house_list_entry_unknown', { entryId });
        await rows.jobs.enqueue(recheck(propertyId, entryId));
      });
      logger.info('house_list.removed', { propertyId, entryId, actor });
    },
  };
}

import { randomUUID } from 'node:crypto';
import { ServiceError } from '../../domain/errors.ts';
import type { Principal } from '../../domain/access.ts';
import { type HouseListAct, mayBanAlone, toActorId } from '../../domain/house-list-steps.ts';
import { personWaits } from '../../domain/urgency.ts';
import type { Clock } from '../../ports/clock.ts';
import type { HouseListEntry, HouseListKey, HouseListPerson } from '../../ports/house-list.ts';
import type { NewJob } from '../../ports/jobs.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Store } from '../../ports/store.ts';

/** Who does something with an entry; their name goes into its steps. */
export type HouseListActor = Pick<Principal, 'kind' | 'id' | 'name'>;

/**
 * Throws `property_unknown`, `request_invalid` where nothing is given by which anybody could be recognised, and, only when
 * adding, `second_person_needed` for a ban.
 */
export type AddHouseListEntry = (
  propertyId: string,
  person: HouseListPerson,
  actor: HouseListActor,
) => Promise<HouseListEntry>;

/** Erases it with all that was known of it. Throws `house_list_entry_unknown`. */
export type RemoveHouseListEntry = (propertyId: string, entryId: string, actor: HouseListActor) => Promise<void>;

export interface HouseListParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Makes a person comparable, as the property's country writes phone numbers. */
  readonly toKeys: (propertyId: string, person: HouseListPerson) => readonly HouseListKey[];
}

/** What is added and removed makes those guests due for another look whom the change can touch; a proposal touches nobody. */
export function createHouseList(parts: HouseListParts): {
  readonly add: AddHouseListEntry;
  readonly propose: AddHouseListEntry;
  readonly remove: RemoveHouseListEntry;
} {
  const { store, clock, logger } = parts;
  return {
    add: async (propertyId, person, actor) => {
      if (person.kind === 'ban' && !mayBanAlone(actor)) throw new ServiceError('second_person_needed');
      return keep(parts, toEntry(person, { propertyId, actor, act: 'added', at: clock.now() }));
    },
    propose: (propertyId, person, actor) =>
      keep(parts, toEntry(person, { propertyId, actor, act: 'proposed', at: clock.now() })),
    remove: async (propertyId, entryId, { id, kind }) => {
      await store.transaction(async (rows) => {
        const isRemoved = await rows.houseList.remove(propertyId, entryId);
        if (!isRemoved) throw new ServiceError('house_list_entry_unknown', { entryId });
        await rows.jobs.enqueue(toRecheck({ propertyId, entryId }, clock.now()));
      });
      logger.info('house_list.removed', { propertyId, entryId, actorKind: kind, actorId: id });
    },
  };
}

/** The guests whom an entry can touch are looked at again, while a person waits for it. */
export function toRecheck(about: { readonly propertyId: string; readonly entryId: string }, runAt: string): NewJob {
  return { kind: 'recheck-house-list', payload: about, urgency: personWaits, runAt };
}

interface Beginning {
  readonly propertyId: string;
  readonly actor: HouseListActor;
  readonly act: Extract<HouseListAct, 'added' | 'proposed'>;
  readonly at: string;
}

function toEntry(person: HouseListPerson, { propertyId, actor, act, at }: Beginning): HouseListEntry {
  return {
    ...person,
    id: randomUUID(),
    propertyId,
    createdAt: at,
    createdBy: actor.name,
    state: act === 'added' ? 'active' : 'proposed',
    steps: [{ act, at, by: actor.name, byId: toActorId(actor), reason: person.reason }],
  };
}

async function keep({ store, logger, toKeys }: HouseListParts, entry: HouseListEntry): Promise<HouseListEntry> {
  const { id: entryId, propertyId, kind, state, createdAt } = entry;
  const keys = toKeys(propertyId, entry);
  if (keys.length === 0) throw new ServiceError('request_invalid', { field: 'names' });
  await store.transaction(async (rows) => {
    await rows.properties.get(propertyId);
    await rows.houseList.add(entry, keys);
    if (state === 'active') await rows.jobs.enqueue(toRecheck({ propertyId, entryId }, createdAt));
  });
  logger.info(state === 'active' ? 'house_list.added' : 'house_list.proposed', { propertyId, entryId, kind });
  return entry;
}

import { type Role, isAtLeast } from '../../domain/access.ts';
import {
  assertMayReject,
  assertSecondPerson,
  type HouseListAct,
  toActorId,
  toNextState,
} from '../../domain/house-list-steps.ts';
import type { HouseListEntry } from '../../ports/house-list.ts';
import { type HouseListActor, type HouseListParts, toRecheck } from './house-list.ts';

export interface HouseListDecision {
  readonly act: Extract<HouseListAct, 'approved' | 'rejected' | 'ended'>;
  readonly actor: HouseListActor;
  /** Of the actor, at the property. */
  readonly role: Role;
  readonly reason?: string;
}

/**
 * Throws `house_list_entry_unknown`, `house_list_conflict` where the entry is in no state for it, `second_person_needed` for
 * an approval by who proposed it, and `access_denied` for a rejection of another's proposal by who is no manager.
 */
export type DecideHouseListEntry = (
  propertyId: string,
  entryId: string,
  decision: HouseListDecision,
) => Promise<HouseListEntry>;

/** What becomes of a proposal, and the end of an entry. Guests whom it touches are due for another look. */
export function createDecideHouseListEntry({
  store,
  clock,
  logger,
}: Pick<HouseListParts, 'store' | 'clock' | 'logger'>): DecideHouseListEntry {
  return async (propertyId, entryId, decision) => {
    const at = clock.now();
    const entry = await store.transaction(async (rows) => {
      const decided = decide(await rows.houseList.get(propertyId, entryId), decision, at);
      await rows.houseList.saveState(decided);
      if (decision.act !== 'rejected') await rows.jobs.enqueue(toRecheck({ propertyId, entryId }, at));
      return decided;
    });
    logger.info(`house_list.${decision.act}`, { propertyId, entryId });
    return entry;
  };
}

function decide(entry: HouseListEntry, { act, actor, role, reason }: HouseListDecision, at: string): HouseListEntry {
  const state = toNextState(entry.state, act);
  if (act === 'approved') assertSecondPerson(entry.steps, actor);
  if (act === 'rejected') assertMayReject(entry.steps, { actor, isManager: isAtLeast(role, 'manager') });
  const step = { act, at, by: actor.name, byId: toActorId(actor), ...(reason !== undefined && { reason }) };
  return { ...entry, state, steps: [...entry.steps, step] };
}

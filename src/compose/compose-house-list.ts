import type { HouseListHttpParts } from '../http/http-parts.ts';
import { createDecideHouseListEntry } from '../screening/house-list/decide-house-list-entry.ts';
import { createHouseList, type HouseListParts } from '../screening/house-list/house-list.ts';

/** What people do with the house list. */
export function composeHouseList(parts: HouseListParts): HouseListHttpParts {
  return { ...createHouseList(parts), decide: createDecideHouseListEntry(parts) };
}

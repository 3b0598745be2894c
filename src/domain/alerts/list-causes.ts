import type { SeenCause } from './alert-steps.ts';

/** A list that properties are compared with. */
export interface UsedList {
  readonly listId: string;
  readonly canRefresh: boolean;
  readonly state: 'missing' | 'fresh' | 'stale';
  readonly ageMs?: number;
}

/** At start, or with a new property, a list has this long to be taken for the first time. */
export const firstEditionMs = 30 * 60_000;

/**
 * Lists that guests are compared with although their publisher has not confirmed them for too long, or that are not there.
 * A hotel's own list has no publisher, and does not age.
 */
export function toListCauses(lists: readonly UsedList[], upMs: number): readonly SeenCause[] {
  return lists
    .filter(
      ({ canRefresh, state }) => canRefresh && (state === 'stale' || (state === 'missing' && upMs >= firstEditionMs)),
    )
    .map(({ listId, state, ageMs }) => ({
      propertyId: null,
      about: listId,
      facts: { state, ...(ageMs !== undefined && { ageHours: Math.floor(ageMs / 3_600_000) }) },
    }));
}

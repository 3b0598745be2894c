import type { Instant } from './subject.ts';

/** In one word, how far a property is followed. */
export type SyncStanding = 'not_yet' | 'up_to_date' | 'behind' | 'silent';

export interface SyncFacts {
  readonly syncedThrough?: Instant | undefined;
  readonly unsyncedSince?: Instant;
  readonly silentSince?: Instant;
}

/** An event that waits longer than this waits too long: a sync follows it within seconds. */
const eventWaitsMs = 10 * 60_000;
/** The periodic sync comes every five minutes, where nobody has chosen otherwise. */
const syncStaleMs = 30 * 60_000;

export function toSyncStanding({ syncedThrough, unsyncedSince, silentSince }: SyncFacts, now: Instant): SyncStanding {
  if (syncedThrough === undefined) return 'not_yet';
  if (isLongAgo(unsyncedSince, eventWaitsMs, now) || isLongAgo(syncedThrough, syncStaleMs, now)) return 'behind';
  return silentSince === undefined ? 'up_to_date' : 'silent';
}

function isLongAgo(at: Instant | undefined, ms: number, now: Instant): boolean {
  return at !== undefined && Date.parse(now) - Date.parse(at) > ms;
}

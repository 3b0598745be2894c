import type { GuestKey } from './profiles.ts';

/**
 * Under which id the PMS lets a guest live on whom it merged with another. Within a transaction, or outside of one. Kept for
 * good: stays that were over before keep the id that they had, and are forgotten with the guest.
 */
export interface GuestMergeRepository {
  /** Answers under which id the guest has ended up, after all merges, and whether that is news. */
  add(guest: GuestKey, into: string): Promise<{ readonly guestId: string; readonly isNew: boolean }>;
  /** Of these ids, those that have ended up in another one, with that one. */
  listLast(propertyId: string, guestIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** All ids that have ended up in this one. */
  listMerged(guest: GuestKey): Promise<readonly string[]>;
}

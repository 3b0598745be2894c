import type { Instant, LocalDate } from '../domain/subject.ts';

/** A person's word that a guest is not the one on the list. */
export interface MatchDismissal {
  readonly propertyId: string;
  /** Of whom it was said first, so that it goes when the guest is forgotten. */
  readonly guestId: string;
  /** From `toPersonState`. The store keeps its keyed digest only. */
  readonly person: string;
  readonly listId: string;
  readonly entryId: string;
  /** The state of the entry that was looked at; a changed one is another. */
  readonly entryHash: string;
  /** In words of the one who said so. */
  readonly reason: string;
  readonly dismissedBy: string;
  readonly dismissedAt: Instant;
  /** The last day, in the property's calendar. */
  readonly validUntil?: LocalDate;
}

export type DismissalKey = Pick<MatchDismissal, 'propertyId' | 'person' | 'listId' | 'entryId'>;

/** Within a transaction, or outside of one. At most one for each key. */
export interface DismissalRepository {
  /** Replaces the one before. */
  save(dismissal: MatchDismissal): Promise<void>;
  /** All that hold today for one state of a person. */
  list(
    about: Pick<MatchDismissal, 'propertyId' | 'person'>,
    today: LocalDate,
  ): Promise<readonly Omit<MatchDismissal, 'person'>[]>;
  /** `false` where there is none. */
  remove(key: DismissalKey): Promise<boolean>;
  /**
   * What was said of a guest was said of the other one: all that is said of these states of the one is said of the states
   * beside them. Where something was said of both, what was said last counts.
   */
  moveGuest(
    guest: Pick<MatchDismissal, 'propertyId' | 'guestId'>,
    into: string,
    persons: readonly { readonly from: string; readonly into: string }[],
  ): Promise<void>;
  forgetGuest(propertyId: string, guestId: string): Promise<void>;
}

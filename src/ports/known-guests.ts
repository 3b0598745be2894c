import type { PersonHistory, Withdrawal } from '../domain/known-guest.ts';
import type { Subject } from '../domain/subject.ts';

/** The subject of a stay. */
export type StayKey = Pick<Subject, 'propertyId' | 'reservationId' | 'guestId'>;

/** What a property remembers of people over their stays. Within a transaction, or outside of one. */
export interface KnownGuestRepository {
  /**
   * All stays of the same guest id, of somebody with the same person keys, or of guests whose cards people merged with this
   * one's. What was withdrawn and warned of is that of everybody on the card: a warning too many rather than one too few.
   */
  findHistory(subject: Subject): Promise<PersonHistory>;
  /** The subjects of everybody on the card. */
  listSubjects(subject: Subject): Promise<readonly StayKey[]>;
  /** Throws `screening_unknown`. */
  addWithdrawal(screeningId: string, withdrawal: Withdrawal): Promise<void>;
  /** Removes what was withdrawn of a guest, and why. */
  forgetGuest(propertyId: string, guestId: string): Promise<void>;
}

import type { PersonHistory, Withdrawal } from '../domain/known-guest.ts';
import type { Subject } from '../domain/subject.ts';

/** The subject of a stay. */
export type StayKey = Pick<Subject, 'propertyId' | 'reservationId' | 'guestId'>;

/** What a property remembers of people over their stays. Within a transaction, or outside of one. */
export interface KnownGuestRepository {
  /** All stays here of the same guest id, or of somebody with the same person keys; and what was withdrawn of them. */
  findHistory(subject: Subject): Promise<PersonHistory>;
  /** The subjects of those stays. */
  listSubjects(subject: Subject): Promise<readonly StayKey[]>;
  /** Throws `screening_unknown`. */
  addWithdrawal(screeningId: string, withdrawal: Withdrawal): Promise<void>;
  /** Removes what was withdrawn of a guest, and why. */
  forgetGuest(propertyId: string, guestId: string): Promise<void>;
}

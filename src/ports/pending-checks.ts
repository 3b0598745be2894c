import type { Finding } from '../domain/finding.ts';
import type { Instant } from '../domain/subject.ts';

/**
 * `pending` asked · `answered` by callback or poll · `overdue` given up, though a late answer still counts · `redacting`: the
 * guest is forgotten, and nothing but the reference is needed, until the vendor has removed what it holds. That one is final.
 */
export type PendingCheckState = 'pending' | 'answered' | 'overdue' | 'redacting';

/**
 * A question whose answer comes later. The vendor's reference is sealed at rest, and found by a keyed digest. It is kept for as
 * long as the guest is known, so that what the vendor holds can be removed with the guest.
 */
export interface PendingCheck {
  readonly id: string;
  readonly providerId: string;
  readonly propertyId: string;
  readonly guestId: string;
  readonly screeningId: string;
  readonly reference: string;
  /** The same question, asked again by a newer screening, is this one; see `CheckRunner.toQuestionKey`. */
  readonly questionKey: string;
  readonly finding: Finding;
  readonly state: PendingCheckState;
  readonly askedAt: Instant;
  readonly overdueAt: Instant;
  /** Absent where the vendor calls back. */
  readonly nextPollAt?: Instant;
}

export type PendingReference = Pick<PendingCheck, 'providerId' | 'propertyId' | 'reference'>;

/** Within a transaction, or outside of one. */
export interface PendingCheckRepository {
  /** Adds it; one whose reference is known already passes to this screening, and is pending (again). Answers its id. */
  save(pending: Omit<PendingCheck, 'id' | 'state'>): Promise<string>;
  find(pendingId: string): Promise<PendingCheck | undefined>;
  findByReference(reference: PendingReference): Promise<PendingCheck | undefined>;
  /** One that is still `pending` and not overdue. */
  findByQuestion(questionKey: string, now: Instant): Promise<PendingCheck | undefined>;
  setState(pendingId: string, state: PendingCheckState): Promise<void>;
  setNextPoll(pendingId: string, nextPollAt: Instant): Promise<void>;
  /** What is shown while the answer is to come. */
  setFinding(pendingId: string, finding: Finding): Promise<void>;
  /** The PMS has merged a guest into another, whom the questions are about from now on. */
  moveGuest(propertyId: string, guestId: string, mergedInto: string): Promise<void>;
  /** Ends every question about a guest: each is `redacting`, until it is removed. */
  forgetGuest(propertyId: string, guestId: string): Promise<void>;
  /** The ids of a guest's questions that are `redacting`. */
  listRedacting(propertyId: string, guestId: string): Promise<readonly string[]>;
  remove(pendingId: string): Promise<void>;
  /** Notes a delivery; `false` where it was noted before. */
  addCallback(callback: {
    readonly providerId: string;
    readonly propertyId: string;
    readonly eventId: string;
    readonly receivedAt: Instant;
  }): Promise<boolean>;
  /** An answer that came before its question was on disk; the latest counts. */
  keepEarly(
    reference: PendingReference,
    early: { readonly finding: Finding; readonly receivedAt: Instant },
  ): Promise<void>;
  /** Takes it out: it is found once. */
  takeEarly(reference: PendingReference): Promise<Finding | undefined>;
  /** Removes deliveries and early answers that came before. */
  removeBefore(before: OldestKept): Promise<void>;
}

export interface OldestKept {
  readonly callbacks: Instant;
  readonly earlyAnswers: Instant;
}

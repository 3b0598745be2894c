import type { Instant, LocalDate } from '../domain/subject.ts';
import type { GuestState } from '../domain/guest-state.ts';
import type { StayKey } from './known-guests.ts';

/** Reservations that arrive, by day, those who need somebody most first. */
export interface ArrivalRepository {
  list(query: ArrivalQuery): Promise<readonly ArrivalRow[]>;
  /** Guests who arrive on these days, by state; stopped ones are not counted. */
  countByState(query: ArrivalDays): Promise<ReadonlyMap<GuestState, number>>;
  /** The guests about whom somebody has to decide and who have not left, soonest arrival first. */
  listForReview(query: ReviewQuery): Promise<readonly { readonly screeningId: string }[]>;
}

export interface ArrivalDays {
  readonly propertyId: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface ArrivalQuery extends ArrivalDays {
  readonly limit: number;
  /** The last of the page before. */
  readonly after?: Pick<ArrivalRow, 'arrivesOn' | 'need' | 'reservationId'>;
}

export interface ArrivalRow {
  readonly arrivesOn: LocalDate;
  /** See guest-state.ts: of the guest who needs somebody most. */
  readonly need: number;
  readonly reservationId: string;
  readonly screeningIds: readonly string[];
}

export interface ReviewQuery {
  readonly propertyId: string;
  readonly today: LocalDate;
  /** Those that this account looks after; `null` those that nobody does; absent: all. */
  readonly assigneeId?: string | null;
  readonly limit: number;
  readonly after?: { readonly arrivesOn: LocalDate; readonly screeningId: string };
}

/** What staff wrote down about a guest. */
export interface GuestNote {
  readonly id: string;
  readonly propertyId: string;
  readonly guestId: string;
  readonly text: string;
  readonly authorId: string;
  readonly authorName: string;
  readonly createdAt: Instant;
}

/** A guest who was merged with another is that one. */
export interface NoteRepository {
  add(note: GuestNote): Promise<void>;
  /** Newest first. */
  list(propertyId: string, guestId: string): Promise<readonly GuestNote[]>;
  /** By guest; those without notes are absent. */
  count(propertyId: string, guestIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** `false` where there is none. */
  remove(propertyId: string, noteId: string): Promise<boolean>;
  moveGuest(propertyId: string, guestId: string, mergedInto: string): Promise<void>;
  forgetGuest(propertyId: string, guestId: string): Promise<void>;
}

/** Who looks after the review of a guest. */
export interface Assignment {
  readonly assigneeId: string;
  readonly assigneeName: string;
  readonly assignedAt: Instant;
}

export interface AssignmentRepository {
  save(key: StayKey, assignment: Assignment): Promise<void>;
  /** `false` where nobody did. */
  remove(key: StayKey): Promise<boolean>;
  find(key: StayKey): Promise<Assignment | undefined>;
  /** Whoever looks after one guest of a reservation looks after the other, unless somebody does. */
  move(key: StayKey, guestId: string): Promise<void>;
  /** By `reservationId/guestId`. */
  listByReservations(propertyId: string, reservationIds: readonly string[]): Promise<ReadonlyMap<string, Assignment>>;
}

import type { Instant, SubjectField } from './subject.ts';

/**
 * `clear` nothing found · `match` something found · `incomplete` fields are missing that would help · `pending` the
 * answer comes later · `unavailable` could not be asked, which never counts as clear.
 */
export type FindingResult = 'clear' | 'match' | 'incomplete' | 'pending' | 'unavailable';

/** How sure a match is: `possible` (look), `likely`, `strong` (two independent things agree, or one that is unique). */
export type MatchStrength = 'possible' | 'likely' | 'strong';

/** Why a check says what it says. `code` is stable and impersonal; `text` is for staff, in plain English. */
export interface Reason {
  readonly code: string;
  readonly text: string;
}

/** What a provider's function answers. */
export interface CheckAnswer {
  readonly result: FindingResult;
  /** Only with `match`. */
  readonly strength?: MatchStrength;
  readonly reasons: readonly Reason[];
  /** Only with `incomplete`: what the guest could add. */
  readonly missing?: readonly SubjectField[];
  /** Only with `pending`: how the vendor calls the question, and the page where the guest answers it, if there is one. */
  readonly reference?: string;
  readonly guestUrl?: string;
  /** A few plain words for the summary in the PMS, e.g. `lists of 20 Aug`; no personal data, no long digit strings. */
  readonly note?: string;
}

/** A check's answer, with who gave it and when. */
export interface Finding extends CheckAnswer {
  readonly provider: string;
  readonly providerVersion: string;
  readonly label: string;
  readonly checkedAt: Instant;
  /** Only of an answer that stands for a new one: when it was given. `checkedAt` is when it was taken up. */
  readonly reusedFrom?: Instant;
}

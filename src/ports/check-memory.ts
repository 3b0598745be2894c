import type { Finding } from '../domain/finding.ts';
import type { Instant } from '../domain/subject.ts';

/** An answer that may stand for a new one. Sealed at rest; found by a keyed digest of its question. */
export interface KeptAnswer {
  readonly questionKey: string;
  readonly propertyId: string;
  readonly providerId: string;
  readonly guestId?: string;
  readonly finding: Finding;
  readonly validUntil: Instant;
}

/** Within a transaction, or outside of one. */
export interface KeptAnswerRepository {
  /** `undefined` where there is none that still stands. */
  find(questionKey: string, now: Instant): Promise<KeptAnswer | undefined>;
  /** Replaces the one before. */
  keep(answer: KeptAnswer): Promise<void>;
  /** Takes back what is kept of a guest: of one provider, or of all. Answers how many answers that were. */
  withdraw(guest: { readonly propertyId: string; readonly guestId: string }, providerId?: string): Promise<number>;
  removeExpired(now: Instant): Promise<number>;
}

export interface Spend {
  readonly providerId: string;
  readonly propertyId: string;
  /** `YYYY-MM`, in UTC. */
  readonly month: string;
  readonly minorUnits: number;
}

export interface SpendingRepository {
  /** Adds to what was spent, unless that would pass the ceiling: then `false`, and nothing is added. */
  reserve(spend: Spend, ceilingMinorUnits: number): Promise<boolean>;
  /** For a call that was not made after all. */
  giveBack(spend: Spend): Promise<void>;
  find(spend: Omit<Spend, 'minorUnits'>): Promise<number>;
}

import type { Finding, Reason } from './finding.ts';
import type { Outcome } from './policy.ts';
import type { Explanation } from './policy/explanation.ts';
import type { Selection } from './policy/selection.ts';
import type { Instant } from './subject.ts';

/** `stopped`: the stay was cancelled, ended or forgotten while the screening was open; it is never shown in the PMS. */
export type ScreeningStatus = 'in_progress' | 'waiting_for_guest' | 'completed' | 'failed' | 'stopped';

/** What a person concluded. Only people approve and decline. */
export interface Decision {
  readonly decision: 'approved' | 'declined';
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedAt: Instant;
}

/** One subject at one state of its data. */
export interface Screening {
  readonly id: string;
  readonly propertyId: string;
  readonly reservationId: string;
  readonly guestId: string;
  /** The state of the fields that it is about; see fingerprint.ts. */
  readonly fingerprint: string;
  readonly status: ScreeningStatus;
  readonly outcome?: Outcome;
  readonly reasons: readonly Reason[];
  readonly findings: readonly Finding[];
  readonly policy?: { readonly name: string; readonly version: string };
  /** Absent where it was concluded before explanations were kept. */
  readonly explanation?: Explanation;
  /** Whom the policy wanted asked, once its checks have run. */
  readonly selection?: Selection;
  readonly decision?: Decision;
  readonly createdAt: Instant;
  /** When status, outcome or decision last changed. */
  readonly updatedAt: Instant;
}

/** The outcome that the world is shown: a person's decision over a machine's outcome. */
export type ShownOutcome = Outcome | Decision['decision'];

export function toShownOutcome(screening: Pick<Screening, 'outcome' | 'decision'>): ShownOutcome | undefined {
  return screening.decision?.decision ?? screening.outcome;
}

export function isOpen(screening: Pick<Screening, 'status'>): boolean {
  return screening.status === 'in_progress' || screening.status === 'waiting_for_guest';
}

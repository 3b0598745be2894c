import type { Outcome, Severity } from './outcome.ts';
import type { NotAsked } from './selection.ts';
import type { Acquaintance } from './situation.ts';

/** One rule that counted. */
export interface ExplanationPart {
  /** Where it stands in the policy, e.g. `providers.house-list.onMatch.strong`, `points.rules.0` or `points.reviewAt`. */
  readonly rule: string;
  /** For staff, in plain English. */
  readonly text: string;
  readonly provider?: string;
  readonly points?: number;
  readonly means?: Severity;
}

/**
 * Why an outcome is what it is. It adds up: the points of the parts make `points`, and the most severe of what they mean is
 * the outcome, which is clear where none means anything.
 */
export interface Explanation {
  readonly outcome: Outcome;
  readonly parts: readonly ExplanationPart[];
  readonly points: number;
  /** Absent where the policy gives no points. */
  readonly thresholds?: { readonly reviewAt: number; readonly flaggedAt: number };
  readonly guest?: Acquaintance;
  readonly notAsked: readonly NotAsked[];
}

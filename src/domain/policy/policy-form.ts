import type { FindingResult, MatchStrength } from '../finding.ts';
import type { Severity } from './outcome.ts';
import type { Situation } from './situation.ts';

/** How findings become an outcome, and whom which provider is asked about. Plain data: docs/policy.md explains it. */
export interface Policy {
  readonly name: string;
  readonly version: string;
  readonly providers: Readonly<Record<string, ProviderRule>>;
  /** For providers that the policy does not name. */
  readonly otherwise: ProviderRule;
  /** A finding with this reason code excuses `possible` and `likely` matches of these providers. */
  readonly trust: { readonly reasonCode: string; readonly excuses: readonly string[] };
  readonly points?: PointsTable;
  /** Default: review. */
  readonly knownGuests?: { readonly onWithdrawn: Severity };
}

export interface ProviderRule {
  /** A required check that could not be asked, or lacks data, sends the guest to review. */
  readonly required: boolean;
  /** `points`: a match means nothing by itself, only what the points table gives for it. */
  readonly onMatch: Readonly<Record<MatchStrength, Severity | 'points'>>;
  /** Asked where one of these holds; everybody, where there are none. */
  readonly when?: readonly Situation[];
  /** How many days an answer may stand for a new one: never longer than its provider says. 0: asked each time. */
  readonly reuseDays?: number;
}

/** Points of all findings are added up and held against two thresholds. What rules say on their own stays. */
export interface PointsTable {
  readonly reviewAt: number;
  readonly flaggedAt: number;
  readonly rules: readonly PointRule[];
}

/** A finding that has all that the rule names is given its points, once. No points take away: a later answer can make it worse and never better. */
export interface PointRule {
  readonly name: string;
  readonly provider: string;
  readonly result?: FindingResult;
  readonly strength?: MatchStrength;
  readonly reasonCode?: string;
  readonly points: number;
}

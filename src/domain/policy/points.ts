import type { Finding } from '../finding.ts';
import type { ExplanationPart } from './explanation.ts';
import type { Outcome } from './outcome.ts';
import type { PointRule, PointsTable } from './policy-form.ts';

/** What a finding is given by the points table, rule by rule. */
export function toPointParts(finding: Finding, table: PointsTable | undefined): readonly ExplanationPart[] {
  return (table?.rules ?? []).flatMap((rule, index) => (isMetBy(rule, finding) ? [toPart(rule, index, finding)] : []));
}

function toPart({ name, points }: PointRule, index: number, { provider, label }: Finding): ExplanationPart {
  const text = `${label}: ${name}, ${points} points`;
  return { rule: `points.rules.${index}`, text, provider, points };
}

function isMetBy({ provider, result, strength, reasonCode }: PointRule, finding: Finding): boolean {
  if (provider !== finding.provider) return false;
  if (result !== undefined && result !== finding.result) return false;
  if (strength !== undefined && (finding.result !== 'match' || strength !== toStrength(finding))) return false;
  return reasonCode === undefined || finding.reasons.some(({ code }) => code === reasonCode);
}

/** A match that does not say how sure it is, is possible. */
export function toStrength({ strength = 'possible' }: Finding): NonNullable<Finding['strength']> {
  return strength;
}

/** The threshold that a sum reaches; nothing where it reaches none. */
export function toThresholdPart(points: number, table: PointsTable | undefined): readonly ExplanationPart[] {
  if (table === undefined) return [];
  const reached = points >= table.flaggedAt ? 'flagged' : points >= table.reviewAt ? 'review' : 'clear';
  return reached === 'clear' ? [] : [toReached(points, reached, table)];
}

function toReached(points: number, means: Exclude<Outcome, 'clear'>, table: PointsTable): ExplanationPart {
  const name = `${means}At` as const;
  return { rule: `points.${name}`, text: `${points} points in all: ${means} from ${table[name]}`, means };
}

import type { Finding, Reason } from './finding.ts';
import type { Explanation, ExplanationPart } from './policy/explanation.ts';
import { type Outcome, toMostSevere } from './policy/outcome.ts';
import { toPointParts, toStrength, toThresholdPart } from './policy/points.ts';
import type { PointsTable, Policy } from './policy/policy-form.ts';
import { findRule } from './policy/rule-for.ts';
import type { Selection } from './policy/selection.ts';

export type { Outcome } from './policy/outcome.ts';
export type { Policy, ProviderRule } from './policy/policy-form.ts';

export interface Conclusion {
  readonly outcome: Outcome;
  /** In the words of the findings that led here; empty when clear. */
  readonly reasons: readonly Reason[];
  readonly policy: { readonly name: string; readonly version: string };
  /** True where a required check could not be asked: the screening has failed, whatever the others say. */
  readonly isIncomplete: boolean;
  readonly explanation: Explanation;
}

const everybodyAsked: Selection = { notAsked: [] };

/**
 * Findings in, outcome out: the most severe of what each finding means on its own, and of what their points reach together.
 * Nobody is clear of whom not one check could say anything, be it required or not.
 */
export function conclude(
  findings: readonly Finding[],
  policy: Policy,
  selection: Selection = everybodyAsked,
): Conclusion {
  const isTrusted = findings.some((finding) => hasReason(finding, policy.trust.reasonCode));
  const weighed = findings.map((finding) => weigh(finding, policy, isTrusted));
  const points = weighed.flatMap(({ parts }) => parts).reduce((sum, part) => sum + (part.points ?? 0), 0);
  const threshold = toThresholdPart(points, policy.points);
  const counted = [...weighed.flatMap(({ parts }) => parts), ...threshold];
  const isSilent = toOutcome(counted) === 'clear' && !findings.some(isAnswer);
  const parts = isSilent ? [...counted, toSilencePart(findings)] : counted;
  const outcome = toOutcome(parts);
  return {
    outcome,
    reasons: isSilent ? toSilenceReasons(findings, selection) : toReasonsOf(weighed, threshold.length > 0),
    policy: { name: policy.name, version: policy.version },
    isIncomplete: findings.some((finding) => finding.result === 'unavailable' && isRequired(finding, policy)),
    explanation: {
      outcome,
      parts,
      points,
      ...(policy.points && { thresholds: toThresholds(policy.points) }),
      ...selection,
    },
  };
}

/** Whether a screening is not done without this finding's provider. */
export function isRequired(finding: Finding, policy: Policy): boolean {
  return findRule(policy, finding.provider).rule.required;
}

interface Weighed {
  readonly finding: Finding;
  readonly parts: readonly ExplanationPart[];
}

/** What a finding means on its own, and the points that it is given; nothing of both where trust excuses it. */
function weigh(finding: Finding, policy: Policy, isTrusted: boolean): Weighed {
  const { provider, label } = finding;
  if (isTrusted && isExcused(finding, policy)) {
    return { finding, parts: [{ rule: 'trust', text: `${label}: excused, because the guest is trusted`, provider }] };
  }
  return { finding, parts: [...toDirectPart(finding, policy), ...toPointParts(finding, policy.points)] };
}

function toDirectPart(finding: Finding, policy: Policy): readonly ExplanationPart[] {
  const { provider, label, result } = finding;
  const { rule, path } = findRule(policy, provider);
  switch (result) {
    case 'clear':
      return [];
    case 'match': {
      const strength = toStrength(finding);
      const means = rule.onMatch[strength];
      if (means === 'points') return [];
      const text = `${label}: ${strength} match means ${means}`;
      return [
        { rule: path === 'knownGuests.onWithdrawn' ? path : `${path}.onMatch.${strength}`, text, provider, means },
      ];
    }
    case 'incomplete':
    case 'pending':
    case 'unavailable': {
      const text = `${label}: required, and ${unansweredWords[result]}`;
      return rule.required ? [{ rule: `${path}.required`, text, provider, means: 'review' }] : [];
    }
  }
}

const unansweredWords = {
  incomplete: 'lacks data',
  pending: 'has not answered yet',
  unavailable: 'could not be asked',
} as const;

function isExcused(finding: Finding, policy: Policy): boolean {
  return finding.result === 'match' && finding.strength !== 'strong' && policy.trust.excuses.includes(finding.provider);
}

function toOutcome(parts: readonly ExplanationPart[]): Outcome {
  return toMostSevere(parts.map(({ means }) => means));
}

function toThresholds({ reviewAt, flaggedAt }: PointsTable): Pick<PointsTable, 'reviewAt' | 'flaggedAt'> {
  return { reviewAt, flaggedAt };
}

/** Points count as a reason where their sum reaches a threshold. */
function toReasonsOf(weighed: readonly Weighed[], isReached: boolean): readonly Reason[] {
  const led = ({ means, points = 0 }: ExplanationPart) => means !== undefined || (isReached && points > 0);
  return weighed.filter(({ parts }) => parts.some(led)).flatMap(({ finding }) => toReasons(finding));
}

function toSilencePart(findings: readonly Finding[]): ExplanationPart {
  const text = findings.length === 0 ? 'No check was asked' : 'No check could say anything';
  return { rule: 'no_answer', text: `${text}, and nobody is clear unseen`, means: 'review' };
}

function toSilenceReasons(findings: readonly Finding[], { notAsked }: Selection): readonly Reason[] {
  if (findings.length > 0) return findings.flatMap(toReasons);
  const text =
    notAsked.length === 0
      ? 'No check is switched on for this property'
      : 'The policy asks no check about this guest and booking';
  return [{ code: 'policy.no_checks', text }];
}

function hasReason(finding: Finding, code: string): boolean {
  return finding.reasons.some((reason) => reason.code === code);
}

function isAnswer({ result }: Finding): boolean {
  return result === 'clear' || result === 'match';
}

function toReasons({ reasons, provider, label, result }: Finding): readonly Reason[] {
  return reasons.length > 0 ? reasons : [{ code: `${provider}.${result}`, text: `${label}: ${result}` }];
}

import type { Finding, MatchStrength, Reason } from './finding.ts';

/** What a machine may conclude. Approving and declining are for people. */
export type Outcome = 'clear' | 'review' | 'flagged';

export interface ProviderRule {
  /** A required check that could not be asked, or lacks data, sends the guest to review. */
  readonly required: boolean;
  readonly onMatch: Readonly<Record<MatchStrength, 'review' | 'flagged'>>;
}

/** How findings become an outcome. Plain data: the same findings under the same policy always conclude the same. */
export interface Policy {
  readonly name: string;
  readonly version: string;
  readonly providers: Readonly<Record<string, ProviderRule>>;
  /** For providers that the policy does not name. */
  readonly otherwise: ProviderRule;
  /** A finding with this reason code excuses `possible` and `likely` matches of these providers. */
  readonly trust: { readonly reasonCode: string; readonly excuses: readonly string[] };
}

export interface Conclusion {
  readonly outcome: Outcome;
  /** In the words of the findings that led here; empty when clear. */
  readonly reasons: readonly Reason[];
  readonly policy: { readonly name: string; readonly version: string };
  /** True where a required check could not be asked: the screening has failed, whatever the others say. */
  readonly isIncomplete: boolean;
}

const severity: Readonly<Record<Outcome, number>> = { clear: 0, review: 1, flagged: 2 };

/**
 * Findings in, outcome out: the most severe of what each finding means on its own. Nobody is clear of whom not one check
 * could say anything, be it required or not.
 */
export function conclude(findings: readonly Finding[], policy: Policy): Conclusion {
  const isTrusted = findings.some((finding) => hasReason(finding, policy.trust.reasonCode));
  let outcome: Outcome = 'clear';
  const reasons: Reason[] = [];
  for (const finding of findings) {
    const meant = isTrusted && isExcused(finding, policy) ? 'clear' : toOutcome(finding, ruleFor(finding, policy));
    if (meant === 'clear') continue;
    if (severity[meant] > severity[outcome]) outcome = meant;
    reasons.push(...toReasons(finding));
  }
  if (outcome === 'clear' && !findings.some(isAnswer)) {
    outcome = 'review';
    reasons.push(...(findings.length === 0 ? [noChecks] : findings.flatMap(toReasons)));
  }
  const isIncomplete = findings.some(
    (finding) => finding.result === 'unavailable' && ruleFor(finding, policy).required,
  );
  return { outcome, reasons, policy: { name: policy.name, version: policy.version }, isIncomplete };
}

const noChecks: Reason = { code: 'policy.no_checks', text: 'No check is switched on for this property' };

function toOutcome(finding: Finding, rule: ProviderRule): Outcome {
  switch (finding.result) {
    case 'clear':
      return 'clear';
    case 'match':
      return rule.onMatch[finding.strength ?? 'possible'];
    case 'incomplete':
    case 'pending':
    case 'unavailable':
      return rule.required ? 'review' : 'clear';
  }
}

function isExcused(finding: Finding, policy: Policy): boolean {
  return finding.result === 'match' && finding.strength !== 'strong' && policy.trust.excuses.includes(finding.provider);
}

/** Whether a screening is not done without this finding's provider. */
export function isRequired(finding: Finding, policy: Policy): boolean {
  return ruleFor(finding, policy).required;
}

function ruleFor(finding: Finding, policy: Policy): ProviderRule {
  return policy.providers[finding.provider] ?? policy.otherwise;
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

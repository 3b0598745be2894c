import type { Finding, MatchStrength, Reason } from './finding.ts';

const strengths: readonly MatchStrength[] = ['strong', 'likely', 'possible'];

/**
 * What one check says of a person: of the guest as booked, and of the same person as written down elsewhere. A match with
 * either is one, and nobody is clear of whom a part could not be asked about.
 */
export function toPersonFinding(own: Finding, others: readonly Finding[]): Finding {
  const matches = others.filter(({ result }) => result === 'match');
  if (matches.length === 0) return own.result === 'clear' ? (others.find(isUnavailable) ?? own) : own;
  const all = own.result === 'match' ? [own, ...matches] : matches;
  const strength = strengths.find((one) => all.some((finding) => finding.strength === one)) ?? 'possible';
  const { provider, providerVersion, label, checkedAt } = own;
  return {
    ...{ provider, providerVersion, label, checkedAt },
    ...{ result: 'match', strength, note: `${strength} match` },
    reasons: [...(own.result === 'match' ? own.reasons : []), ...toOtherReasons(matches)],
  };
}

function isUnavailable({ result }: Finding): boolean {
  return result === 'unavailable';
}

function toOtherReasons(matches: readonly Finding[]): readonly Reason[] {
  const reasons = matches.flatMap((finding) => finding.reasons);
  const byText = new Map(reasons.map((reason) => [reason.text, reason]));
  return [...byText.values()].map(({ code, text }) => ({
    code,
    text: `The same person, as written down elsewhere. ${text}`,
  }));
}

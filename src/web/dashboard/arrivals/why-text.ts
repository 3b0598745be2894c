import type { Schema } from '../../../client/client.ts';
import { toListText } from '../i18n/formats.ts';
import { findText, t } from '../i18n/texts.ts';
import { toGuestState } from '../state/guest-state.ts';

/** In a few words, why a guest's state is what it is: the decision, or the checks that speak. */
export function toWhyText(screening: Schema<'Screening'>): string {
  const { decision, findings } = screening;
  if (decision !== null) return t('why.decided', { name: decision.decidedBy, reason: decision.reason });
  const state = toGuestState(screening);
  const labels = (result: string) =>
    toListText(findings.filter((finding) => finding.result === result).map(({ label }) => label));
  switch (state) {
    case 'flagged':
    case 'review':
      return toMatchText(findings);
    case 'waiting':
      return t('why.waiting');
    case 'failed':
      return t('why.unavailable', { checks: labels('unavailable') });
    case 'checking':
      return t('why.checking');
    case 'stopped':
      return t('why.stopped');
    case 'clear':
    case 'approved':
    case 'declined':
      return t('why.clear', { count: findings.filter(({ result }) => result === 'clear').length });
  }
}

const strengths = ['strong', 'likely', 'possible'] as const;

/** What was found, the strongest first: what is unusual in words, or else the check and how sure it is. */
function toMatchText(findings: readonly Schema<'Finding'>[]): string {
  const matches = strengths.flatMap((strength) =>
    findings.filter((finding) => finding.result === 'match' && finding.strength === strength),
  );
  return matches.length === 0 ? t('why.rules') : matches.map(toFindingText).join(' · ');
}

function toFindingText({ label, strength = 'possible', reasons }: Schema<'Finding'>): string {
  const known = reasons.flatMap(({ code }) => findText(`codes.${code}`) ?? []);
  if (known.length > 0) return toListText([...new Set(known)]);
  return t('why.match', { check: label, strength: t(`strengths.${strength}`).toLowerCase() });
}

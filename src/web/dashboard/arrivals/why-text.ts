import type { Schema } from '../../../client/client.ts';
import { toListText } from '../i18n/formats.ts';
import { findText, t } from '../i18n/texts.ts';
import type { GuestState } from '../../../domain/guest-state.ts';
import { toGuestState } from '../state/guest-state.ts';
import { procedureNames } from '../state/procedure-names.ts';
import { isAtLeast } from '../state/session.ts';

type Procedure = Schema<'ScreeningDetail'>['procedure'];

/** In a few words, why a guest's state is what it is: the decision, or the checks that speak. Where those are not for the reader, what to do. */
export function toWhyText(screening: Schema<'Screening'>, procedure?: Procedure): string {
  const { decision, findings, propertyId } = screening;
  const state = toGuestState(screening);
  if (!isAtLeast('reviewer', propertyId)) return toDeskText(state, procedure);
  if (decision !== null) return t('why.decided', { name: decision.decidedBy, reason: decision.reason });
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

function toDeskText(state: GuestState, procedure: Procedure = 'call_manager'): string {
  switch (state) {
    case 'flagged':
    case 'review':
      return t(`procedures.${procedureNames[procedure]}.title`);
    case 'failed':
    case 'declined':
      return t(`procedures.${state}.title`);
    case 'waiting':
    case 'checking':
    case 'stopped':
      return t(`why.${state}`);
    case 'clear':
    case 'approved':
      return t('procedures.fine.title');
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

import type { Finding } from './finding.ts';
import { conclude, type Conclusion, isRequired, type Policy } from './policy.ts';
import type { Selection } from './policy/selection.ts';
import type { ScreeningStatus } from './screening.ts';

/** Where a screening stands with the findings that it has so far. */
export interface Standing {
  readonly status: Exclude<ScreeningStatus, 'stopped'>;
  /** Absent while a required answer is still to come and nothing that is known weighs anything. */
  readonly conclusion?: Conclusion;
}

/**
 * A required answer that is still to come keeps a screening open: waiting for the guest where the guest has a page to go to,
 * in progress otherwise. What the others found counts at once, because a later answer can make it worse and never better.
 */
export function toStanding(findings: readonly Finding[], policy: Policy, selection?: Selection): Standing {
  const awaited = findings.filter((finding) => finding.result === 'pending' && isRequired(finding, policy));
  const conclusion = conclude(awaited.length === 0 ? findings : findings.filter(isNotPending), policy, selection);
  if (conclusion.isIncomplete) return { status: 'failed', conclusion };
  if (awaited.length === 0) return { status: 'completed', conclusion };
  const status = awaited.some(({ guestUrl }) => guestUrl !== undefined) ? 'waiting_for_guest' : 'in_progress';
  return findings.some(isAnswer) && conclusion.outcome !== 'clear' ? { status, conclusion } : { status };
}

function isNotPending({ result }: Finding): boolean {
  return result !== 'pending';
}

function isAnswer({ result }: Finding): boolean {
  return result !== 'pending' && result !== 'unavailable';
}

import type { Finding } from './finding.ts';
import type { FormTopic } from './form/form-settings.ts';
import { lacksOneOf } from './form/needed-topics.ts';
import { conclude, type Conclusion, isRequired, type Policy } from './policy.ts';
import type { Selection } from './policy/selection.ts';
import type { ScreeningStatus } from './screening.ts';

/** Where a screening stands with the findings that it has so far. */
export interface Standing {
  readonly status: Exclude<ScreeningStatus, 'stopped'>;
  /** Absent while a required answer is still to come and nothing that is known weighs anything. */
  readonly conclusion?: Conclusion;
}

/** What an open form is awaited for. */
export interface AwaitedForm {
  readonly topics: readonly FormTopic[];
  /** The property asks this guest, whatever the checks say. */
  readonly isAwaitedAnyway: boolean;
}

export interface StandingContext {
  readonly selection?: Selection | undefined;
  readonly form?: AwaitedForm | undefined;
}

/**
 * A required answer that is still to come keeps a screening open, and so does what an open form is to bring: waiting for the
 * guest where the guest has a page to go to, in progress otherwise. What the others found counts at once, because a later
 * answer can make it worse and never better.
 */
export function toStanding(
  findings: readonly Finding[],
  policy: Policy,
  { selection, form }: StandingContext = {},
): Standing {
  const lacking = findings.filter((finding) => lacksOneOf(finding, form?.topics ?? []) && isRequired(finding, policy));
  const awaited = findings.filter((finding) => finding.result === 'pending' && isRequired(finding, policy));
  const isFormAwaited = lacking.length > 0 || form?.isAwaitedAnyway === true;
  const isOpen = isFormAwaited || awaited.length > 0;
  const counted = findings.filter((finding) => finding.result !== 'pending' && !lacking.includes(finding));
  const conclusion = conclude(isOpen ? counted : findings, policy, selection);
  if (conclusion.isIncomplete) return { status: 'failed', conclusion };
  if (!isOpen) return { status: 'completed', conclusion };
  const isPageOpen = isFormAwaited || awaited.some(({ guestUrl }) => guestUrl !== undefined);
  const status = isPageOpen ? 'waiting_for_guest' : 'in_progress';
  return counted.some(isAnswer) && conclusion.outcome !== 'clear' ? { status, conclusion } : { status };
}

function isAnswer({ result }: Finding): boolean {
  return result !== 'pending' && result !== 'unavailable';
}

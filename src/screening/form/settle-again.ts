import type { Policy } from '../../domain/policy.ts';
import { housekeeping } from '../../domain/urgency.ts';
import type { Instant } from '../../domain/subject.ts';
import type { FormAsking } from '../../ports/forms.ts';
import type { Rows, SubjectKey } from '../../ports/store.ts';
import { saveStanding } from '../syncing/save-standing.ts';

export interface SettleAgainParts {
  readonly at: Instant;
  readonly forms: FormAsking;
  readonly policyFor: (propertyId: string) => Policy;
}

/**
 * The guest's form was opened, sent off or withdrawn, and no check is to be asked again: where the screening stands now. What
 * a person has decided stays; what is still running asks by itself.
 */
export async function settleAgain(
  rows: Rows,
  key: SubjectKey,
  { at, forms, policyFor }: SettleAgainParts,
): Promise<void> {
  const { propertyId, guestId } = key;
  const stored = await rows.subjects.find(key);
  if (stored?.currentScreeningId === undefined || !stored.isActive) return;
  const screening = await rows.screenings.get(stored.currentScreeningId);
  const isSettled = screening.status === 'completed' || screening.status === 'waiting_for_guest';
  if (isSettled && screening.decision === undefined) {
    await saveStanding(rows, screening, { findings: screening.findings, policy: policyFor(propertyId), forms, at });
    return;
  }
  await rows.jobs.enqueue({ kind: 'write-back', payload: { propertyId, guestId }, urgency: housekeeping, runAt: at });
}

import { plusMs } from '../../domain/calendar.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Standing } from '../../domain/standing.ts';
import type { Screening } from '../../domain/screening.ts';
import type { Instant } from '../../domain/subject.ts';
import type { LaterChecks } from '../../ports/check-runner.ts';
import type { FormAsking } from '../../ports/forms.ts';
import type { PendingCheck } from '../../ports/pending-checks.ts';
import type { Rows } from '../../ports/store.ts';
import { saveStanding } from '../syncing/save-standing.ts';

export interface SettleParts {
  readonly later: LaterChecks;
  readonly policyFor: (propertyId: string) => Policy;
  readonly forms: FormAsking;
}

export interface LaterAnswer {
  readonly pending: PendingCheck;
  readonly finding: Finding;
  readonly at: Instant;
}

/**
 * Puts a later answer in the place of what its screening had of that provider, and lets the policy conclude again; `undefined`
 * where there is no such place. Where the screening has not written down its findings yet, or was overtaken by a newer one
 * that will ask the same, the answer is kept for it.
 */
export async function settlePending(
  rows: Rows,
  { later, policyFor, forms }: SettleParts,
  { pending, finding, at }: LaterAnswer,
): Promise<Standing | undefined> {
  const { id: pendingId, propertyId, providerId } = pending;
  const screening = await findAwaiting(rows, pending);
  if (screening === undefined) {
    await rows.pendingChecks.keepEarly(pending, { finding, receivedAt: at });
    return undefined;
  }
  await rows.pendingChecks.setState(pendingId, 'answered');
  await keepLaterAnswer(rows, later, { pending, finding, at });
  const findings = screening.findings.map((known) => (known.provider === providerId ? finding : known));
  return saveStanding(rows, screening, { findings, policy: policyFor(propertyId), forms, at });
}

/** The screening that has a place for the answer: it counts for its subject, and has written down its findings. */
export async function findAwaiting(
  rows: Rows,
  { screeningId, providerId }: PendingCheck,
): Promise<Screening | undefined> {
  const screening = await rows.screenings.find(screeningId);
  if (screening === undefined || screening.status === 'stopped') return undefined;
  if (!screening.findings.some(({ provider }) => provider === providerId)) return undefined;
  const stored = await rows.subjects.find(screening);
  return stored?.currentScreeningId === screeningId ? screening : undefined;
}

/** So that the guest's next stay need not ask again, where the manifest says for how long. */
export async function keepLaterAnswer(
  rows: Rows,
  later: LaterChecks,
  { pending, finding, at }: LaterAnswer,
): Promise<void> {
  const reuseMs = later.find(pending.providerId)?.reuseMs;
  const isAnswer = finding.result === 'clear' || finding.result === 'match' || finding.result === 'incomplete';
  if (reuseMs === undefined || !isAnswer) return;
  const { questionKey, propertyId, providerId, guestId } = pending;
  await rows.keptAnswers.keep({
    questionKey,
    propertyId,
    providerId,
    guestId,
    finding,
    validUntil: plusMs(at, reuseMs),
  });
}

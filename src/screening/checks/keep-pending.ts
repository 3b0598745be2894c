import { plusMs } from '../../domain/calendar.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Screening } from '../../domain/screening.ts';
import type { Instant, SubjectFields } from '../../domain/subject.ts';
import type { ProviderManifest } from '../../ports/check-provider.ts';
import type { CheckRunner } from '../../ports/check-runner.ts';
import type { Rows } from '../../ports/store.ts';
import { startRedactions } from './redact-check.ts';
import { findUrgency } from '../syncing/save-standing.ts';

export interface AskedQuestions {
  readonly screening: Screening;
  readonly fields: SubjectFields;
  readonly findings: readonly Finding[];
  readonly at: Instant;
}

/**
 * Writes down every question whose answer comes later, with the jobs that ask for it and that give it up. A question that an
 * earlier screening of the guest has asked already, and that is still open, passes to this one.
 */
export async function keepPending(rows: Rows, checks: CheckRunner, asked: AskedQuestions): Promise<void> {
  const manifests = checks.listFor(asked.screening.propertyId);
  for (const finding of asked.findings) {
    const manifest = manifests.find(({ id }) => id === finding.provider);
    if (finding.result === 'pending' && manifest !== undefined)
      await keepOne(rows, checks, { ...asked, finding, manifest });
  }
  await redactForgotten(rows, asked);
}

/** The guest may have been forgotten while the vendor was asked. */
async function redactForgotten(rows: Rows, { screening, at }: AskedQuestions): Promise<void> {
  const stored = await rows.subjects.find(screening);
  if (stored?.fingerprint !== '') return;
  const { propertyId, guestId } = screening;
  await rows.subjects.forgetGuest(propertyId, guestId);
  await startRedactions(rows, { propertyId, guestId }, at);
}

async function keepOne(
  rows: Rows,
  checks: CheckRunner,
  asked: AskedQuestions & { readonly finding: Finding; readonly manifest: ProviderManifest },
): Promise<void> {
  const { screening, fields, finding, manifest, at } = asked;
  const { propertyId, guestId } = screening;
  const { later } = manifest;
  if (later === undefined || finding.reference === undefined) return;
  const questionKey = checks.toQuestionKey(manifest.id, fields, { propertyId, guestId });
  const overdueAt = plusMs(finding.checkedAt, later.overdueAfterMs);
  const nextPollAt = later.pollEveryMs === undefined ? undefined : plusMs(at, later.pollEveryMs);
  const pendingId = await rows.pendingChecks.save({
    providerId: manifest.id,
    propertyId,
    guestId,
    screeningId: screening.id,
    reference: finding.reference,
    questionKey,
    finding,
    askedAt: finding.checkedAt,
    overdueAt,
    ...(nextPollAt === undefined ? {} : { nextPollAt }),
  });
  const urgency = await findUrgency(rows, screening, at);
  const payload = { propertyId, pendingId };
  await rows.jobs.enqueue({ kind: 'expire-check', payload, urgency, runAt: overdueAt });
  if (nextPollAt !== undefined) await rows.jobs.enqueue({ kind: 'poll-check', payload, urgency, runAt: nextPollAt });
}

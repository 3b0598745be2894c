import { toLocalDate } from '../domain/calendar.ts';
import { ServiceError } from '../domain/errors.ts';
import type { Finding } from '../domain/finding.ts';
import { conclude, type Conclusion, type Policy } from '../domain/policy.ts';
import type { Screening } from '../domain/screening.ts';
import { toUrgency, type Urgency } from '../domain/urgency.ts';
import type { CheckRunner } from '../ports/check-runner.ts';
import type { Clock } from '../ports/clock.ts';
import type { JobContext, JobHandler } from '../ports/jobs.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { Store, StoredSubject } from '../ports/store.ts';

export interface RunChecksParts {
  readonly store: Store;
  readonly checks: CheckRunner;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly policyFor: (propertyId: string) => Policy;
}

/**
 * Asks every provider of the property about one subject, and concludes. A required check that could not be asked makes
 * the whole screening be tried again; after the last try it has failed, and a person should look.
 */
export function createRunChecks(parts: RunChecksParts): JobHandler<'run-checks'> {
  return async ({ screeningId }, context) => {
    const work = await findWork(parts.store, screeningId);
    if (work === undefined) return;
    const findings = await askAll(parts.checks, work, context);
    const conclusion = conclude(findings, parts.policyFor(work.screening.propertyId));
    if (conclusion.isIncomplete && !context.isLastAttempt) {
      throw new ServiceError('checks_unavailable', { screeningId, attempt: context.attempt });
    }
    await saveConclusion(parts, { ...work, findings, conclusion }, context);
  };
}

interface Work {
  readonly screening: Screening;
  readonly stored: StoredSubject;
  readonly urgency: (at: string) => Urgency;
}

/** Nothing where the screening was concluded, stopped or overtaken by a newer one meanwhile. */
function findWork(store: Store, screeningId: string): Promise<Work | undefined> {
  return store.read(async (rows) => {
    const screening = await rows.screenings.find(screeningId);
    if (screening?.status !== 'in_progress') return undefined;
    const stored = await rows.subjects.find(screening);
    if (stored?.currentScreeningId !== screeningId || !stored.isActive) return undefined;
    const { timeZone } = await rows.properties.get(screening.propertyId);
    const { arrivesOn } = stored.subject.fields;
    return { screening, stored, urgency: (at) => toUrgency(arrivesOn, toLocalDate(at, timeZone)) };
  });
}

function askAll(checks: CheckRunner, { screening, stored }: Work, { signal }: JobContext): Promise<Finding[]> {
  const { propertyId, fields } = stored.subject;
  const ask = ({ id }: { readonly id: string }) =>
    checks.run(id, fields, { propertyId, questionId: `${screening.id}:${id}`, signal });
  return Promise.all(checks.listFor(propertyId).map(ask));
}

async function saveConclusion(
  { store, clock, metrics }: RunChecksParts,
  result: Work & { readonly findings: readonly Finding[]; readonly conclusion: Conclusion },
  { lease }: JobContext,
): Promise<void> {
  const { screening, findings, conclusion } = result;
  const { id: screeningId, propertyId, guestId } = screening;
  const status = conclusion.isIncomplete ? 'failed' : 'completed';
  const isSaved = await store.transactionUnder(lease, async (rows) => {
    const now = await rows.screenings.get(screeningId);
    if (now.status !== 'in_progress') return false;
    const at = clock.now();
    await rows.screenings.saveConclusion(screeningId, { status, findings, conclusion, at });
    await rows.screenings.addToTimeline({ screeningId, at, event: 'concluded', actor: 'system' });
    const urgency = result.urgency(at);
    await rows.jobs.enqueue({ kind: 'write-back', payload: { propertyId, guestId }, urgency, runAt: at });
    return true;
  });
  if (isSaved) metrics.count('screenings_finished', { status, outcome: conclusion.outcome });
}

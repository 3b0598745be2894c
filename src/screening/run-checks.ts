import { ServiceError } from '../domain/errors.ts';
import type { Finding } from '../domain/finding.ts';
import { type Recognition, recognise } from '../domain/known-guest.ts';
import type { Policy } from '../domain/policy.ts';
import type { Selection } from '../domain/policy/selection.ts';
import type { Screening } from '../domain/screening.ts';
import { toStanding } from '../domain/standing.ts';
import type { CheckRunner, LaterChecks } from '../ports/check-runner.ts';
import type { Clock } from '../ports/clock.ts';
import type { FormAsking } from '../ports/forms.ts';
import type { JobContext, JobHandler } from '../ports/jobs.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { Store, StoredSubject } from '../ports/store.ts';
import { askProviders } from './checks/ask-providers.ts';
import { keepPending } from './checks/keep-pending.ts';
import { listOtherSelves, type OtherSelf } from './profiles/other-selves.ts';
import { countStanding, saveStanding } from './syncing/save-standing.ts';
import { takeEarlyAnswers } from './checks/take-early-answers.ts';

export interface RunChecksParts {
  readonly store: Store;
  readonly checks: CheckRunner;
  readonly later: LaterChecks;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly policyFor: (propertyId: string) => Policy;
  readonly forms: FormAsking;
}

/**
 * Asks every provider that the policy wants for one subject, and concludes. If a required check could not be asked, the whole
 * screening is tried again; after the last try it has failed, and a person should look. Answers that come later are not waited
 * for: their questions are stored first, and the screening stays open without a job.
 */
export function createRunChecks(parts: RunChecksParts): JobHandler<'run-checks'> {
  return async ({ screeningId }, context) => {
    const work = await findWork(parts.store, screeningId);
    if (work === undefined) return;
    const policy = parts.policyFor(work.screening.propertyId);
    const { recognition, otherSelves, timeZone, stored } = work;
    const { signal } = context;
    const question = {
      ...{ screeningId, subject: stored.subject, policy, recognition, otherSelves },
      ...{ at: parts.clock.now(), timeZone, signal },
    };
    const { findings, selection } = await askProviders(parts.checks, question);
    await keepQuestions(parts, { ...work, findings }, context);
    const { status } = toStanding(findings, policy, { selection });
    if (status === 'failed' && !context.isLastAttempt) {
      throw new ServiceError('checks_unavailable', { screeningId, attempt: context.attempt });
    }
    await saveFindings(parts, { ...work, findings, selection }, context);
  };
}

interface Work {
  readonly screening: Screening;
  readonly stored: StoredSubject;
  readonly recognition: Recognition;
  readonly otherSelves: readonly OtherSelf[];
  readonly timeZone: string;
}

/**
 * Undefined where there is nothing to do: the screening has been concluded, stopped or replaced by a newer one, or it has its
 * findings and waits for later answers.
 */
function findWork(store: Store, screeningId: string): Promise<Work | undefined> {
  return store.read(async (rows) => {
    const screening = await rows.screenings.find(screeningId);
    if (screening === undefined || !isToBeAsked(screening)) return undefined;
    const stored = await rows.subjects.find(screening);
    if (stored?.currentScreeningId !== screeningId || !stored.isActive) return undefined;
    const { reservationId, fields } = stored.subject;
    const history = await rows.knownGuests.findHistory(stored.subject);
    const recognition = recognise({ reservationId, arrivesOn: fields.arrivesOn }, history);
    const otherSelves = await listOtherSelves(rows, stored.subject);
    const { timeZone } = await rows.properties.get(screening.propertyId);
    return { screening, stored, recognition, otherSelves, timeZone };
  });
}

function isToBeAsked({ status, findings }: Screening): boolean {
  return status === 'in_progress' && findings.length === 0;
}

type Asked = Work & { readonly findings: readonly Finding[] };

/** Kept even when another check makes the screening be tried again: the vendor was asked, and will answer this question. */
async function keepQuestions(
  { store, checks, clock }: RunChecksParts,
  { screening, stored, findings }: Asked,
  { lease }: JobContext,
): Promise<void> {
  if (!findings.some(({ result }) => result === 'pending')) return;
  const { fields } = stored.subject;
  await store.transactionUnder(lease, (rows) =>
    keepPending(rows, checks, { screening, fields, findings, at: clock.now() }),
  );
}

async function saveFindings(
  parts: RunChecksParts,
  asked: Asked & { readonly selection: Selection },
  { lease }: JobContext,
): Promise<void> {
  const { store, clock, metrics, later, policyFor, forms } = parts;
  const { id: screeningId, propertyId } = asked.screening;
  const standing = await store.transactionUnder(lease, async (rows) => {
    const screening = await rows.screenings.get(screeningId);
    if (!isToBeAsked(screening)) return undefined;
    const at = clock.now();
    const findings = await takeEarlyAnswers(rows, later, { propertyId, findings: asked.findings, at });
    const { selection } = asked;
    return saveStanding(rows, screening, { findings, policy: policyFor(propertyId), forms, selection, at });
  });
  if (standing !== undefined) countStanding(metrics, standing);
}

import { plusMs } from '../../domain/calendar.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Standing } from '../../domain/standing.ts';
import type { Clock } from '../../ports/clock.ts';
import type { JobHandler } from '../../ports/jobs.ts';
import type { Metrics } from '../../ports/metrics.ts';
import type { Rows, Store } from '../../ports/store.ts';
import { countStanding, findUrgency, saveStanding } from '../syncing/save-standing.ts';
import { findAwaiting, type LaterAnswer, settlePending, type SettleParts } from './settle-pending.ts';

export interface PollPendingParts extends SettleParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly metrics: Metrics;
}

/** Asks a vendor that does not call back whether it has the answer; until it is overdue, and then no more. */
export function createPollPending(parts: PollPendingParts): JobHandler<'poll-check'> {
  return async ({ propertyId, pendingId }, { lease, signal }) => {
    const pending = await parts.store.read((rows) => rows.pendingChecks.find(pendingId));
    if (pending?.state !== 'pending' || parts.later.find(pending.providerId) === undefined) return;
    const finding = await parts.later.poll(pending.providerId, pending.reference, { propertyId, signal });
    const standing = await parts.store.transactionUnder(lease, (rows) => take(rows, parts, { pendingId, finding }));
    if (standing !== undefined) countStanding(parts.metrics, standing);
  };
}

async function take(
  rows: Rows,
  parts: PollPendingParts,
  { pendingId, finding }: { readonly pendingId: string; readonly finding: Finding },
): Promise<Standing | undefined> {
  const pending = await rows.pendingChecks.find(pendingId);
  if (pending?.state !== 'pending') return undefined;
  const at = parts.clock.now();
  if (finding.result !== 'pending') return settlePending(rows, parts, { pending, finding, at });
  await takePage(rows, parts, { pending, finding, at });
  const everyMs = parts.later.find(pending.providerId)?.later?.pollEveryMs;
  if (everyMs === undefined) return undefined;
  const runAt = plusMs(at, everyMs);
  if (runAt >= pending.overdueAt) return undefined;
  await rows.pendingChecks.setNextPoll(pendingId, runAt);
  const screening = await rows.screenings.get(pending.screeningId);
  const urgency = await findUrgency(rows, screening, at);
  await rows.jobs.enqueue({
    kind: 'poll-check',
    payload: { propertyId: pending.propertyId, pendingId },
    urgency,
    runAt,
  });
  return undefined;
}

/** The address of a guest's page may live shorter than the question: what is shown is the one that works. */
async function takePage(rows: Rows, parts: PollPendingParts, { pending, finding, at }: LaterAnswer): Promise<void> {
  const { guestUrl } = finding;
  if (guestUrl === undefined || guestUrl === pending.finding.guestUrl) return;
  await rows.pendingChecks.setFinding(pending.id, { ...pending.finding, guestUrl });
  const screening = await findAwaiting(rows, pending);
  if (screening === undefined) return;
  const findings = screening.findings.map((known) =>
    known.provider === pending.providerId ? { ...known, guestUrl } : known,
  );
  await saveStanding(rows, screening, {
    findings,
    policy: parts.policyFor(pending.propertyId),
    forms: parts.forms,
    at,
  });
}

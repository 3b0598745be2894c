import type { Finding } from '../../domain/finding.ts';
import type { Standing } from '../../domain/standing.ts';
import type { Instant } from '../../domain/subject.ts';
import { housekeeping } from '../../domain/urgency.ts';
import type { Clock } from '../../ports/clock.ts';
import type { JobHandler } from '../../ports/jobs.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Metrics } from '../../ports/metrics.ts';
import type { PendingCheck } from '../../ports/pending-checks.ts';
import type { Rows, Store } from '../../ports/store.ts';
import { countStanding } from '../syncing/save-standing.ts';
import { findAwaiting, settlePending, type SettleParts } from './settle-pending.ts';

export interface ExpirePendingParts extends SettleParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** Gives up a question whose answer is overdue, and raises an alert. An answer that comes after that still counts. */
export function createExpirePending(parts: ExpirePendingParts): JobHandler<'expire-check'> {
  return async ({ pendingId }, { lease }) => {
    const expired = await parts.store.transactionUnder(lease, (rows) => expire(rows, parts, pendingId));
    if (expired === undefined) return;
    const { pending, standing } = expired;
    if (standing === undefined) return; // its stay is off, or asks anew: nobody waits for it
    const { providerId: provider, propertyId, screeningId } = pending;
    parts.logger.error('check.overdue', { provider, propertyId, screeningId, pendingId });
    parts.metrics.count('checks_overdue', { provider });
    countStanding(parts.metrics, standing);
  };
}

async function expire(
  rows: Rows,
  parts: ExpirePendingParts,
  pendingId: string,
): Promise<{ readonly pending: PendingCheck; readonly standing: Standing | undefined } | undefined> {
  const pending = await rows.pendingChecks.find(pendingId);
  if (pending?.state !== 'pending') return undefined;
  const at = parts.clock.now();
  const { propertyId, overdueAt } = pending;
  if (at < overdueAt) {
    const payload = { propertyId, pendingId };
    await rows.jobs.enqueue({ kind: 'expire-check', payload, urgency: housekeeping, runAt: overdueAt });
    return undefined;
  }
  const isAwaited = (await findAwaiting(rows, pending)) !== undefined;
  const finding = toOverdue(pending.finding, at);
  const standing = isAwaited ? await settlePending(rows, parts, { pending, finding, at }) : undefined;
  await rows.pendingChecks.setState(pendingId, 'overdue');
  return { pending, standing };
}

function toOverdue({ provider, providerVersion, label }: Finding, checkedAt: Instant): Finding {
  const reasons = [{ code: 'check.overdue', text: `${label} has not answered in the time that it has` }];
  return { provider, providerVersion, label, result: 'unavailable', reasons, checkedAt };
}

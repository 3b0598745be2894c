import { plusMs } from '../../domain/calendar.ts';
import { toPast } from '../../domain/past.ts';
import type { Instant } from '../../domain/subject.ts';
import { personWaits } from '../../domain/urgency.ts';
import type { JobPayloads } from '../../ports/jobs.ts';
import type { Rows } from '../../ports/store.ts';
import { confirmAfterMs, disconnect, wake } from './standing.ts';

/**
 * After a 401 to what a credential opens. The first has nothing sent for its properties until it was asked again, a moment
 * later, and answers true; the second disconnects them.
 */
export async function doubtAccount(
  rows: Rows,
  { connectionId, cause }: JobPayloads['connect-account'],
  at: Instant,
): Promise<boolean> {
  const properties = await rows.connections.listProperties(connectionId);
  const open = properties.filter(({ state }) => state !== 'disconnected');
  if (open.length === 0) return false;
  if (open.every(({ doubtedSince }) => isToBeConfirmed(doubtedSince, at))) {
    for (const { propertyId } of open) await disconnect(rows, { propertyId, reason: 'key_refused', at });
    return false;
  }
  for (const { propertyId } of open) await rows.connections.noteDoubt(propertyId, at);
  const payload = { connectionId, cause };
  const runAt = plusMs(at, confirmAfterMs);
  await rows.jobs.enqueue({ kind: 'connect-account', payload, urgency: personWaits, runAt });
  return true;
}

/** What another request found out a moment ago is of the same moment: it may be the same mistake of a gateway. */
function isToBeConfirmed(doubtedSince: Instant | undefined, at: Instant): boolean {
  const since = toPast(doubtedSince, at);
  return since !== undefined && plusMs(since, confirmAfterMs) <= at;
}

/** After an answer: a key that opens its properties was refused by mistake. */
export async function trustAccount(rows: Rows, connectionId: string, at: Instant): Promise<void> {
  for (const { propertyId, doubtedSince } of await rows.connections.listProperties(connectionId)) {
    if (doubtedSince === undefined) continue;
    await rows.connections.endDoubt(propertyId, at);
    await wake(rows, propertyId, at);
  }
}

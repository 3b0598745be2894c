import type { Instant } from '../../domain/subject.ts';
import { personWaits } from '../../domain/urgency.ts';
import { environmentConnectionId } from '../../ports/connections.ts';
import type { Rows } from '../../ports/store.ts';
import { catchUp } from './catch-up.ts';
import { disconnect } from './standing.ts';

export interface TakeUp {
  /** The environment's key. Undefined where it has none. */
  readonly key: string | undefined;
  readonly at: Instant;
  readonly syncIntervalMs: number;
}

/**
 * At start, before any job runs: the environment's key as it is now, and every connection looks what it opens, and what
 * changed while nothing ran.
 */
export async function takeUpConnections(rows: Rows, { key, at, syncIntervalMs }: TakeUp): Promise<void> {
  await takeEnvironmentKey(rows, key, at);
  for (const { id, credential } of await rows.connections.list()) {
    if (credential.kind === 'key' && credential.key === '') continue;
    await rows.jobs.enqueue({
      kind: 'connect-account',
      payload: { connectionId: id, cause: 'start' },
      urgency: personWaits,
      runAt: at,
    });
    await catchUp(rows, id, { now: at, syncIntervalMs });
  }
}

async function takeEnvironmentKey(rows: Rows, key: string | undefined, at: Instant): Promise<void> {
  const known = await rows.connections.find(environmentConnectionId);
  if (key === undefined) {
    if (known !== undefined) await withdraw(rows, at);
    return;
  }
  const same = await rows.connections.findByKey(key);
  if (same !== undefined) return;
  await rows.connections.save({ id: environmentConnectionId, credential: { kind: 'key', key }, at });
}

/** Nothing is kept of a key that was taken out of the environment. */
async function withdraw(rows: Rows, at: Instant): Promise<void> {
  await rows.connections.save({ id: environmentConnectionId, credential: { kind: 'key', key: '' }, at });
  for (const { propertyId } of await rows.connections.listProperties(environmentConnectionId)) {
    await disconnect(rows, { propertyId, reason: 'key_withdrawn', at });
  }
}

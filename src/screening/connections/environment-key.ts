import { hasListened, type Listening } from '../../domain/connection/set-up.ts';
import type { Instant } from '../../domain/subject.ts';
import { personWaits } from '../../domain/urgency.ts';
import { environmentConnectionId } from '../../ports/connections.ts';
import type { Rows } from '../../ports/store.ts';
import { disconnect } from './standing.ts';

export interface TakeUp {
  /** The environment's key. Undefined where it has none. */
  readonly key: string | undefined;
  readonly at: Instant;
  readonly syncIntervalMs: number;
}

/**
 * At start, before any job runs: the environment's key as it is now, and every connection looks what it opens. Where nobody
 * listened for a while, what a property needs in the PMS is looked at.
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
    await lookAtUnheard(rows, id, { now: at, syncIntervalMs });
  }
}

/** Decided here, since the first sync of this start would pass for somebody who had listened. */
async function lookAtUnheard(rows: Rows, connectionId: string, listening: Listening): Promise<void> {
  for (const { propertyId, state } of await rows.connections.listProperties(connectionId)) {
    if (state === 'disconnected') continue;
    const { lastSyncStartedAt } = await rows.properties.get(propertyId);
    if (hasListened(lastSyncStartedAt, listening)) continue;
    await rows.jobs.enqueue({
      kind: 'connect-property',
      payload: { propertyId },
      urgency: personWaits,
      runAt: listening.now,
    });
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

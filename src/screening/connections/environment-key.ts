import type { Instant } from '../../domain/subject.ts';
import { personWaits } from '../../domain/urgency.ts';
import { environmentConnectionId } from '../../ports/connections.ts';
import type { Rows } from '../../ports/store.ts';
import { disconnect } from './standing.ts';

/** At start: the environment's key as it is now, and every connection looks what it opens. */
export async function takeUpConnections(
  rows: Rows,
  { key, at }: { readonly key: string | undefined; readonly at: Instant },
): Promise<void> {
  await takeEnvironmentKey(rows, key, at);
  for (const { id, credential } of await rows.connections.list()) {
    if (credential.kind === 'key' && credential.key === '') continue;
    await rows.jobs.enqueue({
      kind: 'connect-account',
      payload: { connectionId: id, cause: 'start' },
      urgency: personWaits,
      runAt: at,
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

import { randomBytes } from 'node:crypto';
import { plusMs } from '../../domain/calendar.ts';
import type { Instant } from '../../domain/subject.ts';
import { personWaits } from '../../domain/urgency.ts';
import { type ConnectedProperty, environmentConnectionId } from '../../ports/connections.ts';
import type { JobPayloads } from '../../ports/jobs.ts';
import type { OpenedAccount } from '../../ports/pms.ts';
import type { Property, Rows } from '../../ports/store.ts';
import { connect } from './standing.ts';

export interface TakenAccount {
  readonly connectionId: string;
  readonly opened: OpenedAccount;
  readonly cause: JobPayloads['connect-account']['cause'];
  readonly at: Instant;
  /** Whether nothing needs to be looked at in a property of this connection, as far as is known. Default: no. */
  readonly isSetUp?: (property: Property, standing: ConnectedProperty) => boolean;
}

/** Has the properties that a credential opens belong to its connection. Connections that open nothing any more go. */
export async function takeAccount(rows: Rows, taken: TakenAccount): Promise<void> {
  const { connectionId, opened, cause, at } = taken;
  if (opened.apiUrl !== undefined) await rows.connections.noteFacts(connectionId, { apiUrl: opened.apiUrl });
  const formerIds = new Set<string>();
  for (const { propertyId: id, name, timeZone } of opened.properties) {
    await rows.properties.save({ id, name, timeZone, webhookSecret: toWebhookSecret() });
    const known = await rows.connections.findProperty(id);
    if (mayTake(known, { connectionId, cause })) {
      if (known !== undefined) formerIds.add(known.connectionId);
      await connect(rows, { propertyId: id, connectionId, at, refusedBy: listRefused(known, taken) });
    } else if (known !== undefined && (await isToBeSetUp(rows, known, taken))) {
      await rows.jobs.enqueue({
        kind: 'connect-property',
        payload: { propertyId: id },
        urgency: personWaits,
        runAt: at,
      });
    }
  }
  await removeDeserted(rows, { exceptId: connectionId, formerIds, at });
}

/** Of what passes by itself it is remembered who had it: else two keys that list it, and may not open it, would take turns. */
function listRefused(known: ConnectedProperty | undefined, { connectionId, cause }: TakenAccount): readonly string[] {
  if (cause !== 'routine' || known === undefined || known.connectionId === connectionId) return [];
  return [...known.refusedBy, known.connectionId];
}

/** As somebody wishes; at a start, unless that is as it was and was looked at a short while ago; by the way, never. */
async function isToBeSetUp(
  rows: Rows,
  known: ConnectedProperty,
  { connectionId, cause, isSetUp = () => false }: TakenAccount,
): Promise<boolean> {
  if (cause === 'routine' || known.connectionId !== connectionId || known.state === 'disconnected') return false;
  return cause === 'wish' || !isSetUp(await rows.properties.get(known.propertyId), known);
}

/** The last part of the address at which a property's events reach us. */
export function toWebhookSecret(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * Unasked, only what nothing else opens; never what the hotel or somebody here has disconnected. A key that
 * was refused is left to its probes once the service runs.
 */
function mayTake(
  known: ConnectedProperty | undefined,
  { connectionId, cause }: Pick<TakenAccount, 'connectionId' | 'cause'>,
): boolean {
  if (known === undefined) return true;
  if (known.state === 'disconnected') {
    if (cause === 'wish' || known.reason === 'key_withdrawn') return true;
    if (known.reason !== 'key_refused') return false;
    if (cause === 'start') return true;
    return known.connectionId !== connectionId && !known.refusedBy.includes(connectionId);
  }
  return cause === 'wish' && known.connectionId !== connectionId;
}

/** For so long a credential that was given may have to wait until the PMS says what it opens. */
const waitForPropertiesMs = 86_400_000;

interface Deserting {
  readonly exceptId: string;
  /** They have just lost a property. */
  readonly formerIds: ReadonlySet<string>;
  readonly at: Instant;
}

async function removeDeserted(rows: Rows, { exceptId, formerIds, at }: Deserting): Promise<void> {
  for (const { id, addedAt } of await rows.connections.list()) {
    if (id === exceptId || id === environmentConnectionId) continue;
    if (!formerIds.has(id) && plusMs(addedAt, waitForPropertiesMs) > at) continue;
    if ((await rows.connections.listProperties(id)).length === 0) await rows.connections.remove(id);
  }
}

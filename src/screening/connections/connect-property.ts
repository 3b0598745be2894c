import { plusMs } from '../../domain/calendar.ts';
import { housekeeping, syncUrgency } from '../../domain/urgency.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Connection } from '../../ports/connections.ts';
import type { JobContext, JobHandler } from '../../ports/jobs.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Pms, PmsCall } from '../../ports/pms.ts';
import type { Property, Store } from '../../ports/store.ts';
import { type SetUpParts, toSetUpMark } from './set-up-mark.ts';
import { wake } from './standing.ts';

export interface ConnectPropertyParts extends SetUpParts {
  readonly store: Store;
  readonly pms: Pms;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The PMS tries a delivery five times, a minute apart, at the address that it was subscribed to when it happened. */
const lateDeliveryMs = 10 * 60_000;

/**
 * Makes sure that the property's events reach us and that its guests have our fields; then it is connected, and its sync is
 * due from where the last one ended. Where the secret of its address was changed, this is what carries it over: the new
 * subscriptions are made before the old ones go, and what was sent to the old address before is still answered.
 */
export function createConnectProperty(parts: ConnectPropertyParts): JobHandler<'connect-property'> {
  const { store, pms, clock, logger } = parts;
  return async ({ propertyId }, context) => {
    const found = await store.read(async (rows) => {
      const standing = await rows.connections.findProperty(propertyId);
      if (standing === undefined || standing.state === 'disconnected') return undefined;
      const [property, connection] = [
        await rows.properties.get(propertyId),
        await rows.connections.get(standing.connectionId),
      ];
      return { property, connection, former: await rows.properties.listFormerSecrets(propertyId) };
    });
    if (found === undefined) return;
    const { property, connection } = found;
    const call = {
      property: { propertyId, timeZone: property.timeZone },
      urgency: syncUrgency,
      signal: context.signal,
    };
    const clientId = await subscribe(parts, call, found);
    if (parts.modeFor(propertyId) !== 'note') await pms.ensureGuestFields(call);
    if (connection.credential.kind !== 'key') await pms.ensureAppState(call, 'enabled');
    await settle(parts, { property, connection, clientId, context });
    logger.info('property.connected', { propertyId, connectionId: connection.id, at: clock.now() });
  };
}

interface Found {
  readonly property: Property;
  readonly connection: Connection;
  readonly former: readonly string[];
}

/** Answers what the PMS calls us, where it says so. */
async function subscribe(
  { pms, webhookPrefix }: ConnectPropertyParts,
  call: PmsCall,
  { property, connection, former }: Found,
): Promise<string | undefined> {
  const current = `${webhookPrefix}${property.webhookSecret}`;
  const isClientKnown = connection.clientId !== undefined;
  const addresses = {
    isClientKnown,
    current,
    former: former.map((secret) => `${webhookPrefix}${secret}`),
    prefix: webhookPrefix,
  };
  const { clientId } = await pms.ensureSubscriptions(call, addresses);
  if (former.length > 0) await pms.ensureSubscriptions(call, { ...addresses, former: [] });
  return clientId;
}

interface SetUp {
  readonly property: Property;
  readonly connection: Connection;
  readonly clientId: string | undefined;
  readonly context: JobContext;
}

function settle(parts: ConnectPropertyParts, { property, connection, clientId, context }: SetUp) {
  const { store, clock } = parts;
  const { id: propertyId, webhookSecret } = property;
  const mark = toSetUpMark(parts, property, connection);
  return store.transactionUnder(context.lease, async (rows) => {
    const at = clock.now();
    const isOwn = connection.credential.kind === 'key';
    if (isOwn && clientId !== undefined) await rows.connections.noteFacts(connection.id, { clientId });
    const standing = await rows.connections.findProperty(propertyId);
    const isSame = standing?.state === 'connecting' && standing.connectionId === connection.id;
    if (isSame) await rows.connections.setStanding({ propertyId, state: 'connected', since: at });
    if (standing?.connectionId === connection.id) await rows.connections.noteSetUp(propertyId, { mark, lookedAt: at });
    // What was under way when the way was opened may have been told to wait only after that.
    await wake(rows, propertyId, at);
    // A secret that was changed meanwhile is carried over by the job that waits for it.
    if ((await rows.properties.get(propertyId)).webhookSecret === webhookSecret) {
      await rows.properties.endFormerSecrets(propertyId, plusMs(at, lateDeliveryMs));
    }
    const payload = { propertyId };
    await rows.jobs.enqueue({ kind: 'sync-property', payload, urgency: housekeeping, runAt: at });
  });
}

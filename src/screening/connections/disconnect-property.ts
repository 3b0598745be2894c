import { isServiceError } from '../../domain/errors.ts';
import { personWaits } from '../../domain/urgency.ts';
import type { JobHandler } from '../../ports/jobs.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Pms, PmsCall } from '../../ports/pms.ts';
import type { Store } from '../../ports/store.ts';

export interface DisconnectPropertyParts {
  readonly store: Store;
  readonly pms: Pms;
  readonly logger: Logger;
  readonly webhookPrefix: string;
}

/** After somebody here disconnected a property: the PMS rings no more, and knows that our app is not in use there. */
export function createDisconnectProperty(parts: DisconnectPropertyParts): JobHandler<'disconnect-property'> {
  const { store, logger } = parts;
  return async ({ propertyId }, { signal }) => {
    const found = await store.read(async (rows) => {
      const standing = await rows.connections.findProperty(propertyId);
      if (standing?.reason !== 'ended_here') return undefined;
      const { timeZone } = await rows.properties.get(propertyId);
      return { timeZone, connection: await rows.connections.get(standing.connectionId) };
    });
    if (found === undefined) return;
    const call = { property: { propertyId, timeZone: found.timeZone }, urgency: personWaits, signal, isForced: true };
    await takeBack(parts, call, { isPartner: found.connection.credential.kind !== 'key' });
    logger.info('property.disconnected', { propertyId });
  };
}

/** A key that opens nothing any more has nothing to take back. */
async function takeBack(
  { pms, webhookPrefix }: DisconnectPropertyParts,
  call: PmsCall,
  { isPartner }: { readonly isPartner: boolean },
): Promise<void> {
  try {
    await pms.removeSubscriptions(call, webhookPrefix);
    if (isPartner) await pms.ensureAppState(call, 'disabled');
  } catch (error) {
    if (!isServiceError(error, 'pms_unauthorized')) throw error;
  }
}

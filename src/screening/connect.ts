import { randomBytes } from 'node:crypto';
import { housekeeping, syncUrgency } from '../domain/urgency.ts';
import type { Clock } from '../ports/clock.ts';
import type { JobHandler } from '../ports/jobs.ts';
import type { Logger } from '../ports/logger.ts';
import type { Pms } from '../ports/pms.ts';
import type { Store } from '../ports/store.ts';
import type { WriteBackMode } from './write-back-task.ts';

export interface ConnectParts {
  readonly store: Store;
  readonly pms: Pms;
  readonly clock: Clock;
  readonly logger: Logger;
  /** The address under which a property's events reach us. */
  readonly webhookUrlFor: (webhookSecret: string) => string;
  readonly modeFor: (propertyId: string) => WriteBackMode;
}

/** Finds the properties that our key opens, and makes the connection of each due. */
export function createConnectAccount({ store, pms, clock, logger }: ConnectParts): JobHandler<'connect-account'> {
  return async (_payload, { signal, lease }) => {
    const found = await pms.listProperties(signal);
    await store.transactionUnder(lease, async (rows) => {
      for (const { propertyId: id, name, timeZone } of found) {
        await rows.properties.save({ id, name, timeZone, webhookSecret: randomBytes(32).toString('base64url') });
        await rows.jobs.enqueue({
          kind: 'connect-property',
          payload: { propertyId: id },
          urgency: syncUrgency,
          runAt: clock.now(),
        });
      }
    });
    logger.info('account.connected', { properties: found.length });
  };
}

/** Makes sure that the property's events reach us and that its guests have our fields; then its first sync is due. */
export function createConnectProperty(parts: ConnectParts): JobHandler<'connect-property'> {
  return async ({ propertyId }, { signal, lease }) => {
    const property = await parts.store.read((rows) => rows.properties.get(propertyId));
    const call = { property: { propertyId, timeZone: property.timeZone }, urgency: syncUrgency, signal };
    await parts.pms.ensureSubscriptions(call, parts.webhookUrlFor(property.webhookSecret));
    if (parts.modeFor(propertyId) !== 'note') await parts.pms.ensureGuestFields(call);
    await parts.store.transactionUnder(lease, (rows) =>
      rows.jobs.enqueue({
        kind: 'sync-property',
        payload: { propertyId },
        urgency: housekeeping,
        runAt: parts.clock.now(),
      }),
    );
    parts.logger.info('property.connected', { propertyId });
  };
}

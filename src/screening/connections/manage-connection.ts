import { ServiceError } from '../../domain/errors.ts';
import { personWaits } from '../../domain/urgency.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ConnectedProperty } from '../../ports/connections.ts';
import type { Rows, Store } from '../../ports/store.ts';
import { disconnect } from './standing.ts';
import { toWebhookSecret } from './take-account.ts';
import type { WebhookSecrets } from './webhook-secrets.ts';

/** What somebody may do with a property's connection. Each throws `connection_unknown` where there is none. */
export interface ManageConnection {
  /** Tries at once whether the credential opens the property; where it does, it is connected again. */
  reconnect(propertyId: string): Promise<void>;
  /** Nothing is sent any more but what takes our subscriptions back. All that is known of the property stays. */
  disconnect(propertyId: string): Promise<void>;
  /** Another address for the property's events. The former is answered until the PMS rings there no more. */
  rotateSecret(propertyId: string): Promise<void>;
}

export interface ManageConnectionParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly secrets: Pick<WebhookSecrets, 'forget'>;
}

export function createManageConnection({ store, clock, secrets }: ManageConnectionParts): ManageConnection {
  return {
    reconnect: (propertyId) =>
      store.transaction(async (rows) => {
        const { state } = await getStanding(rows, propertyId);
        const runAt = clock.now();
        if (state === 'disconnected') {
          const payload = { propertyId, cause: 'wish' as const };
          await rows.jobs.enqueue({ kind: 'probe-connection', payload, urgency: personWaits, runAt });
        } else {
          const payload = { propertyId };
          await rows.jobs.enqueue({ kind: 'connect-property', payload, urgency: personWaits, runAt });
        }
      }),
    disconnect: (propertyId) =>
      store.transaction(async (rows) => {
        await getStanding(rows, propertyId);
        const at = clock.now();
        await disconnect(rows, { propertyId, reason: 'ended_here', at });
        const payload = { propertyId };
        await rows.jobs.enqueue({ kind: 'disconnect-property', payload, urgency: personWaits, runAt: at });
      }),
    async rotateSecret(propertyId) {
      await store.transaction(async (rows) => {
        const { state } = await getStanding(rows, propertyId);
        if (state === 'disconnected') throw new ServiceError('property_disconnected', { propertyId });
        await rows.properties.changeWebhookSecret(propertyId, toWebhookSecret());
        const payload = { propertyId };
        await rows.jobs.enqueue({ kind: 'connect-property', payload, urgency: personWaits, runAt: clock.now() });
      });
      secrets.forget();
    },
  };
}

async function getStanding(rows: Rows, propertyId: string): Promise<ConnectedProperty> {
  const standing = await rows.connections.findProperty(propertyId);
  if (standing === undefined) throw new ServiceError('connection_unknown', { propertyId });
  return standing;
}

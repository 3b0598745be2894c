import { isServiceError, ServiceError } from '../../domain/errors.ts';
import type { Logger } from '../../ports/logger.ts';
import type { PmsCall } from '../../ports/pms.ts';
import type { HttpDoor } from './http-door.ts';
import { toScope } from './listings.ts';
import { isFields, readId, readText } from './loose-values.ts';
import type { Row } from './operations.ts';

/** The events that make a property's sync due, as the PMS names them. */
const neededEvents = [
  'reservation/created',
  'reservation/status_changed',
  'reservation/dates_changed',
  'reservation/deleted',
  'guest/created',
  'guest/assigned',
  'guest/removed',
  'guest/details_changed',
  'integration/appstate_changed',
] as const;

interface Subscription {
  readonly subscriptionId: string;
  readonly event: string;
}

/**
 * Looks first, then creates what is missing and removes what is there twice, of this property and this address only.
 * Subscriptions of other addresses are never touched. Safe to repeat after any failure, because it looks first.
 */
export function createSubscriptions(
  door: HttpDoor,
  logger: Logger,
): (call: PmsCall, endpointUrl: string) => Promise<void> {
  return async (call, endpointUrl) => {
    const scope = toScope(call);
    const { propertyId } = call.property;
    const answer = await door.ask('getWebhooks', { propertyID: propertyId }, scope);
    if (!Array.isArray(answer.body.data)) throw new ServiceError('pms_bad_answer', { reason: 'no_rows', propertyId });
    const ours = answer.body.data.flatMap((row) => toOurs(row, propertyId, endpointUrl));

    for (const event of neededEvents) {
      const [kept, ...doubles] = ours.filter((subscription) => subscription.event === event);
      if (kept === undefined) {
        const [object = '', action = ''] = event.split('/');
        await door.ask('postWebhook', { propertyID: propertyId, object, action, endpointUrl }, scope);
        logger.info('pms.subscribed', { propertyId, event });
      }
      for (const double of doubles) await remove(double, call);
    }
  };

  async function remove({ subscriptionId, event }: Subscription, call: PmsCall): Promise<void> {
    const { propertyId } = call.property;
    try {
      await door.ask('deleteWebhook', { propertyIDs: propertyId, subscriptionID: subscriptionId }, toScope(call));
      logger.info('pms.double_unsubscribed', { propertyId, event });
    } catch (error) {
      // Another process may have removed it in the meantime. A double that stays costs a doubled doorbell, no more.
      if (!isServiceError(error, 'pms_refused')) throw error;
    }
  }
}

function toOurs(row: unknown, propertyId: string, endpointUrl: string): readonly Subscription[] {
  if (!isFields(row)) return [];
  const webhook: Row<'Webhook'> = row;
  const { key, event, subscriptionData } = webhook;
  const subscriptionId = readId(webhook.id);
  if (subscriptionId === undefined || !isFields(event) || !isFields(subscriptionData)) return [];
  if (readText(subscriptionData.endpoint) !== endpointUrl) return [];
  const isOthers = isFields(key) && key.type === 'property' && (readId(key.id) ?? propertyId) !== propertyId;
  return isOthers ? [] : [{ subscriptionId, event: `${readText(event.entity) ?? ''}/${readText(event.action) ?? ''}` }];
}

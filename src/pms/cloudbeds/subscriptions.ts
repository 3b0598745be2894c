import { isServiceError, ServiceError } from '../../domain/errors.ts';
import type { Logger } from '../../ports/logger.ts';
import type { OurAddresses, Pms, PmsCall } from '../../ports/pms.ts';
import type { HttpDoor } from './http-door.ts';
import { toScope } from './listings.ts';
import { isFields, readId, readText } from './loose-values.ts';
import type { Row } from './operations.ts';

/** The events that make a property's sync due, and what ends its connection, as the PMS names them. */
export const neededEvents = [
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
  readonly endpointUrl: string;
  readonly clientId: string | undefined;
}

/**
 * Looks first, then creates what is missing, and only then removes what is left over, of this property and our own addresses
 * only. Safe to repeat after any failure, because it looks first.
 */
export function createSubscriptions(
  door: HttpDoor,
  logger: Logger,
): Pick<Pms, 'ensureSubscriptions' | 'removeSubscriptions'> {
  return {
    async ensureSubscriptions(call, addresses) {
      const ours = await listOurs(door, call, addresses.prefix);
      const kept = await subscribeToMissing(call, ours, addresses);
      const isLeft = (one: Subscription) => !kept.has(one) && !addresses.former.includes(one.endpointUrl);
      for (const left of ours.filter(isLeft)) await remove(left, call);
      const isToBeFound = addresses.isClientKnown !== true && !ours.some((one) => one.clientId !== undefined);
      const listed = isToBeFound ? await listOurs(door, call, addresses.prefix) : ours;
      const clientId = listed.map((one) => one.clientId).find((id) => id !== undefined);
      return { ...(clientId !== undefined && { clientId }) };
    },
    async removeSubscriptions(call, prefix) {
      for (const subscription of await listOurs(door, call, prefix)) await remove(subscription, call);
    },
  };

  async function subscribeToMissing(call: PmsCall, ours: readonly Subscription[], { current }: OurAddresses) {
    const kept = new Set<Subscription>();
    const { propertyId } = call.property;
    for (const event of neededEvents) {
      const known = ours.find((one) => one.event === event && one.endpointUrl === current);
      if (known !== undefined) {
        kept.add(known);
        continue;
      }
      const [object = '', action = ''] = event.split('/');
      await door.ask('postWebhook', { propertyID: propertyId, object, action, endpointUrl: current }, toScope(call));
      logger.info('pms.subscribed', { propertyId, event });
    }
    return kept;
  }

  async function remove({ subscriptionId, event }: Subscription, call: PmsCall): Promise<void> {
    const { propertyId } = call.property;
    try {
      await door.ask('deleteWebhook', { propertyIDs: propertyId, subscriptionID: subscriptionId }, toScope(call));
      logger.info('pms.unsubscribed', { propertyId, event });
    } catch (error) {
      // Another process may have removed it in the meantime. One that stays costs a doorbell that nobody needs, no more.
      if (!isServiceError(error, 'pms_refused')) throw error;
    }
  }
}

/** Of this property and this address. */
export function toOurSubscriptions(rows: unknown, propertyId: string, endpointUrl: string): readonly Subscription[] {
  const listed = Array.isArray(rows) ? rows.flatMap((row) => toSubscription(row, propertyId)) : [];
  return listed.filter((one) => one.endpointUrl === endpointUrl);
}

async function listOurs(door: HttpDoor, call: PmsCall, prefix: string): Promise<readonly Subscription[]> {
  const { propertyId } = call.property;
  const { body } = await door.ask('getWebhooks', { propertyID: propertyId }, toScope(call));
  if (!Array.isArray(body.data)) throw new ServiceError('pms_bad_answer', { reason: 'no_rows', propertyId });
  return body.data
    .flatMap((row) => toSubscription(row, propertyId))
    .filter((one) => one.endpointUrl.startsWith(prefix));
}

function toSubscription(row: unknown, propertyId: string): readonly Subscription[] {
  if (!isFields(row)) return [];
  const webhook: Row<'Webhook'> = row;
  const { key, event, subscriptionData, owner } = webhook;
  const subscriptionId = readId(webhook.id);
  if (subscriptionId === undefined || !isFields(event) || !isFields(subscriptionData)) return [];
  const isOthers = isFields(key) && key.type === 'property' && (readId(key.id) ?? propertyId) !== propertyId;
  if (isOthers) return [];
  return [
    {
      subscriptionId,
      event: `${readText(event.entity) ?? ''}/${readText(event.action) ?? ''}`,
      endpointUrl: readText(subscriptionData.endpoint) ?? '',
      clientId: isFields(owner) && owner.type === 'client' ? readText(owner.id) : undefined,
    },
  ];
}

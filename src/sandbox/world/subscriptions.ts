import type { SubscriptionRecord } from './records.ts';
import { Refusal } from './refusal.ts';
import type { WorldState } from './world-state.ts';

const actions: Readonly<Record<string, readonly string[]>> = {
  reservation: [
    'created',
    'status_changed',
    'dates_changed',
    'accommodation_status_changed',
    'accommodation_type_changed',
    'accommodation_changed',
    'deleted',
    'notes_changed',
    'custom_fields_changed',
  ],
  guest: ['created', 'assigned', 'removed', 'details_changed', 'accommodation_changed'],
  integration: ['appstate_changed', 'appsettings_changed'],
};

/** The same subscription twice is two subscriptions, and both deliver. */
export function subscribe(state: WorldState, wanted: Omit<SubscriptionRecord, 'subscriptionId'>): SubscriptionRecord {
  if (actions[wanted.object]?.includes(wanted.action) !== true) throw new Refusal('There is no such event');
  if (!/^https?:\/\//.test(wanted.endpointUrl)) throw new Refusal('endpointUrl must be an http or https address');
  const subscription = { ...wanted, subscriptionId: state.drawId('subscription') };
  state.subscriptions.set(subscription.subscriptionId, subscription);
  return subscription;
}

export function unsubscribe(state: WorldState, subscriptionId: string, propertyIds: readonly string[]): void {
  const subscription = state.subscriptions.get(subscriptionId);
  if (subscription === undefined || !propertyIds.includes(subscription.propertyId)) {
    throw new Refusal('Subscription not found', 'not_found');
  }
  state.subscriptions.delete(subscriptionId);
}

export function listSubscriptions(state: WorldState, propertyId: string): SubscriptionRecord[] {
  return [...state.subscriptions.values()].filter((subscription) => subscription.propertyId === propertyId);
}

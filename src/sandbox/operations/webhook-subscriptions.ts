import { listSubscriptions, subscribe, unsubscribe } from '../world/subscriptions.ts';
import type { Handler } from './operation.ts';

export const getWebhooks: Handler<'getWebhooks'> = ({ state, property, clientId }) => {
  const own = listSubscriptions(state, property.propertyId).filter(
    (subscription) => subscription.clientId === clientId,
  );
  const data = own.map((subscription) => ({
    id: subscription.subscriptionId,
    key: { type: 'property' as const, id: subscription.propertyId },
    event: { entity: subscription.object, action: subscription.action },
    owner: { type: 'client', id: clientId },
    subscriptionType: 'webhook',
    subscriptionData: { endpoint: subscription.endpointUrl },
  }));
  return { success: true, data };
};

export const postWebhook: Handler<'postWebhook'> = ({ state, input, property, clientId }) => {
  const { object, action, endpointUrl } = input;
  const subscription = subscribe(state, { propertyId: property.propertyId, clientId, object, action, endpointUrl });
  return { success: true, data: { subscriptionID: subscription.subscriptionId } };
};

export const deleteWebhook: Handler<'deleteWebhook'> = ({ state, input, properties }) => {
  unsubscribe(
    state,
    input.subscriptionID,
    properties.map(({ propertyId }) => propertyId),
  );
  return { success: true };
};

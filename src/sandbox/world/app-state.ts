import { listSubscriptions } from './subscriptions.ts';
import { emit } from './world-events.ts';
import { getProperty, type WorldState } from './world-state.ts';

/** The client ID that the sandbox gives to whoever holds a key. */
export const sandboxClientId = 'live1_190000_sandbox';

export type AppState = 'enabled' | 'pending' | 'installing' | 'disabled';

/** Disconnecting an app ends its subscriptions; the news of it is still delivered. */
export function setAppState(state: WorldState, propertyId: string, newState: AppState): void {
  getProperty(state, propertyId);
  const oldState = state.appStates.get(propertyId) ?? 'enabled';
  state.appStates.set(propertyId, newState);
  const facts = { clientID: sandboxClientId, oldState, newState };
  emit(state, { event: 'integration/appstate_changed', propertyId, facts });
  if (newState !== 'disabled') return;
  for (const { subscriptionId } of listSubscriptions(state, propertyId)) state.subscriptions.delete(subscriptionId);
}

import type { AppState } from './records.ts';
import { listSubscriptions } from './subscriptions.ts';
import { emit } from './world-events.ts';
import { getProperty, type WorldState } from './world-state.ts';

/** The client ID of a property's own keys. */
export const sandboxClientId = 'live1_190000_sandbox';

export interface AppStateChange {
  readonly propertyId: string;
  readonly clientId: string;
  readonly newState: AppState;
}

export function readAppState(state: WorldState, propertyId: string, clientId: string): AppState {
  return state.appStates.get(toAppKey(propertyId, clientId)) ?? 'enabled';
}

/**
 * Disconnecting an app ends its subscriptions and its OAuth tokens at the property, and its keys are answered with 401 there
 * until it is enabled again; the news of it is still delivered.
 */
export function setAppState(state: WorldState, { propertyId, clientId, newState }: AppStateChange): void {
  getProperty(state, propertyId);
  const oldState = readAppState(state, propertyId, clientId);
  state.appStates.set(toAppKey(propertyId, clientId), newState);
  const facts = { clientID: clientId, oldState, newState };
  emit(state, { event: 'integration/appstate_changed', propertyId, facts });
  if (newState === 'disabled') endSessions(state, propertyId, clientId);
}

function endSessions(state: WorldState, propertyId: string, clientId: string): void {
  for (const { subscriptionId, clientId: owner } of listSubscriptions(state, propertyId)) {
    if (owner === clientId) state.subscriptions.delete(subscriptionId);
  }
  for (const [token, record] of state.refreshTokens) {
    if (record.clientId === clientId && record.propertyIds.has(propertyId)) state.refreshTokens.delete(token);
  }
  for (const [token, record] of state.apiKeys) {
    const isToken = record.expiresAtMs !== undefined;
    if (isToken && record.clientId === clientId && record.propertyIds.has(propertyId)) state.apiKeys.delete(token);
  }
}

function toAppKey(propertyId: string, clientId: string): string {
  return `${propertyId} ${clientId}`;
}

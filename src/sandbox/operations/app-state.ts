import { readAppState, sandboxClientId, setAppState } from '../world/app-state.ts';
import { Refusal } from '../world/refusal.ts';
import type { Handler } from './operation.ts';

/** Refused to a property's own key: only technology partners have an app that could be in a state. */
export const getAppState: Handler<'getAppState'> = ({ state, property: { propertyId }, clientId }) => {
  assertPartner(clientId);
  return { success: true, data: { app_state: readAppState(state, propertyId, clientId) } };
};

export const postAppState: Handler<'postAppState'> = ({ state, input, property: { propertyId }, clientId }) => {
  assertPartner(clientId);
  setAppState(state, { propertyId, clientId, newState: input.app_state });
  return { success: true };
};

function assertPartner(clientId: string): void {
  if (clientId === sandboxClientId) throw new Refusal('This call is not available for property client IDs');
}

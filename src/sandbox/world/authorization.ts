import { readAppState, setAppState } from './app-state.ts';
import { drawSecret } from './key-ring.ts';
import type { ClientRecord, KeyRecord } from './records.ts';
import { Refusal } from './refusal.ts';
import { newClientSchema, type NewClient } from './world-inputs.ts';
import { getProperty, type WorldState } from './world-state.ts';

const codeLifeMs = 10 * 60_000;
const defaultTokenLifeS = 8 * 60 * 60;

/** What the authorize page asks about. */
export interface Consent {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly propertyIds: readonly string[];
}

/** What a token endpoint hands out. */
export interface Granted {
  readonly access_token: string;
  readonly token_type: string;
  readonly expires_in?: number;
  readonly refresh_token?: string;
  readonly resources: readonly { readonly type: 'property'; readonly id: string }[];
}

/** A technology partner's app. */
export function addClient(state: WorldState, input: NewClient): ClientRecord {
  const given = newClientSchema.parse(input);
  const client: ClientRecord = {
    clientId: given.clientId ?? drawSecret(state, 'partner_'),
    clientSecret: given.clientSecret ?? drawSecret(state, ''),
    redirectUri: given.redirectUri,
    tokenLifeS: given.tokenLifeS ?? defaultTokenLifeS,
  };
  state.clients.set(client.clientId, client);
  return client;
}

/** The client of an authorize page. Refused where it is unknown, or would be sent elsewhere than it said beforehand. */
export function getClient(state: WorldState, clientId: string, redirectUri: string): ClientRecord {
  const client = state.clients.get(clientId);
  if (client === undefined) throw new Refusal('There is no such client');
  if (client.redirectUri !== redirectUri) throw new Refusal('redirect_uri is not the one that is registered');
  return client;
}

/** Somebody of the hotel presses “allow”: the app is enabled, and the code for it works once, for ten minutes. */
export function allow(state: WorldState, { clientId, redirectUri, propertyIds }: Consent): string {
  getClient(state, clientId, redirectUri);
  if (propertyIds.length === 0) throw new Refusal('No property was chosen');
  for (const propertyId of propertyIds) {
    getProperty(state, propertyId);
    if (readAppState(state, propertyId, clientId) === 'enabled') continue;
    setAppState(state, { propertyId, clientId, newState: 'enabled' });
  }
  const code = drawSecret(state, '');
  const expiresAtMs = state.nowMs() + codeLifeMs;
  state.codes.set(code, { clientId, redirectUri, propertyIds: new Set(propertyIds), expiresAtMs });
  return code;
}

/** Undefined where the code is wrong, spent, too old, or was given for another client or address. */
export function redeemCode(
  state: WorldState,
  client: ClientRecord,
  { code, redirectUri, asKey }: { readonly code: string; readonly redirectUri: string; readonly asKey: boolean },
): Granted | undefined {
  const record = state.codes.get(code);
  state.codes.delete(code);
  if (record === undefined || record.expiresAtMs <= state.nowMs()) return undefined;
  if (record.clientId !== client.clientId || record.redirectUri !== redirectUri) return undefined;
  const { propertyIds } = record;
  if (!asKey) return issueTokens(state, client, { propertyIds, family: drawSecret(state, '') });
  const key = drawSecret(state, 'cbat_');
  state.apiKeys.set(key, { propertyIds, clientId: client.clientId });
  return { access_token: key, token_type: 'Bearer', resources: toResources(propertyIds) };
}

/**
 * A refresh token works once. A second use is taken for theft, as RFC 9700 (4.14.2) advises: all that came of the same
 * consent ends, the newest tokens included, and the property is locked out until somebody consents again.
 */
export function refresh(state: WorldState, client: ClientRecord, token: string): Granted | undefined {
  const record = state.refreshTokens.get(token);
  if (record?.clientId !== client.clientId) return undefined;
  if (record.isSpent) {
    endFamily(state, record.family);
    return undefined;
  }
  state.refreshTokens.set(token, { ...record, isSpent: true });
  return issueTokens(state, client, record);
}

function issueTokens(
  state: WorldState,
  { clientId, tokenLifeS }: ClientRecord,
  { propertyIds, family }: { readonly propertyIds: KeyRecord['propertyIds']; readonly family: string },
): Granted {
  const accessToken = drawSecret(state, '');
  const refreshToken = drawSecret(state, '');
  const expiresAtMs = state.nowMs() + tokenLifeS * 1_000;
  state.apiKeys.set(accessToken, { propertyIds, clientId, family, expiresAtMs });
  state.refreshTokens.set(refreshToken, { propertyIds, clientId, family, isSpent: false });
  return {
    access_token: accessToken,
    token_type: 'Bearer',
    expires_in: tokenLifeS,
    refresh_token: refreshToken,
    resources: toResources(propertyIds),
  };
}

function endFamily(state: WorldState, family: string): void {
  for (const [token, record] of state.refreshTokens) if (record.family === family) state.refreshTokens.delete(token);
  for (const [token, record] of state.apiKeys) if (record.family === family) state.apiKeys.delete(token);
}

function toResources(propertyIds: ReadonlySet<string>): Granted['resources'] {
  return [...propertyIds].map((id) => ({ type: 'property', id }));
}

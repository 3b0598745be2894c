import type { Settings } from '../config/environment.ts';
import type { ConnectionHttpParts } from '../http/connections/connection-parts.ts';
import { createCloudbeds, type CloudbedsParts } from '../pms/cloudbeds/cloudbeds.ts';
import type { Clock } from '../ports/clock.ts';
import type { FieldMemory } from '../ports/field-memory.ts';
import type { JobHandlers } from '../ports/jobs.ts';
import type { Logger } from '../ports/logger.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { PmsLook } from '../ports/doctor.ts';
import type { PmsApp } from '../ports/pms-app.ts';
import type { PmsBudget } from '../ports/pms-budget.ts';
import type { PmsGuests } from '../ports/pms-guests.ts';
import type { Pms } from '../ports/pms.ts';
import type { RequestSlots } from '../ports/request-slots.ts';
import type { Rows, Store } from '../ports/store.ts';
import { createConnectAccount } from '../screening/connections/connect-account.ts';
import { createConnectByApp } from '../screening/connections/connect-by-app.ts';
import { createConnectByKey } from '../screening/connections/connect-by-key.ts';
import { createConnectProperty } from '../screening/connections/connect-property.ts';
import { createDisconnectProperty } from '../screening/connections/disconnect-property.ts';
import { takeUpConnections } from '../screening/connections/environment-key.ts';
import { createManageConnection } from '../screening/connections/manage-connection.ts';
import { createPmsCredentials } from '../screening/connections/pms-credentials.ts';
import { createProbeConnection } from '../screening/connections/probe-connection.ts';
import { createRefreshTokens } from '../screening/connections/refresh-tokens.ts';
import { createTakeAppState } from '../screening/connections/take-app-state.ts';
import { createWebhookSecrets } from '../screening/connections/webhook-secrets.ts';
import { createConnectStates } from '../store/connections/connect-states.ts';

export interface ConnectionCompositionParts {
  readonly settings: Settings;
  readonly surroundings: Pick<CloudbedsParts, 'axios'> & {
    readonly pmsDeadlineMs?: number;
    readonly pmsArrivalAllowanceMs?: number;
    readonly isFirstAtPms?: boolean;
  };
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

export interface ComposedConnections {
  readonly pms: Pms & PmsGuests & PmsBudget & PmsLook;
  readonly handlers: Pick<
    JobHandlers,
    'connect-account' | 'connect-property' | 'probe-connection' | 'disconnect-property' | 'refresh-tokens'
  >;
  readonly http: ConnectionHttpParts;
  /** What is to be done first, in one commit. */
  readonly takeUp: (rows: Rows) => Promise<void>;
}

/** The PMS, and everything that opens the way to it. */
export function composeConnections(parts: ConnectionCompositionParts): ComposedConnections {
  const { settings, store, clock } = parts;
  const { cloudbeds, syncIntervalMs } = settings;
  const pms = createPms(parts);
  const webhookPrefix = `${settings.publicUrl}/webhooks/cloudbeds/`;
  const modeFor = (propertyId: string) => settings.properties.configFor(propertyId).writeBack;
  const working = { ...parts, pms, app: pms, webhookPrefix, modeFor };
  return {
    pms,
    handlers: {
      'connect-account': createConnectAccount(working),
      'connect-property': createConnectProperty(working),
      'probe-connection': createProbeConnection(working),
      'disconnect-property': createDisconnectProperty(working),
      'refresh-tokens': createRefreshTokens(working),
    },
    http: composeHttp(parts, pms),
    takeUp: (rows) => takeUpConnections(rows, { key: cloudbeds.apiKey, at: clock.now(), syncIntervalMs }),
  };

  function composeHttp({ settings: { cloudbeds, secretKey } }: ConnectionCompositionParts, app: Pms & PmsApp) {
    const secrets = createWebhookSecrets({ store, clock });
    const states = createConnectStates(secretKey);
    return {
      secrets,
      takeAppState: createTakeAppState({ store, clock }),
      byKey: createConnectByKey({ store, pms: app, clock }),
      byApp: createConnectByApp({ store, app, states, clock, clientId: cloudbeds.app?.clientId }),
      manage: createManageConnection({ store, clock, secrets }),
      hasApp: cloudbeds.app !== undefined,
      apiUrl: cloudbeds.apiUrl,
    };
  }
}

function createPms({ settings, surroundings, ...parts }: ConnectionCompositionParts) {
  const { apiUrl, app, requestsPerSecond } = settings.cloudbeds;
  const { axios, pmsDeadlineMs: deadlineMs, pmsArrivalAllowanceMs: arrivalAllowanceMs } = surroundings;
  return createCloudbeds({
    ...parts,
    apiUrl,
    app,
    requestsPerSecond,
    credentials: createPmsCredentials(parts),
    slots: toSharedSlots(parts.store),
    fieldMemory: toFieldMemory(parts.store),
    isFirst: surroundings.isFirstAtPms ?? false,
    ...(axios && { axios }),
    ...(deadlineMs !== undefined && { deadlineMs }),
    ...(arrivalAllowanceMs !== undefined && { arrivalAllowanceMs }),
  });
}

function toFieldMemory(store: Store): FieldMemory {
  return {
    find: (propertyId) => store.read(({ connections }) => connections.findGuestFields(propertyId)),
    note: (propertyId, learned) =>
      store.transaction(({ connections }) => connections.noteGuestFields(propertyId, learned)),
  };
}

/** Each question in a transaction of its own: no two processes get the same slot. */
function toSharedSlots(store: Store): RequestSlots {
  return {
    take: (claim) => store.transaction(({ requestSlots }) => requestSlots.take(claim)),
    release: (held, freeAtMs) => store.transaction(({ requestSlots }) => requestSlots.release(held, freeAtMs)),
    rest: (apiKey, freeAtMs) => store.transaction(({ requestSlots }) => requestSlots.rest(apiKey, freeAtMs)),
  };
}

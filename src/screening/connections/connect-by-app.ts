import { randomUUID } from 'node:crypto';
import { plusMs } from '../../domain/calendar.ts';
import { toRefreshDue } from '../../domain/connection/token-times.ts';
import { ServiceError } from '../../domain/errors.ts';
import type { Instant } from '../../domain/subject.ts';
import { personWaits } from '../../domain/urgency.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Credential } from '../../ports/connections.ts';
import type { PmsApp } from '../../ports/pms-app.ts';
import type { Rows, Store } from '../../ports/store.ts';
import { refreshAt } from './refresh-tokens.ts';

/** Makes and checks the `state` that goes to the authorize page and comes back. */
export interface ConnectStates {
  /** New, signed, and for this session alone. */
  make(sessionId: string): string;
  isOf(state: string, sessionId: string): boolean;
}

/** What the authorize page sends people back with. */
export interface WayBack {
  readonly code?: string | undefined;
  readonly state?: string | undefined;
  readonly error?: string | undefined;
}

export interface ConnectByApp {
  /** Where the browser goes. Throws `connect_unavailable` without an app in the settings. */
  begin(sessionId: string): Promise<string>;
  /** Answers the connection's id. Throws `connect_state_wrong`, `connect_denied`, `pms_grant_refused`, and `pms_…`. */
  finish(way: WayBack, sessionId: string): Promise<{ readonly id: string }>;
}

export interface ConnectByAppParts {
  readonly store: Store;
  readonly app: PmsApp;
  /** What the PMS calls the app; absent without one. */
  readonly clientId: string | undefined;
  readonly states: ConnectStates;
  readonly clock: Clock;
}

const flowMs = 10 * 60_000;

/** A technology partner's app, let in by the hotel on the PMS's own page. */
export function createConnectByApp(parts: ConnectByAppParts): ConnectByApp {
  const { store, app, states, clock } = parts;
  return {
    async begin(sessionId) {
      const state = states.make(sessionId);
      const url = app.toAuthorizeUrl(state);
      const now = clock.now();
      await store.transaction((rows) =>
        rows.connectFlows.add({ state, sessionId, expiresAt: plusMs(now, flowMs) }, now),
      );
      return url;
    },
    async finish({ code, state = '', error }, sessionId) {
      if (!states.isOf(state, sessionId)) throw new ServiceError('connect_state_wrong');
      const flow = await store.transaction((rows) => rows.connectFlows.take(state));
      if (flow?.sessionId !== sessionId || flow.expiresAt <= clock.now()) throw new ServiceError('connect_state_wrong');
      if (code === undefined || error !== undefined) throw new ServiceError('connect_denied');
      const credential = await app.redeemCode(code, new AbortController().signal);
      return store.transaction((rows) => keep(rows, { credential, clientId: parts.clientId, at: clock.now() }));
    },
  };
}

interface Delivered {
  readonly credential: Credential;
  readonly clientId: string | undefined;
  readonly at: Instant;
}

/** Kept before anything is asked with it: the code is spent. */
async function keep(rows: Rows, { credential, clientId, at }: Delivered): Promise<{ readonly id: string }> {
  const known = credential.kind === 'oauth' ? undefined : await rows.connections.findByKey(credential.key);
  const { id } = known ?? (await rows.connections.save({ id: randomUUID(), credential, at }));
  if (clientId !== undefined) await rows.connections.noteFacts(id, { clientId });
  const payload = { connectionId: id, cause: 'wish' as const };
  await rows.jobs.enqueue({ kind: 'connect-account', payload, urgency: personWaits, runAt: at });
  if (credential.kind === 'oauth') await refreshAt(rows, id, toRefreshDue(credential));
  return { id };
}

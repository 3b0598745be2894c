import { plusMs } from '../../../src/domain/calendar.ts';
import type { ConnectedProperty, Credential } from '../../../src/ports/connections.ts';
import type { JobContext } from '../../../src/ports/jobs.ts';
import type { Rows, Store } from '../../../src/ports/store.ts';
import { openStore } from '../../../src/store/open-store.ts';

export const start = '2026-11-23T09:00:00.000Z';
export const tomorrow = '2026-11-24T09:00:00.000Z';
export const hourMs = 3_600_000;

export const keyed = (key: string): Credential => ({ kind: 'key', key });

/** Eight hours from `start`. */
export const tokens = (no: number, grantedAt = start): Credential => ({
  kind: 'oauth',
  accessToken: `access ${no}`,
  refreshToken: `refresh ${no}`,
  grantedAt,
  expiresAt: plusMs(grantedAt, 8 * hourMs),
});

export interface ConnectionDesk {
  readonly store: Store;
  readonly clock: { now(): string };
  advance(ms: number): void;
  /** A job of this kind in hand, as the worker would give it. */
  claim(kind: Parameters<Rows['jobs']['claim']>[0]['kinds'][number]): Promise<JobContext | undefined>;
  /** Connects properties by one connection, as if they had been set up. */
  connect(connectionId: string, credential: Credential, propertyIds: readonly string[]): Promise<void>;
  standing(propertyId: string): Promise<ConnectedProperty | undefined>;
  /** `kind about` of what is open. */
  alerts(): Promise<readonly string[]>;
}

export async function openConnectionDesk(): Promise<ConnectionDesk> {
  const store = await openStore({ databaseUrl: 'sqlite::memory:', secretKey: Buffer.alloc(32, 7) });
  let now = start;
  const clock = { now: () => now };
  return {
    store,
    clock,
    advance: (ms) => {
      now = plusMs(now, ms);
    },
    claim: (kind) => claim(store, kind, now),
    connect: (connectionId, credential, propertyIds) =>
      store.transaction(async (rows) => {
        await rows.connections.save({ id: connectionId, credential, at: now });
        for (const id of propertyIds) {
          await rows.properties.save({ id, name: `Hotel ${id}`, timeZone: 'UTC', webhookSecret: `secret of ${id}` });
          await rows.connections.attach(id, connectionId, now);
          await rows.connections.setStanding({ propertyId: id, state: 'connected', since: now });
        }
      }),
    standing: (propertyId) => store.read((rows) => rows.connections.findProperty(propertyId)),
    alerts: async () => {
      const open = await store.read((rows) => rows.alerts.listOpen('property_disconnected'));
      return open.map(({ propertyId, about }) => `${propertyId ?? ''} ${about}`.trim()).sort();
    },
  };
}

async function claim(
  store: Store,
  kind: Parameters<Rows['jobs']['claim']>[0]['kinds'][number],
  now: string,
): Promise<JobContext | undefined> {
  const query = { kinds: [kind], limit: 1, now, leaseUntil: plusMs(now, 60_000) };
  const [job] = await store.transaction((rows) => rows.jobs.claim(query));
  if (job === undefined) return undefined;
  const { id, generation, attempt } = job;
  return { lease: { id, generation }, attempt, isLastAttempt: false, signal: new AbortController().signal };
}

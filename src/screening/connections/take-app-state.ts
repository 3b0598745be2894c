import { personWaits } from '../../domain/urgency.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ReceivedEvent, Rows, Store } from '../../ports/store.ts';
import { disconnect } from './standing.ts';

/** An event that tells how an app stands with a property now. */
export interface AppStateEvent {
  readonly event: Omit<ReceivedEvent, 'receivedAt'>;
  /** Whose app; absent where it does not say. */
  readonly clientId: string | undefined;
  readonly newState: string;
}

export type TakeAppState = (told: AppStateEvent) => Promise<void>;

export interface TakeAppStateParts {
  readonly store: Store;
  readonly clock: Clock;
}

/**
 * The hotel disconnected or connected our app. Disconnected, nothing is sent from this commit on; connected again, one request
 * tries whether the key opens it. Resolves when that is on disk. Other apps' states, and those of an app that does not say
 * whose it is, are nothing to us: where it was ours after all, the PMS refuses the key.
 */
export function createTakeAppState({ store, clock }: TakeAppStateParts): TakeAppState {
  return ({ event, clientId, newState }) =>
    store.transactionFirst(async (rows) => {
      const at = clock.now();
      const added = await rows.events.addAll([{ ...event, receivedAt: at }]);
      if (added.length === 0 || !(await isOurs(rows, event.propertyId, clientId))) return;
      if (newState === 'disabled') await disconnect(rows, { propertyId: event.propertyId, reason: 'app_disabled', at });
      if (newState === 'enabled') await tryAgain(rows, event.propertyId, at);
    });
}

async function isOurs(rows: Rows, propertyId: string, clientId: string | undefined): Promise<boolean> {
  const standing = await rows.connections.findProperty(propertyId);
  const connection = standing && (await rows.connections.find(standing.connectionId));
  return clientId !== undefined && connection?.clientId === clientId;
}

async function tryAgain(rows: Rows, propertyId: string, at: string): Promise<void> {
  const standing = await rows.connections.findProperty(propertyId);
  if (standing?.reason !== 'app_disabled' && standing?.reason !== 'key_refused') return;
  const payload = { propertyId, cause: 'wish' as const };
  await rows.jobs.enqueue({ kind: 'probe-connection', payload, urgency: personWaits, runAt: at });
}

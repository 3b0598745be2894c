import { plusMs } from '../../domain/calendar.ts';
import { toPast } from '../../domain/past.ts';
import { toNextCare } from '../../domain/connection/set-up.ts';
import { toSweepSlot } from '../../domain/sweep-slot.ts';
import type { Instant } from '../../domain/subject.ts';
import { housekeeping, syncUrgency } from '../../domain/urgency.ts';
import type { Clock } from '../../ports/clock.ts';
import type { NewJob } from '../../ports/jobs.ts';
import type { Store } from '../../ports/store.ts';
import { isToBeLookedAt } from '../connections/connect-account.ts';
import { keepRefreshing } from '../connections/refresh-tokens.ts';
import { keepTrying } from '../connections/standing.ts';
import { watchSilence } from './watch-silence.ts';

/**
 * The periodic sync. Every property looks for what no event announced, and once a day at every stay to come. One that has
 * fallen silent is found out, and once a day it is looked whether each is set up as it should be. Once an hour each
 * connection looks whether its key opens a property more, or the PMS calls one otherwise.
 */
export function createMakeSyncsDue({
  store,
  clock,
}: {
  readonly store: Store;
  readonly clock: Clock;
}): () => Promise<void> {
  return () =>
    store.transaction(async (rows) => {
      const now = clock.now();
      const jobs: NewJob[] = [watchAlerts(now)];
      for (const property of await rows.properties.list()) {
        const state = await rows.syncStates.find(property.id);
        jobs.push(toSync(property.id, now), toSweep(property.id, toPast(state?.lastSweptAt, now) ?? now));
        await watchSilence(rows, property, now);
        const standing = await rows.connections.findProperty(property.id);
        if (standing !== undefined) await keepTrying(rows, standing, now);
        if (standing?.state === 'connected' && standing.setUp)
          jobs.push(toCare(property.id, toNextCare(standing.setUp, now)));
      }
      for (const connection of await rows.connections.list()) {
        const { id, credential } = connection;
        if ((credential.kind === 'key' && credential.key === '') || !(await isToBeLookedAt(rows, id))) continue;
        jobs.push(lookAtAccount(id, plusMs(now, accountLooksMs)));
        await keepRefreshing(rows, connection, now);
      }
      await rows.jobs.enqueueAll(jobs);
    });
}

/** One that waits keeps its sooner time: so often it is done. */
const accountLooksMs = 3_600_000;

function lookAtAccount(connectionId: string, runAt: Instant): NewJob {
  return { kind: 'connect-account', payload: { connectionId, cause: 'routine' }, urgency: housekeeping, runAt };
}

function toSync(propertyId: string, runAt: Instant): NewJob {
  return { kind: 'sync-property', payload: { propertyId }, urgency: syncUrgency, runAt };
}

function toCare(propertyId: string, runAt: Instant): NewJob {
  return { kind: 'connect-property', payload: { propertyId }, urgency: housekeeping, runAt };
}

/** It makes itself due; should it ever be buried, this begins it anew. */
function watchAlerts(runAt: Instant): NewJob {
  return { kind: 'watch-alerts', payload: {}, urgency: housekeeping, runAt };
}

/** One that was missed, because nothing ran at its time, is due at once. */
function toSweep(propertyId: string, after: Instant): NewJob {
  return {
    kind: 'sweep-property',
    payload: { propertyId },
    urgency: housekeeping,
    runAt: toSweepSlot(propertyId, after),
  };
}

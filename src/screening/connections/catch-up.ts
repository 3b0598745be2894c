import { plusMs } from '../../domain/calendar.ts';
import { hasListened, type Listening } from '../../domain/connection/set-up.ts';
import { toPast } from '../../domain/past.ts';
import { personWaits, syncUrgency } from '../../domain/urgency.ts';
import type { NewJob } from '../../ports/jobs.ts';
import type { Property, Rows } from '../../ports/store.ts';
import { toGlance } from '../glance-at-connection.ts';

/** A glance looks a minute back, and begins a few seconds after this. */
const seenByGlanceMs = 45_000;

/**
 * At start, before any job runs, since the first sync would pass for somebody who had listened. Every property looks for what
 * changed meanwhile; where nobody listened for a while, also whether it is still set up in the PMS. Properties that share a key
 * of which one was synced a moment ago begin with one glance at all of them: fifty syncs would cost a hundred requests at every
 * restart, and what a glance cannot see is left to the periodic ones.
 */
export async function catchUp(rows: Rows, connectionId: string, listening: Listening): Promise<void> {
  const { now } = listening;
  const properties = await listUsed(rows, connectionId);
  const heard = properties.filter(({ lastSyncStartedAt }) => hasListened(lastSyncStartedAt, listening));
  const unheard = properties.filter((property) => !heard.includes(property));
  const isGlanceEnough = heard.length > 1 && heard.some(({ lastSyncStartedAt }) => isMomentAgo(lastSyncStartedAt, now));
  await rows.jobs.enqueueAll([
    ...unheard.map(({ id }) => toJob('connect-property', id, now)),
    ...(isGlanceEnough ? [toGlance(connectionId, now)] : heard.map(({ id }) => toJob('sync-property', id, now))),
  ]);
}

async function listUsed(rows: Rows, connectionId: string): Promise<readonly Property[]> {
  const standings = await rows.connections.listProperties(connectionId);
  const used = standings.filter(({ state }) => state !== 'disconnected');
  return Promise.all(used.map(({ propertyId }) => rows.properties.get(propertyId)));
}

function isMomentAgo(lastSyncStartedAt: string | undefined, now: string): boolean {
  const last = toPast(lastSyncStartedAt, now);
  return last !== undefined && plusMs(last, seenByGlanceMs) > now;
}

function toJob(kind: 'connect-property' | 'sync-property', propertyId: string, runAt: string): NewJob {
  return { kind, payload: { propertyId }, urgency: kind === 'sync-property' ? syncUrgency : personWaits, runAt };
}

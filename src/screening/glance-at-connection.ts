import { plusMs } from '../domain/calendar.ts';
import { isServiceError } from '../domain/errors.ts';
import type { Instant } from '../domain/subject.ts';
import { toGlanceGapMs } from '../domain/sync-pace.ts';
import { syncUrgency } from '../domain/urgency.ts';
import type { JobContext, JobHandler, NewJob } from '../ports/jobs.ts';
import type { ConnectionCall, ReservationSnapshot } from '../ports/pms.ts';
import type { Property, Rows } from '../ports/store.ts';
import { listReplaced } from './watchlists/list-replaced.ts';
import { inParts } from './syncing/read-reservations.ts';
import { findLook, type SyncParts } from './syncing/sync-look.ts';
import { takeFind } from './syncing/take-find.ts';

/** How far this glance reaches back before the last one, because the PMS's clock and its writes may lag behind ours. */
const overlapMs = 5_000;
/** No glance, not even the first, looks further back: syncs see what is older. */
const longestLookMs = 60_000;
/** The pause after the PMS refused to answer about several properties at once; it doubles with each refusal. */
const firstRestMs = 60_000;
const longestRestMs = 3_600_000;

interface LastGlance {
  readonly startedAt: Instant;
  readonly requests: number;
  /** How often in a row the PMS would not. */
  readonly refusals: number;
}

/**
 * Stands in while the syncs of properties that share a key are put off: one request reads the reservations that changed lately
 * in all of them. It moves no watermark, so the syncs see all of it again, and also what a glance cannot see: merged guests, and
 * guests whose change did not move their reservation's time stamp. What it remembers may be lost; then it starts afresh.
 */
export function createGlanceAtConnection(parts: SyncParts): JobHandler<'glance-at-connection'> {
  const lasts = new Map<string, LastGlance>();
  return async ({ connectionId }, context) => {
    const startedAt = parts.clock.now();
    const last = lasts.get(connectionId);
    const properties = await parts.store.transactionUnder(context.lease, async (rows) => {
      if (await isPutOff(rows, { connectionId, last, now: startedAt }, parts)) return [];
      return listConnected(rows, connectionId);
    });
    if (properties.length < 2) return;
    const glance = { connectionId, properties, startedAt, since: toSince(last, startedAt) };
    const looked = await lookAtAll(parts, glance, context);
    if (looked === 'cut_short') return;
    const refusals = looked === 'refused' ? (last?.refusals ?? 0) + 1 : 0;
    lasts.set(connectionId, { startedAt, requests: looked === 'refused' ? 1 : looked, refusals });
  };
}

/** Made due by every sync that is put off. */
export function toGlance(connectionId: string, runAt: Instant): NewJob {
  return { kind: 'glance-at-connection', payload: { connectionId }, urgency: syncUrgency, runAt };
}

async function isPutOff(
  rows: Rows,
  {
    connectionId,
    last,
    now,
  }: { readonly connectionId: string; readonly last: LastGlance | undefined; readonly now: Instant },
  { requestsPerSecond }: SyncParts,
): Promise<boolean> {
  if (last === undefined) return false;
  const { startedAt, requests, refusals } = last;
  const restMs = refusals === 0 ? 0 : Math.min(firstRestMs * 2 ** (refusals - 1), longestRestMs);
  const runAt = plusMs(startedAt, Math.max(restMs, toGlanceGapMs({ requests, requestsPerSecond })));
  if (runAt <= now) return false;
  // Nobody waits for one that the PMS would not answer.
  if (refusals === 0) await rows.jobs.enqueue(toGlance(connectionId, runAt));
  return true;
}

/** Those that have been synced once; before its first sync a property has to be read whole. */
async function listConnected(rows: Rows, connectionId: string): Promise<readonly Property[]> {
  const standings = await rows.connections.listProperties(connectionId);
  const connected = new Set(standings.filter(({ state }) => state === 'connected').map(({ propertyId }) => propertyId));
  const properties = await rows.properties.list();
  return properties.filter(({ id, syncedThrough }) => connected.has(id) && syncedThrough !== undefined);
}

function toSince(last: LastGlance | undefined, now: Instant): Instant {
  const longest = plusMs(now, -longestLookMs);
  const wished = last === undefined ? longest : plusMs(last.startedAt, -overlapMs);
  return wished < longest ? longest : wished;
}

interface Glance {
  readonly connectionId: string;
  readonly properties: readonly Property[];
  readonly startedAt: Instant;
  readonly since: Instant;
}

/**
 * Answers how many requests it took; `refused` where the PMS would not, `cut_short` where a property was disconnected while
 * a request waited for its turn. The next sync that is put off asks for another glance.
 */
async function lookAtAll(
  parts: SyncParts,
  glance: Glance,
  context: JobContext,
): Promise<number | 'refused' | 'cut_short'> {
  const call: ConnectionCall = {
    connectionId: glance.connectionId,
    properties: glance.properties.map(({ id: propertyId, timeZone }) => ({ propertyId, timeZone })),
    urgency: syncUrgency,
    signal: context.signal,
  };
  let pages = 0;
  try {
    for await (const page of parts.pms.listRecentReservations(call, glance.since)) {
      pages += 1;
      await takePage(parts, { page, glance }, context);
    }
  } catch (error) {
    if (isServiceError(error, 'property_disconnected')) return 'cut_short';
    if (!isServiceError(error) || !refusesSeveral.has(error.code)) throw error;
    parts.logger.warn('glance.refused', { connectionId: glance.connectionId, errorCode: error.code });
    return 'refused';
  }
  return Math.max(pages, 1);
}

/** Perhaps only for several properties at once; each property's own sync finds out what is the matter. */
const refusesSeveral: ReadonlySet<string> = new Set(['pms_refused', 'pms_unauthorized', 'pms_bad_answer']);

async function takePage(
  parts: SyncParts,
  { page, glance }: { readonly page: readonly ReservationSnapshot[]; readonly glance: Glance },
  context: JobContext,
): Promise<void> {
  const byProperty = Map.groupBy(page, ({ propertyId }) => propertyId);
  for (const property of glance.properties) {
    const snapshots = byProperty.get(property.id) ?? [];
    await take(parts, { property, snapshots, startedAt: glance.startedAt }, context);
  }
}

interface Taken {
  readonly property: Property;
  readonly snapshots: readonly ReservationSnapshot[];
  readonly startedAt: Instant;
}

/** A guest in another's place may be that same guest, merged. That is left to the sync, which reads changes of guests first. */
async function take(parts: SyncParts, { property, snapshots, startedAt }: Taken, { lease }: JobContext): Promise<void> {
  for (const part of inParts(snapshots)) {
    await parts.store.transactionUnder(lease, async (rows) => {
      const look = await findLook(rows, { property, startedAt }, parts.overlapMs);
      const replaced = await listReplaced(rows, part);
      const others = part.filter((snapshot) => !replaced.includes(snapshot));
      await takeFind(rows, { find: { kind: 'reservations', snapshots: others }, look }, parts);
    });
  }
}

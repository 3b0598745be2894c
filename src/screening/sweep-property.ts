import { plusMs, toLocalDate } from '../domain/calendar.ts';
import { toPast } from '../domain/past.ts';
import type { Instant } from '../domain/subject.ts';
import { toSweepSlot } from '../domain/sweep-slot.ts';
import { housekeeping } from '../domain/urgency.ts';
import type { JobContext, JobHandler, NewJob } from '../ports/jobs.ts';
import type { PmsCall, ReservationSnapshot } from '../ports/pms.ts';
import type { Rows } from '../ports/store.ts';
import type { Find } from './syncing/find.ts';
import { judgeGaps } from './syncing/judge-gaps.ts';
import { listReplaced } from './watchlists/list-replaced.ts';
import { readReservations } from './syncing/read-reservations.ts';
import type { SyncParts } from './syncing/sync-look.ts';
import { type Look, takeFind } from './syncing/take-find.ts';
import { solveUnseen } from './writing-back/tell-hotel.ts';

const dayMs = 86_400_000;
const sweptAheadMs = 30 * dayMs;

interface Sweep {
  readonly look: Look;
  readonly days: { readonly from: string; readonly to: string };
  /** The reservations that should be among what the PMS lists. */
  readonly expected: ReadonlySet<string>;
  /** Since the last sweep. */
  readonly newsSince: Instant;
}

/**
 * Reads every stay that is in house or arrives within 30 days, whether or not the PMS says that it changed, and so finds what no
 * event announced and no sync saw. If a known stay is not listed, its guest is looked up: the stay may have moved, or be gone.
 * Runs once a day, after everything else.
 */
export function createSweepProperty(parts: SyncParts): JobHandler<'sweep-property'> {
  return async ({ propertyId }, context) => {
    const sweep = await parts.store.read((rows) => findSweep(rows, propertyId, parts));
    if (sweep === undefined) return;
    const listed = await takeAll(parts, sweep, context);
    await parts.store.transactionUnder(context.lease, async (rows) => {
      const at = parts.clock.now();
      const missing = [...sweep.expected].filter((reservationId) => !listed.has(reservationId));
      await rows.jobs.enqueueAll(missing.map((reservationId) => toConfirmation({ propertyId, reservationId }, at)));
      await rows.syncStates.noteSwept(propertyId, at);
      await judgeGaps(rows, { propertyId, at }, parts.metrics);
      await solveUnseen(rows, propertyId, at);
    });
    parts.logger.info('property.swept', { propertyId, reservations: listed.size });
  };
}

/** Undefined before the first sync, which reads all stays, and when it was done since it fell due. */
async function findSweep(rows: Rows, propertyId: string, { clock, overlapMs }: SyncParts): Promise<Sweep | undefined> {
  const property = await rows.properties.get(propertyId);
  const { syncedThrough, timeZone } = property;
  const now = clock.now();
  const lastSweptAt = toPast((await rows.syncStates.find(propertyId))?.lastSweptAt, now);
  if (syncedThrough === undefined) return undefined;
  if (lastSweptAt !== undefined && toSweepSlot(propertyId, lastSweptAt) > now) return undefined;
  const since = plusMs(toPast(syncedThrough, now) ?? now, -overlapMs);
  const days = { from: toLocalDate(now, timeZone), to: toLocalDate(plusMs(now, sweptAheadMs), timeZone) };
  return {
    look: {
      property,
      foundBy: 'sweep',
      startedAt: now,
      announcements: { since, named: await rows.events.listAnnounced(propertyId, since) },
    },
    days,
    newsSince: lastSweptAt ?? plusMs(now, -dayMs),
    expected: new Set(await rows.subjects.listActiveReservations(propertyId, days)),
  };
}

/** Answers the reservations that the PMS listed. */
async function takeAll(parts: SyncParts, sweep: Sweep, { lease, signal }: JobContext): Promise<ReadonlySet<string>> {
  const { look } = sweep;
  const { id: propertyId, timeZone } = look.property;
  const call: PmsCall = { property: { propertyId, timeZone }, urgency: housekeeping, signal };
  const listed = new Set<string>();
  const putOff: ReservationSnapshot[] = [];
  for await (const { snapshots } of readReservations(parts.pms, call, { by: 'stay', ...sweep.days })) {
    for (const { reservationId } of snapshots) listed.add(reservationId);
    await parts.store.transactionUnder(lease, async (rows) => {
      const replaced = await listReplaced(rows, snapshots);
      putOff.push(...replaced);
      const others = snapshots.filter((snapshot) => !replaced.includes(snapshot));
      await takeFind(rows, { find: { kind: 'reservations', snapshots: others }, look }, parts);
    });
  }
  for await (const find of readPutOff(parts, { call, putOff, since: sweep.newsSince })) {
    await parts.store.transactionUnder(lease, (rows) => takeFind(rows, { find, look }, parts));
  }
  return listed;
}

interface PutOff {
  readonly call: PmsCall;
  readonly putOff: readonly ReservationSnapshot[];
  readonly since: Instant;
}

/**
 * A guest in another's place may be that same guest, merged, so changes of guests are read first. A sweep may take hours while
 * syncs go on, so what was put off is read again.
 */
async function* readPutOff({ pms }: SyncParts, { call, putOff, since }: PutOff): AsyncIterable<Find> {
  if (putOff.length === 0) return;
  for await (const changes of pms.listGuestChanges(call, since)) yield { kind: 'guests', changes };
  const reservationIds = new Set(putOff.map(({ reservationId }) => reservationId));
  const guestIds = new Set(putOff.flatMap(({ guests }) => guests[0]?.subject.guestId ?? []));
  for (const guestId of guestIds) {
    for await (const { kind, snapshots } of readReservations(pms, call, { by: 'guest', guestId }))
      yield { kind, snapshots: snapshots.filter(({ reservationId }) => reservationIds.has(reservationId)) };
  }
}

function toConfirmation(payload: NewJob<'confirm-deletion'>['payload'], runAt: string): NewJob {
  return { kind: 'confirm-deletion', payload, urgency: housekeeping, runAt };
}

import { toLocalDate } from '../domain/calendar.ts';
import type { Instant } from '../domain/subject.ts';
import { syncUrgency } from '../domain/urgency.ts';
import type { JobContext, JobHandler } from '../ports/jobs.ts';
import type { Pms, PmsCall, ReservationSnapshot } from '../ports/pms.ts';
import type { Rows } from '../ports/store.ts';
import type { Find, ReservationFind } from './syncing/find.ts';
import { judgeGaps } from './syncing/judge-gaps.ts';
import { listReplaced } from './watchlists/list-replaced.ts';
import { createPuttingOff } from './syncing/put-off-sync.ts';
import { readReservations } from './syncing/read-reservations.ts';
import { findLook, type SyncParts } from './syncing/sync-look.ts';
import { type Look, takeFind } from './syncing/take-find.ts';

/**
 * Finds out what changed in a property since the last sync, for all its events at once: by reservations, and by guests, whose
 * edits may leave a reservation's time stamp as it was. Changes and their jobs commit together, a part at a time, and the
 * watermark with the last part, so a sync that breaks off is done again from the same watermark. While there is much to write
 * to the PMS a sync is put off, see sync-pace.ts; where properties share the key, a glance at all of them stands in.
 */
export function createSyncProperty(parts: SyncParts): JobHandler<'sync-property'> {
  const puttingOff = createPuttingOff(parts);
  return async ({ propertyId }, context) => {
    const startedAt = parts.clock.now();
    const isPutOff = await puttingOff.prepare(propertyId, startedAt);
    const look = await parts.store.transactionUnder(context.lease, async (rows) => {
      const isNew = context.attempt === 1; // what broke off is not put off
      if (isNew && (await isPutOff(rows))) return undefined;
      await rows.properties.noteSyncStarted(propertyId, startedAt);
      return findLook(rows, { property: await rows.properties.get(propertyId), startedAt }, parts.overlapMs);
    });
    if (look === undefined) return;
    const sync = new PropertySync(parts, { look, context, startedAt });
    await sync.run();
    puttingOff.noteCost(propertyId, sync.requests);
    parts.metrics.count('syncs', { result: 'done' });
  };
}

interface SyncRun {
  readonly look: Look;
  readonly context: JobContext;
  readonly startedAt: Instant;
}

/** `put_off`: reservations that had to wait for news of their guests. */
type SyncFind = Find | { readonly kind: 'put_off' } | { readonly kind: 'may_wait'; readonly find: ReservationFind };

class PropertySync {
  private readonly parts: SyncParts;
  private readonly sync: SyncRun;
  private readonly call: PmsCall;
  private readonly unknownGuests = new Set<string>();
  private readonly putOff: ReservationSnapshot[] = [];
  requests = 0;

  constructor(parts: SyncParts, sync: SyncRun) {
    const { look, context } = sync;
    const { id: propertyId, timeZone } = look.property;
    this.parts = parts;
    this.sync = sync;
    this.call = { property: { propertyId, timeZone }, urgency: syncUrgency, signal: context.signal };
  }

  /** The watermark moves with the last page; where guests turn up whose reservations must be read, with the last of those. */
  async run(): Promise<void> {
    const isDone = await this.commitAll(this.changes(), () => this.unknownGuests.size === 0);
    if (!isDone) await this.commitAll(this.reservationsOfUnknownGuests(), () => true);
  }

  /** Holds each part back until the next is there, so that the last one commits together with the watermark. */
  private async commitAll(finds: AsyncIterable<SyncFind>, isComplete: () => boolean): Promise<boolean> {
    let held: SyncFind | undefined;
    for await (const find of finds) {
      if (held !== undefined) await this.commit(held, () => false);
      held = find;
    }
    return this.commit(held, isComplete);
  }

  private async *changes(): AsyncIterable<SyncFind> {
    const { pms } = this.parts;
    const { announcements, property } = this.sync.look;
    if (announcements === undefined) {
      yield* readReservations(pms, this.call, {
        by: 'departure',
        from: toLocalDate(this.sync.startedAt, property.timeZone),
      });
      return;
    }
    const { since } = announcements;
    const listReservations: Pms['listReservations'] = (...asked) => this.counted(pms.listReservations(...asked));
    for await (const find of readReservations({ listReservations }, this.call, { by: 'modified', since }))
      yield { kind: 'may_wait', find };
    for await (const changes of this.counted(pms.listGuestChanges(this.call, since))) yield { kind: 'guests', changes };
    yield { kind: 'put_off' };
  }

  private async *counted<Page>(pages: AsyncIterable<Page>): AsyncIterable<Page> {
    for await (const page of pages) {
      this.requests += 1;
      yield page;
    }
  }

  private async *reservationsOfUnknownGuests(): AsyncIterable<SyncFind> {
    for (const guestId of this.unknownGuests)
      yield* readReservations(this.parts.pms, this.call, { by: 'guest', guestId });
  }

  private commit(find: SyncFind | undefined, isComplete: () => boolean): Promise<boolean> {
    const { look, context } = this.sync;
    return this.parts.store.transactionUnder(context.lease, async (rows) => {
      if (find !== undefined) {
        const unknown = await takeFind(rows, { find: await this.toTake(rows, find), look }, this.parts);
        for (const guestId of unknown) this.unknownGuests.add(guestId);
      }
      if (!isComplete()) return false;
      await this.finish(rows);
      return true;
    });
  }

  private async toTake(rows: Rows, find: SyncFind): Promise<Find> {
    switch (find.kind) {
      case 'put_off':
        return { kind: 'reservations', snapshots: this.putOff };
      case 'may_wait': {
        const { snapshots } = find.find;
        const replaced = await listReplaced(rows, snapshots);
        this.putOff.push(...replaced);
        return { kind: 'reservations', snapshots: snapshots.filter((snapshot) => !replaced.includes(snapshot)) };
      }
      case 'reservations':
      case 'guests':
        return find;
    }
  }

  private async finish(rows: Rows): Promise<void> {
    const { look, startedAt } = this.sync;
    const { id: propertyId } = look.property;
    const at = this.parts.clock.now();
    await rows.properties.moveWatermark(propertyId, startedAt);
    await rows.syncStates.noteSynced(propertyId, { startedAt, at });
    await judgeGaps(rows, { propertyId, at }, this.parts.metrics);
  }
}

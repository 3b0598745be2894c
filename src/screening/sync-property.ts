import { plusMs, toLocalDate } from '../domain/calendar.ts';
import type { Digest } from '../domain/fingerprint.ts';
import type { Instant } from '../domain/subject.ts';
import { syncUrgency } from '../domain/urgency.ts';
import type { Clock } from '../ports/clock.ts';
import type { JobContext, JobHandler } from '../ports/jobs.ts';
import type { Logger } from '../ports/logger.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { GuestChange, Pms, PmsCall, ReservationQuery, ReservationSnapshot } from '../ports/pms.ts';
import type { Property, Rows, Store } from '../ports/store.ts';
import type { BindProfile } from './profiles/bind-profile.ts';
import { takeGuestChanges } from './take-guest-changes.ts';
import { takeReservations } from './take-reservations.ts';
import type { TakeContext } from './take-subject.ts';

export interface SyncParts {
  readonly store: Store;
  readonly pms: Pms;
  readonly clock: Clock;
  readonly digest: Digest;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly bindProfile: BindProfile;
  /** How far before the watermark a sync looks again: the PMS's clock and its writes may lag behind ours. */
  readonly overlapMs: number;
}

/** A page of new guests takes long to write down: an event that arrives meanwhile waits for a part of it only. */
const reservationsPerCommit = 4;

/**
 * Finds out what changed in a property since the last time, for all bells at once: by reservations, and by guests, whose
 * edits a reservation's own time stamp can hide. What is found and its jobs commit together, a part at a time, the
 * watermark with the last of them. A sync that breaks off is done again from the same watermark.
 */
export function createSyncProperty(parts: SyncParts): JobHandler<'sync-property'> {
  return async ({ propertyId }, context) => {
    const startedAt = parts.clock.now();
    const property = await parts.store.transactionUnder(context.lease, async (rows) => {
      await rows.properties.noteSyncStarted(propertyId, startedAt);
      return rows.properties.get(propertyId);
    });
    const sync = new PropertySync(parts, { property, context, startedAt });
    await sync.run();
    parts.metrics.count('syncs', { result: 'done' });
  };
}

interface SyncRun {
  readonly property: Property;
  readonly context: JobContext;
  readonly startedAt: Instant;
}

/** What one commit takes in. */
type Find =
  | { readonly kind: 'reservations'; readonly snapshots: readonly ReservationSnapshot[] }
  | { readonly kind: 'guests'; readonly changes: readonly GuestChange[] };

class PropertySync {
  private readonly parts: SyncParts;
  private readonly sync: SyncRun;
  private readonly call: PmsCall;
  private readonly unknownGuests = new Set<string>();

  constructor(parts: SyncParts, sync: SyncRun) {
    const { property, context } = sync;
    this.parts = parts;
    this.sync = sync;
    this.call = {
      property: { propertyId: property.id, timeZone: property.timeZone },
      urgency: syncUrgency,
      signal: context.signal,
    };
  }

  /** The watermark moves with the last page; where guests turn up whose reservations must be read, with the last of those. */
  async run(): Promise<void> {
    const isDone = await this.commitAll(this.changes(), () => this.unknownGuests.size === 0);
    if (!isDone) await this.commitAll(this.reservationsOfUnknownGuests(), () => true);
  }

  /** Holds each part back until the next is there, so that the last one commits together with the watermark. */
  private async commitAll(finds: AsyncIterable<Find>, isComplete: () => boolean): Promise<boolean> {
    let held: Find | undefined;
    for await (const find of finds) {
      if (held !== undefined) await this.commit(held, () => false);
      held = find;
    }
    return this.commit(held, isComplete);
  }

  private async *changes(): AsyncIterable<Find> {
    const { pms, overlapMs } = this.parts;
    const { syncedThrough, timeZone } = this.sync.property;
    if (syncedThrough === undefined) {
      yield* this.reservations({ by: 'departure', from: toLocalDate(this.sync.startedAt, timeZone) });
      return;
    }
    const since = plusMs(syncedThrough, -overlapMs);
    yield* this.reservations({ by: 'modified', since });
    for await (const changes of pms.listGuestChanges(this.call, since)) yield { kind: 'guests', changes };
  }

  private async *reservationsOfUnknownGuests(): AsyncIterable<Find> {
    for (const guestId of this.unknownGuests) yield* this.reservations({ by: 'guest', guestId });
  }

  private async *reservations(query: ReservationQuery): AsyncIterable<Find> {
    for await (const page of this.parts.pms.listReservations(this.call, query)) {
      for (let start = 0; start < page.length; start += reservationsPerCommit) {
        yield { kind: 'reservations', snapshots: page.slice(start, start + reservationsPerCommit) };
      }
    }
  }

  private commit(find: Find | undefined, isComplete: () => boolean): Promise<boolean> {
    const { property, context, startedAt } = this.sync;
    return this.parts.store.transactionUnder(context.lease, async (rows) => {
      if (find !== undefined) await this.take(rows, find);
      if (!isComplete()) return false;
      await rows.properties.moveWatermark(property.id, startedAt);
      return true;
    });
  }

  private async take(rows: Rows, find: Find): Promise<void> {
    const { clock, digest, metrics, bindProfile } = this.parts;
    const { id: propertyId, timeZone } = this.sync.property;
    const at = clock.now();
    const context: TakeContext = { at, today: toLocalDate(at, timeZone), digest, metrics, bindProfile };
    switch (find.kind) {
      case 'reservations':
        return takeReservations(rows, find.snapshots, context);
      case 'guests': {
        const unknown = await takeGuestChanges(rows, { propertyId, changes: find.changes }, context);
        for (const guestId of unknown) this.unknownGuests.add(guestId);
      }
    }
  }
}

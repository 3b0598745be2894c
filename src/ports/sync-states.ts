import type { Instant, Subject } from '../domain/subject.ts';
import type { QuietGap } from '../domain/silence.ts';

/** `sync`: looking at what the PMS says has changed · `sweep`: looking at every stay to come, changed or not. */
export type FoundBy = 'sync' | 'sweep';

/** How far a property is followed. */
export interface SyncState {
  readonly propertyId: string;
  /** Since its first event or sync. */
  readonly watchedSince: Instant;
  /** To within ten seconds: a burst of events is noted once. */
  readonly lastEventAt?: Instant;
  /** The first event that no sync has followed yet. */
  readonly unsyncedSince?: Instant;
  /** When the last sync was done. */
  readonly lastSyncedAt?: Instant;
  readonly lastSweptAt?: Instant;
  /** Since when it has been quiet for longer than it usually is. */
  readonly silentSince?: Instant;
  readonly gaps: Readonly<Record<FoundBy, GapCount>>;
}

/** Changes that no event had announced. */
export interface GapCount {
  readonly count: number;
  readonly lastAt?: Instant;
}

type SubjectIds = Pick<Subject, 'propertyId' | 'reservationId' | 'guestId'>;

/** A change that was found and that no event has named so far. */
export interface UnannouncedChange extends SubjectIds {
  readonly foundBy: FoundBy;
  readonly foundAt: Instant;
  /** An event that names the guest or the reservation since then announced it. */
  readonly announcedSince: Instant;
}

export interface SyncStateRepository {
  find(propertyId: string): Promise<SyncState | undefined>;
  list(): Promise<readonly SyncState[]>;
  /** Answers the state as it was before; remembers a long silence that ends with them. */
  noteEvents(propertyId: string, events: { readonly firstAt: Instant; readonly lastAt: Instant }): Promise<SyncState>;
  /** What rang before `startedAt` has been followed. */
  noteSynced(propertyId: string, sync: { readonly startedAt: Instant; readonly at: Instant }): Promise<void>;
  noteSwept(propertyId: string, at: Instant): Promise<void>;
  /** `undefined`: it is no longer silent. */
  noteSilence(propertyId: string, since: Instant | undefined): Promise<void>;
  /** The silences of at least a quarter of an hour that ended since. */
  listQuietGaps(propertyId: string, endedSince: Instant): Promise<readonly QuietGap[]>;
  removeQuietGapsBefore(endedBefore: Instant): Promise<void>;
  addUnannounced(changes: readonly UnannouncedChange[]): Promise<void>;
  /** Those found until then, the oldest first, at most 500. */
  listUnannounced(propertyId: string, foundUntil: Instant): Promise<readonly UnannouncedChange[]>;
  removeUnannounced(changes: readonly SubjectIds[]): Promise<void>;
  addGaps(
    propertyId: string,
    gaps: { readonly foundBy: FoundBy; readonly count: number; readonly at: Instant },
  ): Promise<void>;
}

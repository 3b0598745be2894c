import type { ColumnType } from 'kysely';
import type { AppErrorCause } from '../../ports/app-errors.ts';
import type { FoundBy } from '../../ports/sync-states.ts';

type Optional<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>;

/** How far each property is followed, what nobody announced, and what the hotel was told of. Ids and instants only. */
export interface LedgerTables {
  readonly sync_state: SyncStateTable;
  readonly unannounced_change: UnannouncedChangeTable;
  readonly quiet_gap: QuietGapTable;
  readonly app_error: AppErrorTable;
}

export interface SyncStateTable {
  readonly property_id: string;
  readonly watched_since: string;
  readonly last_event_at: Optional<string>;
  readonly unsynced_since: Optional<string>;
  readonly last_synced_at: Optional<string>;
  readonly last_swept_at: Optional<string>;
  readonly silent_since: Optional<string>;
  readonly gaps_by_sync: ColumnType<number, number | undefined, number>;
  readonly last_gap_by_sync_at: Optional<string>;
  readonly gaps_by_sweep: ColumnType<number, number | undefined, number>;
  readonly last_gap_by_sweep_at: Optional<string>;
}

export interface UnannouncedChangeTable {
  readonly property_id: string;
  readonly reservation_id: string;
  readonly guest_id: string;
  readonly found_by: FoundBy;
  readonly found_at: string;
  readonly announced_since: string;
}

export interface QuietGapTable {
  readonly property_id: string;
  readonly since: string;
  readonly until: string;
}

export interface AppErrorTable {
  readonly property_id: string;
  readonly cause: AppErrorCause;
  readonly about: string;
  readonly reservation_id: Optional<string>;
  readonly opened_at: string;
  readonly last_seen_at: string;
  readonly told_at: Optional<string>;
  readonly error_id: Optional<string>;
}

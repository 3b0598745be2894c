import { sql } from 'kysely';
import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';

export interface SyncStateRow {
  readonly propertyId: string;
  readonly watchedSince: string;
  readonly lastEventAt: string | null;
  readonly unsyncedSince: string | null;
  readonly lastSyncedAt: string | null;
  readonly lastSweptAt: string | null;
  readonly silentSince: string | null;
  readonly gapsBySync: number;
  readonly lastGapBySyncAt: string | null;
  readonly gapsBySweep: number;
  readonly lastGapBySweepAt: string | null;
}

const columns = [
  'property_id as propertyId',
  'watched_since as watchedSince',
  'last_event_at as lastEventAt',
  'unsynced_since as unsyncedSince',
  'last_synced_at as lastSyncedAt',
  'last_swept_at as lastSweptAt',
  'silent_since as silentSince',
  'gaps_by_sync as gapsBySync',
  'last_gap_by_sync_at as lastGapBySyncAt',
  'gaps_by_sweep as gapsBySweep',
  'last_gap_by_sweep_at as lastGapBySweepAt',
] as const;

export function createSyncStateStatements(parts: RowParts) {
  return { ...createQueries(parts), ...createNotes(parts), ...createGapCounts(parts) };
}

function createQueries({ database }: RowParts) {
  const select = () => database.selectFrom('sync_state').select(columns);
  return {
    find: prepareRows(database, (given: { propertyId: string }) =>
      select().where('property_id', '=', given.propertyId),
    ),
    list: prepareRows(database, () => select().orderBy('property_id')),
    listQuietGaps: prepareRows(database, (given: { propertyId: string; endedSince: string }) =>
      database
        .selectFrom('quiet_gap')
        .select(['since', 'until'])
        .where('property_id', '=', given.propertyId)
        .where('until', '>=', given.endedSince)
        .orderBy('until'),
    ),
  };
}

function createNotes({ database }: RowParts) {
  return {
    noteEvents: prepareChange(database, (given: { propertyId: string; firstAt: string; lastAt: string }) =>
      database
        .insertInto('sync_state')
        .values({
          property_id: given.propertyId,
          watched_since: given.firstAt,
          last_event_at: given.lastAt,
          unsynced_since: given.firstAt,
        })
        .onConflict((conflict) =>
          conflict.column('property_id').doUpdateSet((row) => ({
            last_event_at: row.ref('excluded.last_event_at'),
            unsynced_since: row.fn.coalesce('sync_state.unsynced_since', 'excluded.unsynced_since'),
          })),
        ),
    ),
    noteSynced: prepareChange(database, (given: { propertyId: string; startedAt: string; at: string }) =>
      database
        .insertInto('sync_state')
        .values({ property_id: given.propertyId, watched_since: given.startedAt, last_synced_at: given.at })
        .onConflict((conflict) =>
          conflict.column('property_id').doUpdateSet((row) => ({
            last_synced_at: row.ref('excluded.last_synced_at'),
            // What rang since it began is for the next one.
            unsynced_since: row
              .selectFrom('event')
              .select((event) => event.fn.min('received_at').as('first'))
              .where('event.property_id', '=', given.propertyId)
              .where('event.received_at', '>=', given.startedAt),
          })),
        ),
    ),
    noteSwept: prepareChange(database, (given: { propertyId: string; at: string }) =>
      database.updateTable('sync_state').set({ last_swept_at: given.at }).where('property_id', '=', given.propertyId),
    ),
    noteSilence: prepareChange(database, (given: { propertyId: string; since: string | null }) =>
      database.updateTable('sync_state').set({ silent_since: given.since }).where('property_id', '=', given.propertyId),
    ),
    addQuietGap: prepareChange(database, (given: { propertyId: string; since: string; until: string }) =>
      database
        .insertInto('quiet_gap')
        .values({ property_id: given.propertyId, since: given.since, until: given.until })
        .onConflict((conflict) => conflict.doNothing()),
    ),
    removeQuietGapsBefore: prepareChange(database, (given: { endedBefore: string }) =>
      database.deleteFrom('quiet_gap').where('until', '<', given.endedBefore),
    ),
  };
}

interface FoundGaps {
  readonly propertyId: string;
  readonly count: number;
  readonly at: string;
}

function createGapCounts({ database }: RowParts) {
  return {
    addGapsBySync: prepareChange(database, (given: FoundGaps) =>
      database
        .updateTable('sync_state')
        .set({ gaps_by_sync: sql<number>`gaps_by_sync + ${given.count}`, last_gap_by_sync_at: given.at })
        .where('property_id', '=', given.propertyId),
    ),
    addGapsBySweep: prepareChange(database, (given: FoundGaps) =>
      database
        .updateTable('sync_state')
        .set({ gaps_by_sweep: sql<number>`gaps_by_sweep + ${given.count}`, last_gap_by_sweep_at: given.at })
        .where('property_id', '=', given.propertyId),
    ),
  };
}

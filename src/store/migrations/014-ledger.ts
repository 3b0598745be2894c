import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Engine } from '../engine.ts';

/** How far each property is followed, what nobody announced, what was found to differ, and what the hotel was told of. */
export function createLedgerMigration(engine: Engine): Migration {
  return {
    async up(database: Kysely<unknown>) {
      for (const step of [addSyncStates, addUnannounced, addQuietGaps, addDrift, addAppErrors]) {
        await step(database, engine);
      }
    },
  };
}

async function addSyncStates({ schema }: Kysely<unknown>, engine: Engine): Promise<void> {
  await engine
    .keepByKey(schema.createTable('sync_state'))
    .addColumn('property_id', 'text', (column) => column.primaryKey())
    .addColumn('watched_since', 'text', (column) => column.notNull())
    .addColumn('last_event_at', 'text')
    .addColumn('unsynced_since', 'text')
    .addColumn('last_synced_at', 'text')
    .addColumn('last_swept_at', 'text')
    .addColumn('silent_since', 'text')
    .addColumn('gaps_by_sync', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('last_gap_by_sync_at', 'text')
    .addColumn('gaps_by_sweep', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('last_gap_by_sweep_at', 'text')
    .execute();
}

async function addUnannounced({ schema }: Kysely<unknown>, engine: Engine): Promise<void> {
  await engine
    .keepByKey(schema.createTable('unannounced_change'))
    .addColumn('property_id', 'text', (column) => column.notNull())
    .addColumn('reservation_id', 'text', (column) => column.notNull())
    .addColumn('guest_id', 'text', (column) => column.notNull())
    .addColumn('found_by', 'text', (column) => column.notNull())
    .addColumn('found_at', 'text', (column) => column.notNull())
    .addColumn('announced_since', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('unannounced_change_key', ['property_id', 'reservation_id', 'guest_id'])
    .execute();
}

async function addQuietGaps({ schema }: Kysely<unknown>, engine: Engine): Promise<void> {
  await engine
    .keepByKey(schema.createTable('quiet_gap'))
    .addColumn('property_id', 'text', (column) => column.notNull())
    .addColumn('until', 'text', (column) => column.notNull())
    .addColumn('since', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('quiet_gap_key', ['property_id', 'until'])
    .execute();
}

/** Field names, counts and instants: nothing of the guest. */
async function addDrift({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable('write_back').addColumn('drift', 'text').execute();
}

async function addAppErrors({ schema }: Kysely<unknown>, engine: Engine): Promise<void> {
  await engine
    .keepByKey(schema.createTable('app_error'))
    .addColumn('property_id', 'text', (column) => column.notNull())
    .addColumn('cause', 'text', (column) => column.notNull())
    .addColumn('about', 'text', (column) => column.notNull())
    .addColumn('reservation_id', 'text')
    .addColumn('opened_at', 'text', (column) => column.notNull())
    .addColumn('last_seen_at', 'text', (column) => column.notNull())
    .addColumn('told_at', 'text')
    .addColumn('error_id', 'text')
    .addPrimaryKeyConstraint('app_error_key', ['property_id', 'cause', 'about'])
    .execute();
}

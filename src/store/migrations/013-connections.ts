import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Engine } from '../engine.ts';

/** What opens the PMS, which properties each credential opens, and addresses on their way out. */
export function createConnectionsMigration(engine: Engine): Migration {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema
        .createTable('connection')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('sealed_credential', engine.bytesType, (column) => column.notNull())
        .addColumn('key_digest', engine.bytesType, (column) => column.unique())
        .addColumn('generation', 'integer', (column) => column.notNull())
        .addColumn('api_url', 'text')
        .addColumn('client_id', 'text')
        .addColumn('refresh_started_at', 'text')
        .addColumn('added_at', 'text', (column) => column.notNull())
        .execute();
      await schema
        .createTable('connected_property')
        .addColumn('property_id', 'text', (column) => column.primaryKey())
        .addColumn('connection_id', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('reason', 'text')
        .addColumn('since', 'text', (column) => column.notNull())
        .addColumn('probes', 'integer', (column) => column.notNull())
        .addColumn('next_probe_at', 'text')
        .execute();
      await schema
        .createIndex('connected_property_by_connection')
        .on('connected_property')
        .column('connection_id')
        .execute();
      await schema
        .createTable('connect_flow')
        .addColumn('state_digest', engine.bytesType, (column) => column.primaryKey())
        .addColumn('session_id', 'text', (column) => column.notNull())
        .addColumn('expires_at', 'text', (column) => column.notNull())
        .execute();
      await schema
        .createTable('former_webhook_secret')
        .addColumn('secret_digest', engine.bytesType, (column) => column.primaryKey())
        .addColumn('property_id', 'text', (column) => column.notNull())
        .addColumn('sealed_secret', engine.bytesType, (column) => column.notNull())
        .addColumn('answered_until', 'text')
        .execute();
    },
  };
}

import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Engine } from '../engine.ts';

/** What somebody has to be told of, and who was told. */
export function createAlertsMigration(engine: Engine): Migration {
  return {
    async up({ schema }: Kysely<unknown>) {
      await engine
        .addNumber(schema.createTable('alert'))
        .addColumn('id', 'text', (column) => column.notNull().unique())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('property_id', 'text', (column) => column.notNull())
        .addColumn('about', 'text', (column) => column.notNull())
        .addColumn('facts', 'text', (column) => column.notNull())
        .addColumn('opened_at', 'text', (column) => column.notNull())
        .addColumn('last_seen_at', 'text', (column) => column.notNull())
        .addColumn('settled_at', 'text')
        .addColumn('acknowledged_at', 'text')
        .addColumn('sealed_acknowledged_by', engine.bytesType)
        .execute();
      // Of one cause at most one is open.
      await schema
        .createIndex('alert_open')
        .unique()
        .on('alert')
        .columns(['kind', 'property_id', 'about'])
        .where(sql.ref('settled_at'), 'is', null)
        .execute();
      await schema
        .createTable('alert_delivery')
        .addColumn('alert_id', 'text', (column) => column.notNull())
        .addColumn('phase', 'text', (column) => column.notNull())
        .addColumn('target', 'text', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('alert_delivery_key', ['alert_id', 'phase', 'target'])
        .execute();
    },
  };
}

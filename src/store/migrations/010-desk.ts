import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Engine } from '../engine.ts';

/** Staff's notes, and who looks after whom. */
export function createDeskMigration(engine: Engine): Migration {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema
        .createTable('guest_note')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('property_id', 'text', (column) => column.notNull())
        .addColumn('guest_id', 'text', (column) => column.notNull())
        .addColumn('created_at', 'text', (column) => column.notNull())
        .addColumn('sealed_note', engine.bytesType, (column) => column.notNull())
        .execute();
      await schema
        .createIndex('guest_note_by_guest')
        .on('guest_note')
        .columns(['property_id', 'guest_id', 'created_at'])
        .execute();
      await engine
        .keepByKey(schema.createTable('assignment'))
        .addColumn('property_id', 'text', (column) => column.notNull())
        .addColumn('reservation_id', 'text', (column) => column.notNull())
        .addColumn('guest_id', 'text', (column) => column.notNull())
        .addColumn('assignee_id', 'text', (column) => column.notNull())
        .addColumn('assigned_at', 'text', (column) => column.notNull())
        .addColumn('sealed_name', engine.bytesType, (column) => column.notNull())
        .addPrimaryKeyConstraint('assignment_key', ['property_id', 'reservation_id', 'guest_id'])
        .execute();
    },
  };
}

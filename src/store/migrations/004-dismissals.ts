import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Engine } from '../engine.ts';

/** What people said of matches with watchlists. */
export function createDismissalsMigration(engine: Engine): Migration {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema
        .createTable('dismissal')
        .addColumn('property_id', 'text', (column) => column.notNull())
        .addColumn('person_digest', engine.bytesType, (column) => column.notNull())
        .addColumn('list_id', 'text', (column) => column.notNull())
        .addColumn('entry_id', 'text', (column) => column.notNull())
        .addColumn('guest_id', 'text', (column) => column.notNull())
        .addColumn('valid_until', 'text')
        .addColumn('sealed_dismissal', engine.bytesType, (column) => column.notNull())
        .addPrimaryKeyConstraint('dismissal_key', ['property_id', 'person_digest', 'list_id', 'entry_id'])
        .execute();
      await schema.createIndex('dismissal_by_guest').on('dismissal').columns(['property_id', 'guest_id']).execute();
    },
  };
}

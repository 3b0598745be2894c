import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Bans that one person proposes and another approves. What stood on the list before stays active. */
export function createHouseListMigration(): Migration {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema
        .alterTable('house_list_entry')
        .addColumn('state', 'text', (column) => column.notNull().defaultTo('active'))
        .execute();
      await schema
        .createIndex('house_list_entry_by_state')
        .on('house_list_entry')
        .columns(['property_id', 'state', 'created_at', 'no'])
        .execute();
    },
  };
}

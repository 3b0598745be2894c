import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * When a property's set-up was looked at, and what its guest fields are called: a start need not ask for either again. And
 * whether a 401 is still to be confirmed.
 */
export function createSetUpMigration(): Migration {
  return {
    async up({ schema }: Kysely<unknown>) {
      for (const column of [
        'set_up_mark',
        'set_up_at',
        'guest_fields',
        'guest_fields_at',
        'doubted_since',
        'doubt_ended_at',
      ]) {
        await schema.alterTable('connected_property').addColumn(column, 'text').execute();
      }
    },
  };
}

import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Which connections a property was taken from since the PMS last took one: none of them takes it back by itself. */
export function createRefusedByMigration(): Migration {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema.alterTable('connected_property').addColumn('refused_by', 'text').execute();
    },
  };
}

import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Forms are counted over a time, from the index alone. */
export function createFiguresMigration(): Migration {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema
        .createIndex('guest_form_by_opened')
        .on('guest_form')
        .columns(['property_id', 'opened_at', 'submitted_at'])
        .execute();
    },
  };
}

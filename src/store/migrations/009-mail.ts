import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Which mails about forms went out, and who wants no more. */
export function createMailMigration(): Migration {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema
        .createTable('form_mail')
        .addColumn('form_id', 'text', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('no', 'integer', (column) => column.notNull())
        .addColumn('generation', 'integer', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('form_mail_key', ['form_id', 'kind', 'no'])
        .execute();
      await schema
        .createTable('mail_stop')
        .addColumn('form_id', 'text', (column) => column.primaryKey())
        .addColumn('at', 'text', (column) => column.notNull())
        .execute();
    },
  };
}

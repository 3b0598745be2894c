import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Engine } from '../engine.ts';

/** Guests' forms. */
export function createFormsMigration(engine: Engine): Migration {
  return {
    async up(database: Kysely<unknown>) {
      await addForms(database, engine);
      await addFormParts(database, engine);
    },
  };
}

async function addForms({ schema }: Kysely<unknown>, engine: Engine): Promise<void> {
  await engine
    .addNumber(schema.createTable('guest_form'))
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('property_id', 'text', (column) => column.notNull())
    .addColumn('reservation_id', 'text', (column) => column.notNull())
    .addColumn('guest_id', 'text')
    .addColumn('host_form_id', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('generation', 'integer', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('token_digest', engine.bytesType, (column) => column.notNull().unique())
    .addColumn('needed', 'text', (column) => column.notNull())
    .addColumn('language', 'text')
    .addColumn('opened_at', 'text', (column) => column.notNull())
    .addColumn('submitted_at', 'text')
    .addColumn('delivery', 'text', (column) => column.notNull())
    .addColumn('delivered_at', 'text')
    .addColumn('refusal', 'text')
    .addColumn('person_asked_at', 'text')
    .addColumn('wrong_factors', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('wrong_factors_since', 'text')
    .addColumn('sealed_content', engine.bytesType, (column) => column.notNull())
    .addUniqueConstraint('guest_form_key', ['property_id', 'reservation_id', 'guest_id'])
    .execute();
  await schema.createIndex('guest_form_by_guest').on('guest_form').columns(['property_id', 'guest_id']).execute();
  await schema
    .createIndex('guest_form_by_person_asked')
    .on('guest_form')
    .columns(['property_id', 'person_asked_at'])
    .where(sql<boolean>`person_asked_at is not null`)
    .execute();
}

async function addFormParts({ schema }: Kysely<unknown>, engine: Engine): Promise<void> {
  await schema
    .createTable('form_document')
    .addColumn('form_id', 'text', (column) => column.primaryKey())
    .addColumn('sealed_document', engine.bytesType, (column) => column.notNull())
    .execute();
  await schema
    .createTable('form_desk_link')
    .addColumn('token_digest', engine.bytesType, (column) => column.primaryKey())
    .addColumn('form_id', 'text', (column) => column.notNull())
    .addColumn('valid_until', 'text', (column) => column.notNull())
    .addColumn('sealed_actor', engine.bytesType, (column) => column.notNull())
    .execute();
  await schema.createIndex('form_desk_link_by_form').on('form_desk_link').column('form_id').execute();
}

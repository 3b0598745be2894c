import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Engine } from '../engine.ts';

/** What checks remember: answers that may stand for others, what was spent, and questions whose answers come later. */
export function createChecksMigration(engine: Engine): Migration {
  return {
    async up(database: Kysely<unknown>) {
      for (const step of [addKeptAnswers, addSpending, addPendingChecks, addCallbacks]) await step(database, engine);
    },
  };
}

async function addKeptAnswers({ schema }: Kysely<unknown>, engine: Engine): Promise<void> {
  await schema
    .createTable('kept_answer')
    .addColumn('question_key', 'text', (column) => column.primaryKey())
    .addColumn('property_id', 'text', (column) => column.notNull())
    .addColumn('provider_id', 'text', (column) => column.notNull())
    .addColumn('guest_id', 'text')
    .addColumn('valid_until', 'text', (column) => column.notNull())
    .addColumn('sealed_finding', engine.bytesType, (column) => column.notNull())
    .execute();
  await schema.createIndex('kept_answer_by_guest').on('kept_answer').columns(['property_id', 'guest_id']).execute();
  await schema.createIndex('kept_answer_by_age').on('kept_answer').column('valid_until').execute();
}

async function addSpending({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('spending')
    .addColumn('property_id', 'text', (column) => column.notNull())
    .addColumn('provider_id', 'text', (column) => column.notNull())
    .addColumn('month', 'text', (column) => column.notNull())
    .addColumn('minor_units', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('spending_key', ['property_id', 'provider_id', 'month'])
    .execute();
}

async function addPendingChecks({ schema }: Kysely<unknown>, engine: Engine): Promise<void> {
  await schema
    .createTable('pending_check')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('property_id', 'text', (column) => column.notNull())
    .addColumn('provider_id', 'text', (column) => column.notNull())
    .addColumn('guest_id', 'text', (column) => column.notNull())
    .addColumn('screening_id', 'text', (column) => column.notNull())
    .addColumn('reference_digest', engine.bytesType, (column) => column.notNull())
    .addColumn('question_key', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('asked_at', 'text', (column) => column.notNull())
    .addColumn('overdue_at', 'text', (column) => column.notNull())
    .addColumn('next_poll_at', 'text')
    .addColumn('sealed_question', engine.bytesType, (column) => column.notNull())
    .addUniqueConstraint('pending_check_key', ['property_id', 'provider_id', 'reference_digest'])
    .execute();
  await schema.createIndex('pending_check_by_question').on('pending_check').column('question_key').execute();
  await schema.createIndex('pending_check_by_guest').on('pending_check').columns(['property_id', 'guest_id']).execute();
  await schema.createIndex('pending_check_by_age').on('pending_check').column('asked_at').execute();
}

async function addCallbacks({ schema }: Kysely<unknown>, engine: Engine): Promise<void> {
  await schema
    .createTable('provider_callback')
    .addColumn('property_id', 'text', (column) => column.notNull())
    .addColumn('provider_id', 'text', (column) => column.notNull())
    .addColumn('event_digest', engine.bytesType, (column) => column.notNull())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('provider_callback_key', ['property_id', 'provider_id', 'event_digest'])
    .execute();
  await schema.createIndex('provider_callback_by_age').on('provider_callback').column('received_at').execute();
  await schema
    .createTable('early_answer')
    .addColumn('property_id', 'text', (column) => column.notNull())
    .addColumn('provider_id', 'text', (column) => column.notNull())
    .addColumn('reference_digest', engine.bytesType, (column) => column.notNull())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addColumn('sealed_finding', engine.bytesType, (column) => column.notNull())
    .addPrimaryKeyConstraint('early_answer_key', ['property_id', 'provider_id', 'reference_digest'])
    .execute();
  await schema.createIndex('early_answer_by_age').on('early_answer').column('received_at').execute();
}

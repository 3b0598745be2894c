import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Engine } from '../engine.ts';

/** What policies ask of the past: screenings by age, and verifications that people withdrew. */
export function createPolicyMigration(engine: Engine): Migration {
  return {
    async up(database: Kysely<unknown>) {
      await addScreeningsByAge(database);
      await addWithdrawals(database, engine);
    },
  };
}

async function addScreeningsByAge({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createIndex('screening_by_age')
    .on('screening')
    .columns(['property_id', 'created_at', 'id'])
    .where(sql<boolean>`is_current = 1`)
    .execute();
}

async function addWithdrawals({ schema }: Kysely<unknown>, engine: Engine): Promise<void> {
  await engine
    .addNumber(schema.createTable('withdrawal'))
    .addColumn('subject_no', 'integer', (column) => column.notNull().references('subject.no'))
    .addColumn('screening_id', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('sealed_withdrawal', engine.bytesType, (column) => column.notNull())
    .execute();
  await schema.createIndex('withdrawal_by_subject').on('withdrawal').column('subject_no').execute();
}

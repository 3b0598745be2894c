import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Indexes for what is asked often of many stays; and how far the taking of stock has come. */
export function createScaleMigration(): Migration {
  return {
    async up(database: Kysely<unknown>) {
      await addWalk(database);
      await addCounts(database);
      await addReviews(database);
      await addAudit(database);
      await addStockTaking(database);
    },
  };
}

/** A property's subjects in their order: of a walk over all of them no part costs more than another. */
async function addWalk({ schema }: Kysely<unknown>): Promise<void> {
  await schema.createIndex('subject_by_property').on('subject').columns(['property_id', 'no']).execute();
}

/** How it stands with those who arrive is counted and ranked from the index alone. */
async function addCounts({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createIndex('screening_by_arrival')
    .on('screening')
    .columns(['property_id', 'arrives_on', 'status', 'shown_outcome', 'subject_no'])
    .where(sql<boolean>`is_current = 1`)
    .execute();
}

/** Few: those about whom nobody has decided. Queries that say the same, word for word, follow it; see awaits-decision.ts. */
async function addReviews({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createIndex('screening_to_review')
    .on('screening')
    .columns(['property_id', 'arrives_on', 'id'])
    .where(
      sql<boolean>`is_current = 1 and decision is null and (shown_outcome in ('flagged', 'review') or status = 'failed')`,
    )
    .execute();
}

async function addAudit({ schema }: Kysely<unknown>): Promise<void> {
  await schema.createIndex('audit_entry_by_action').on('audit_entry').columns(['action', 'no']).execute();
  await schema.createIndex('audit_entry_by_age').on('audit_entry').columns(['at', 'no']).execute();
}

async function addStockTaking({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('stock_taking')
    .addColumn('property_id', 'text', (column) => column.primaryKey())
    .addColumn('basis', 'text', (column) => column.notNull())
    .addColumn('step', 'text', (column) => column.notNull())
    .addColumn('after_no', 'integer', (column) => column.notNull())
    .execute();
}

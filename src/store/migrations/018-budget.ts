import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Engine } from '../engine.ts';

/** Jobs by property, so that those of one key go by turns; and the slots of each key's request budget, for all processes. */
export function createBudgetMigration(engine: Engine): Migration {
  return {
    async up(database: Kysely<unknown>) {
      const { schema } = database;
      await schema
        .alterTable('job')
        .addColumn('property_id', 'text', (column) => column.notNull().defaultTo(''))
        .execute();
      await sql`update job set property_id = coalesce(${engine.jsonText(sql.ref('payload'), 'propertyId')}, '')`.execute(
        database,
      );
      await schema
        .createIndex('job_by_turns')
        .on('job')
        .columns(['kind', 'urgency', 'property_id', 'run_at', 'no'])
        .where(sql<boolean>`state = 'waiting'`)
        .execute();
      const slots = schema
        .createTable('request_slot')
        .addColumn('key_digest', engine.bytesType, (column) => column.notNull())
        .addColumn('slot', 'integer', (column) => column.notNull())
        .addColumn('free_at_ms', 'integer', (column) => column.notNull().defaultTo(0))
        .addColumn('rests_until_ms', 'integer', (column) => column.notNull().defaultTo(0))
        .addPrimaryKeyConstraint('request_slot_key', ['key_digest', 'slot']);
      await engine.keepByKey(slots).execute();
    },
  };
}

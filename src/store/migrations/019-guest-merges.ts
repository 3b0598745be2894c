import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Engine } from '../engine.ts';

/** Under which id merged guests live on; and a job for each day on which what people said of matches ends. */
export function createGuestMergesMigration(engine: Engine): Migration {
  return {
    async up(database: Kysely<unknown>) {
      const { schema } = database;
      await engine
        .keepByKey(schema.createTable('merged_guest'))
        .addColumn('property_id', 'text', (column) => column.notNull())
        .addColumn('guest_id', 'text', (column) => column.notNull())
        .addColumn('into_id', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('merged_guest_key', ['property_id', 'guest_id'])
        .execute();
      await schema.createIndex('merged_guest_into').on('merged_guest').columns(['property_id', 'into_id']).execute();
      await enqueueEnds(database);
    },
  };
}

/** Too soon does no harm: the job looks at the property's calendar and waits for its day. */
async function enqueueEnds(database: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ propertyId: string; lastDay: string }>`
    select distinct property_id as "propertyId", valid_until as "lastDay" from dismissal where valid_until is not null
  `.execute(database);
  for (const { propertyId, lastDay } of rows) {
    const payload = JSON.stringify({ lastDay, propertyId });
    await sql`
      insert into job (kind, payload, property_id, urgency, run_at, state, attempt, takeovers, generation)
      values ('end-dismissals', ${payload}, ${propertyId}, 50, ${`${lastDay}T10:00:00.000Z`}, 'waiting', 0, 0, 0)
      on conflict do nothing
    `.execute(database);
  }
}

import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Engine } from '../engine.ts';

/** All tables of the first release. Never edited once released: what comes later is another migration. */
export function createFirstMigration(engine: Engine): Migration {
  return {
    async up(database: Kysely<unknown>) {
      const steps = [addKeyCheck, addProperties, addEvents, addSubjects, addScreenings, addTimeline];
      for (const step of [...steps, addWriteBacks, addHouseList, addJobs]) await step(database, engine);
    },
  };
}

async function addKeyCheck({ schema }: Kysely<unknown>, engine: Engine): Promise<void> {
  await schema
    .createTable('key_check')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('digest', engine.bytesType, (column) => column.notNull())
    .execute();
}

async function addProperties({ schema }: Kysely<unknown>, engine: Engine): Promise<void> {
  await schema
    .createTable('property')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('time_zone', 'text', (column) => column.notNull())
    .addColumn('webhook_secret', engine.bytesType, (column) => column.notNull())
    .addColumn('webhook_secret_digest', engine.bytesType, (column) => column.notNull().unique())
    .addColumn('synced_through', 'text')
    .addColumn('last_sync_started_at', 'text')
    .execute();
}

async function addEvents({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('event')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('property_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('guest_id', 'text')
    .addColumn('reservation_id', 'text')
    .addColumn('received_at', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('event_by_age').on('event').column('received_at').execute();
}

async function addSubjects({ schema }: Kysely<unknown>, engine: Engine): Promise<void> {
  await engine
    .addNumber(schema.createTable('subject'))
    .addColumn('property_id', 'text', (column) => column.notNull())
    .addColumn('reservation_id', 'text', (column) => column.notNull())
    .addColumn('guest_id', 'text', (column) => column.notNull())
    .addColumn('reservation_status', 'text', (column) => column.notNull())
    .addColumn('is_active', 'integer', (column) => column.notNull())
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('arrives_on', 'text', (column) => column.notNull())
    .addColumn('departs_on', 'text', (column) => column.notNull())
    .addColumn('sealed_fields', engine.bytesType, (column) => column.notNull())
    .addColumn('search_digests', engine.bytesType, (column) => column.notNull())
    .addUniqueConstraint('subject_key', ['property_id', 'reservation_id', 'guest_id'])
    .execute();
  await schema.createIndex('subject_by_guest').on('subject').columns(['property_id', 'guest_id']).execute();
  await engine
    .keepByKey(schema.createTable('subject_search'))
    .addColumn('property_id', 'text', (column) => column.notNull())
    .addColumn('digest', engine.bytesType, (column) => column.notNull())
    .addColumn('subject_no', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('subject_search_key', ['property_id', 'digest', 'subject_no'])
    .execute();
}

async function addScreenings({ schema }: Kysely<unknown>, engine: Engine): Promise<void> {
  await schema
    .createTable('screening')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('subject_no', 'integer', (column) => column.notNull().references('subject.no'))
    .addColumn('is_current', 'integer', (column) => column.notNull())
    .addColumn('property_id', 'text', (column) => column.notNull())
    .addColumn('arrives_on', 'text', (column) => column.notNull())
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text')
    .addColumn('decision', 'text')
    .addColumn('shown_outcome', 'text')
    .addColumn('policy_name', 'text')
    .addColumn('policy_version', 'text')
    .addColumn('sealed_findings', engine.bytesType)
    .addColumn('sealed_decision', engine.bytesType)
    .addColumn('decided_at', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .execute();
  const isCurrent = sql<boolean>`is_current = 1`;
  await schema.createIndex('screening_by_subject').on('screening').column('subject_no').execute();
  await schema
    .createIndex('screening_current')
    .unique()
    .on('screening')
    .column('subject_no')
    .where(isCurrent)
    .execute();
  for (const filter of [[], ['status'], ['shown_outcome']]) {
    await schema
      .createIndex(['screening_list', ...filter].join('_by_'))
      .on('screening')
      .columns(['property_id', ...filter, 'arrives_on', 'id'])
      .where(isCurrent)
      .execute();
  }
}

async function addTimeline({ schema }: Kysely<unknown>, engine: Engine): Promise<void> {
  await engine
    .addNumber(schema.createTable('timeline'))
    .addColumn('subject_no', 'integer', (column) => column.notNull().references('subject.no'))
    .addColumn('screening_id', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('sealed_actor', engine.bytesType, (column) => column.notNull())
    .execute();
  await schema.createIndex('timeline_by_subject').on('timeline').columns(['subject_no', 'at', 'no']).execute();
}

async function addWriteBacks({ schema }: Kysely<unknown>, engine: Engine): Promise<void> {
  await schema
    .createTable('write_back')
    .addColumn('property_id', 'text', (column) => column.notNull())
    .addColumn('guest_id', 'text', (column) => column.notNull())
    .addColumn('screening_id', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('note_id', 'text')
    .addColumn('request_id', 'text')
    .addColumn('sealed_written', engine.bytesType, (column) => column.notNull())
    .addPrimaryKeyConstraint('write_back_key', ['property_id', 'guest_id'])
    .execute();
}

async function addHouseList({ schema }: Kysely<unknown>, engine: Engine): Promise<void> {
  await engine
    .addNumber(schema.createTable('house_list_entry'))
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('property_id', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('valid_until', 'text')
    .addColumn('sealed_entry', engine.bytesType, (column) => column.notNull())
    .execute();
  await schema
    .createIndex('house_list_entry_by_age')
    .on('house_list_entry')
    .columns(['property_id', 'created_at', 'no'])
    .execute();
  await engine
    .keepByKey(schema.createTable('house_list_key'))
    .addColumn('property_id', 'text', (column) => column.notNull())
    .addColumn('digest', engine.bytesType, (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('entry_no', 'integer', (column) =>
      column.notNull().references('house_list_entry.no').onDelete('cascade'),
    )
    .addPrimaryKeyConstraint('house_list_key_key', ['property_id', 'digest', 'kind', 'entry_no'])
    .execute();
  await schema.createIndex('house_list_key_by_entry').on('house_list_key').column('entry_no').execute();
}

async function addJobs({ schema }: Kysely<unknown>, engine: Engine): Promise<void> {
  await engine
    .addNumber(schema.createTable('job'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('urgency', 'integer', (column) => column.notNull())
    .addColumn('run_at', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempt', 'integer', (column) => column.notNull())
    .addColumn('takeovers', 'integer', (column) => column.notNull())
    .addColumn('generation', 'integer', (column) => column.notNull())
    .addColumn('lease_until', 'text')
    .addColumn('error_code', 'text')
    .addColumn('buried_at', 'text')
    .execute();
  const isWaiting = sql<boolean>`state = 'waiting'`;
  const isRunning = sql<boolean>`state = 'running'`;
  const isBuried = sql<boolean>`state = 'buried'`;
  // At most one of each key waits, and at most one runs.
  await schema.createIndex('job_waiting').unique().on('job').columns(['kind', 'payload']).where(isWaiting).execute();
  await schema.createIndex('job_running').unique().on('job').columns(['kind', 'payload']).where(isRunning).execute();
  await schema
    .createIndex('job_to_claim')
    .on('job')
    .columns(['kind', 'urgency', 'run_at', 'no'])
    .where(isWaiting)
    .execute();
  await schema.createIndex('job_due').on('job').columns(['kind', 'run_at']).where(isWaiting).execute();
  await schema.createIndex('job_lease').on('job').column('lease_until').where(isRunning).execute();
  await schema.createIndex('job_buried').on('job').column('no').where(isBuried).execute();
}

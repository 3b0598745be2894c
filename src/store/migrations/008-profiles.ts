import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Engine } from '../engine.ts';

/** Who people are over their stays, and what stays came to in numbers. */
export function createProfilesMigration(engine: Engine): Migration {
  return {
    async up(database: Kysely<unknown>) {
      for (const step of [addProfiles, addMembers, addKeys, addNotes, addLinks, addMerges, addStatistics]) {
        await step(database, engine);
      }
    },
  };
}

async function addProfiles({ schema }: Kysely<unknown>, engine: Engine): Promise<void> {
  await engine
    .addNumber(schema.createTable('profile'))
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('parent_no', 'integer')
    .addColumn('root_no', 'integer')
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute();
  const isShown = sql<boolean>`root_no is null`;
  const isMerged = sql<boolean>`root_no is not null`;
  await schema.createIndex('profile_shown').on('profile').columns(['scope', 'no']).where(isShown).execute();
  await schema.createIndex('profile_by_root').on('profile').column('root_no').where(isMerged).execute();
  await schema.createIndex('profile_by_parent').on('profile').column('parent_no').where(isMerged).execute();
}

async function addMembers({ schema }: Kysely<unknown>, engine: Engine): Promise<void> {
  await engine
    .addNumber(schema.createTable('profile_member'))
    .addColumn('profile_no', 'integer', (column) => column.notNull().references('profile.no'))
    .addColumn('property_id', 'text', (column) => column.notNull())
    .addColumn('guest_id', 'text')
    .addColumn('because', 'text', (column) => column.notNull())
    .addColumn('since', 'text', (column) => column.notNull())
    .addColumn('is_forgotten', 'integer', (column) => column.notNull())
    .addColumn('birth_digest', engine.bytesType)
    .addColumn('key_digests', engine.bytesType, (column) => column.notNull())
    .addColumn('sealed_person', engine.bytesType)
    .execute();
  const isGuest = sql<boolean>`guest_id is not null`;
  const isGiven = sql<boolean>`guest_id is null`;
  await schema
    .createIndex('profile_member_guest')
    .unique()
    .on('profile_member')
    .columns(['property_id', 'guest_id'])
    .where(isGuest)
    .execute();
  await schema.createIndex('profile_member_given').on('profile_member').column('no').where(isGiven).execute();
  await schema.createIndex('profile_member_by_profile').on('profile_member').column('profile_no').execute();
}

async function addKeys({ schema }: Kysely<unknown>, engine: Engine): Promise<void> {
  for (const table of ['profile_key', 'profile_search'] as const) {
    await engine
      .keepByKey(schema.createTable(table))
      .addColumn('scope', 'text', (column) => column.notNull())
      .addColumn('digest', engine.bytesType, (column) => column.notNull())
      .addColumn('member_no', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint(`${table}_key`, ['scope', 'digest', 'member_no'])
      .execute();
  }
  await schema.createIndex('profile_search_by_member').on('profile_search').column('member_no').execute();
}

async function addNotes({ schema }: Kysely<unknown>, engine: Engine): Promise<void> {
  await engine
    .addNumber(schema.createTable('profile_note'))
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('profile_no', 'integer', (column) => column.notNull().references('profile.no'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('withdrawn_at', 'text')
    .addColumn('sealed_note', engine.bytesType, (column) => column.notNull())
    .execute();
  await schema.createIndex('profile_note_by_profile').on('profile_note').column('profile_no').execute();
  await schema
    .createIndex('profile_warning')
    .on('profile_note')
    .column('profile_no')
    .where(sql<boolean>`kind = 'warning' and withdrawn_at is null`)
    .execute();
}

async function addLinks({ schema }: Kysely<unknown>, engine: Engine): Promise<void> {
  await engine
    .addNumber(schema.createTable('profile_link'))
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('one_no', 'integer', (column) => column.notNull().references('profile.no'))
    .addColumn('other_no', 'integer', (column) => column.notNull().references('profile.no'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('sealed_link', engine.bytesType, (column) => column.notNull())
    .execute();
  for (const side of ['one_no', 'other_no']) {
    await schema.createIndex(`profile_link_by_${side}`).on('profile_link').column(side).execute();
  }
}

async function addMerges({ schema }: Kysely<unknown>, engine: Engine): Promise<void> {
  await engine
    .addNumber(schema.createTable('profile_merge'))
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('from_no', 'integer', (column) => column.notNull().references('profile.no'))
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('undone_at', 'text')
    .addColumn('sealed_merge', engine.bytesType, (column) => column.notNull())
    .execute();
  await schema.createIndex('profile_merge_by_from').on('profile_merge').column('from_no').execute();
  await engine
    .keepByKey(schema.createTable('profile_apart'))
    .addColumn('one_no', 'integer', (column) => column.notNull())
    .addColumn('other_no', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('sealed_said', engine.bytesType, (column) => column.notNull())
    .addPrimaryKeyConstraint('profile_apart_key', ['one_no', 'other_no'])
    .execute();
  await schema.createIndex('profile_apart_by_other').on('profile_apart').column('other_no').execute();
}

async function addStatistics({ schema }: Kysely<unknown>, engine: Engine): Promise<void> {
  await engine
    .keepByKey(schema.createTable('statistic'))
    .addColumn('property_id', 'text', (column) => column.notNull())
    .addColumn('dimension', 'text', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('stays', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('statistic_key', ['property_id', 'dimension', 'period', 'value', 'outcome'])
    .execute();
  await schema
    .createTable('counted_stay')
    .addColumn('subject_no', 'integer', (column) => column.primaryKey().references('subject.no'))
    .addColumn('sealed_facts', engine.bytesType)
    .execute();
}

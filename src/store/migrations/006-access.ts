import type { CreateTableBuilder, Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Engine } from '../engine.ts';

/** Who may what, and who did. */
export function createAccessMigration(engine: Engine): Migration {
  return {
    async up(database: Kysely<unknown>) {
      await addUsers(database, engine);
      await addSessions(database, engine);
      await addTokens(database, engine);
      await addAudit(database, engine);
      await addPassing(database, engine);
    },
  };
}

async function addUsers({ schema }: Kysely<unknown>, engine: Engine): Promise<void> {
  await engine
    .addNumber(schema.createTable('app_user'))
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('email_digest', engine.bytesType, (column) => column.notNull().unique())
    .addColumn('oidc_digest', engine.bytesType, (column) => column.unique())
    .addColumn('sealed_user', engine.bytesType, (column) => column.notNull())
    .execute();
  await addTexts(schema.createTable('sign_in_link'), ['user_id', 'purpose', 'expires_at'])
    .addColumn('id', 'text', (column) => column.primaryKey())
    .execute();
  await schema.createIndex('sign_in_link_by_user').on('sign_in_link').column('user_id').execute();
}

async function addSessions({ schema }: Kysely<unknown>, engine: Engine): Promise<void> {
  await addTexts(schema.createTable('user_session'), ['stage', 'started_at', 'last_seen_at', 'expires_at'])
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('secret_digest', engine.bytesType, (column) => column.notNull().unique())
    .addColumn('user_id', 'text')
    .addColumn('sealed_user_agent', engine.bytesType)
    .execute();
  await schema.createIndex('user_session_by_user').on('user_session').column('user_id').execute();
}

async function addTokens({ schema }: Kysely<unknown>, engine: Engine): Promise<void> {
  await engine
    .addNumber(schema.createTable('api_token'))
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('secret_digest', engine.bytesType, (column) => column.notNull().unique())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('last_used_at', 'text')
    .addColumn('sealed_token', engine.bytesType, (column) => column.notNull())
    .execute();
}

async function addAudit({ schema }: Kysely<unknown>, engine: Engine): Promise<void> {
  await addTexts(engine.addNumber(schema.createTable('audit_entry')), ['at', 'action', 'actor_kind', 'actor_id'])
    .addColumn('property_id', 'text')
    .addColumn('object_id', 'text')
    .addColumn('sealed_facts', engine.bytesType, (column) => column.notNull())
    .execute();
  await schema.createIndex('audit_entry_by_property').on('audit_entry').columns(['property_id', 'no']).execute();
  await schema.createIndex('audit_entry_by_actor').on('audit_entry').columns(['actor_id', 'no']).execute();
}

/** What holds for hours. */
async function addPassing({ schema }: Kysely<unknown>, engine: Engine): Promise<void> {
  await schema
    .createTable('sign_in_throttle')
    .addColumn('key_digest', engine.bytesType, (column) => column.primaryKey())
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('last_at', 'text', (column) => column.notNull())
    .addColumn('locked_until', 'text')
    .execute();
  await schema
    .createTable('kept_request')
    .addColumn('key_digest', engine.bytesType, (column) => column.primaryKey())
    .addColumn('fingerprint', engine.bytesType, (column) => column.notNull())
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('sealed_answer', engine.bytesType)
    .execute();
  await schema.createIndex('kept_request_by_age').on('kept_request').column('started_at').execute();
  await schema
    .createTable('oidc_flow')
    .addColumn('state_digest', engine.bytesType, (column) => column.primaryKey())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('sealed_flow', engine.bytesType, (column) => column.notNull())
    .execute();
}

function addTexts<Table extends string, Column extends string>(
  table: CreateTableBuilder<Table, Column>,
  names: readonly string[],
): CreateTableBuilder<Table, Column> {
  return names.reduce((built, name) => built.addColumn(name as Column, 'text', (column) => column.notNull()), table);
}

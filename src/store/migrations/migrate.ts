import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Engine } from '../engine.ts';
import type { Tables } from '../tables.ts';
import { createFirstMigration } from './001-first.ts';
import { createChecksMigration } from './002-checks.ts';
import { createDismissalsMigration } from './004-dismissals.ts';
import { createFormsMigration } from './005-forms.ts';
import { createAccessMigration } from './006-access.ts';
import { createHouseListMigration } from './007-house-list.ts';
import { createDeskMigration } from './010-desk.ts';
import { createFiguresMigration } from './012-figures.ts';
import { createMailMigration } from './009-mail.ts';
import { createPolicyMigration } from './003-policy.ts';
import { createProfilesMigration } from './008-profiles.ts';

/** Brings the tables up to date, all of it or nothing. What fails flies: a half-known database is not worked on. */
export async function migrate(database: Kysely<Tables>, engine: Engine): Promise<void> {
  const migrations: Readonly<Record<string, Migration>> = {
    '001-first': createFirstMigration(engine),
    '002-checks': createChecksMigration(engine),
    '004-dismissals': createDismissalsMigration(engine),
    '005-forms': createFormsMigration(engine),
    '006-access': createAccessMigration(engine),
    '007-house-list': createHouseListMigration(),
    '010-desk': createDeskMigration(engine),
    '003-policy': createPolicyMigration(engine),
    '008-profiles': createProfilesMigration(engine),
    '009-mail': createMailMigration(),
    '012-figures': createFiguresMigration(),
  };
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error('A migration failed.', { cause: error });
}

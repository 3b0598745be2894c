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
import { createLedgerMigration } from './014-ledger.ts';
import { createConnectionsMigration } from './013-connections.ts';
import { createMailMigration } from './009-mail.ts';
import { createBudgetMigration } from './018-budget.ts';
import { createGuestMergesMigration } from './019-guest-merges.ts';
import { createSetUpMigration } from './020-set-up.ts';
import { createRefusedByMigration } from './021-refused-by.ts';
import { createScaleMigration } from './016-scale.ts';
import { createAlertsMigration } from './015-alerts.ts';
import { createPolicyMigration } from './003-policy.ts';
import { createProfilesMigration } from './008-profiles.ts';

/** By name, which is their order. */
export function toMigrations(engine: Engine): Readonly<Record<string, Migration>> {
  return {
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
    '013-connections': createConnectionsMigration(engine),
    '012-figures': createFiguresMigration(),
    '014-ledger': createLedgerMigration(engine),
    '016-scale': createScaleMigration(),
    '015-alerts': createAlertsMigration(engine),
    '018-budget': createBudgetMigration(engine),
    '019-guest-merges': createGuestMergesMigration(engine),
    '020-set-up': createSetUpMigration(),
    '021-refused-by': createRefusedByMigration(),
  };
}

/** Brings the tables up to date, all of it or nothing. What fails flies: a half-known database is not worked on. */
export async function migrate(database: Kysely<Tables>, engine: Engine): Promise<void> {
  const migrations = toMigrations(engine);
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error('A migration failed.', { cause: error });
}

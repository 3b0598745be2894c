import { toCounted } from '../../domain/counted.ts';
import { isServiceError } from '../../domain/errors.ts';
import type { CheckResult, DatabaseFacts, InspectDatabase } from '../../ports/doctor.ts';

const mayNotWrite =
  'Give the user that runs the service write access to the file and its folder, or correct DATABASE_URL. In a container: check the volume.';
const largestWalBytes = 256 * 1024 * 1024;

/** Whether the database is whole, of this release, and written with our key. */
export async function checkDatabase(inspect: InspectDatabase): Promise<readonly CheckResult[]> {
  try {
    const facts = await inspect();
    return [toDatabaseResult(facts), ...toKeyResults(facts)];
  } catch (error) {
    const code = isServiceError(error) ? error.code : 'unreadable';
    return [
      toResult(
        'problem',
        `cannot be opened (${code})`,
        'Check that DATABASE_URL names a file that this user may read and write.',
      ),
    ];
  }
}

function toDatabaseResult({ isThere, isWritable, integrity, bytes, walBytes, ...facts }: DatabaseFacts): CheckResult {
  if (!isThere) {
    return isWritable
      ? toResult(
          'warning',
          'does not exist yet',
          'The service creates it at its first start. If it should exist already, check DATABASE_URL.',
        )
      : toResult('problem', 'does not exist and cannot be created', mayNotWrite);
  }
  if (!isWritable) return toResult('problem', 'is not writable', mayNotWrite);
  if (integrity === 'unreadable') {
    return toResult(
      'problem',
      'is not a database of this service, or cannot be read',
      'Check DATABASE_URL; if the file is damaged, restore the last backup.',
    );
  }
  if (integrity === 'damaged') {
    return toResult('problem', 'is damaged', 'Stop the service, keep a copy of the file, and restore the last backup.');
  }
  const [unknown] = facts.unknownMigrations;
  if (unknown !== undefined) {
    return toResult(
      'problem',
      `was written by a newer release (${unknown})`,
      'Run that release, or restore a backup from before it.',
    );
  }
  const size = `${toMegabytes(bytes)} MB, write-ahead log ${toMegabytes(walBytes)} MB`;
  if (facts.pendingMigrations.length > 0) {
    const changes = toCounted(facts.pendingMigrations.length, 'change');
    const wait = facts.pendingMigrations.length === 1 ? 'waits' : 'wait';
    return toResult(
      'warning',
      `is whole (${size}); ${changes} of this release ${wait}`,
      'They are applied at the next start. Make a backup first.',
    );
  }
  if (walBytes > largestWalBytes) {
    return toResult(
      'warning',
      `is whole, but its write-ahead log is large (${size})`,
      'Some other program keeps the file open for reading; end it, then restart the service.',
    );
  }
  return toResult('ok', `is whole and up to date (${size})`);
}

function toKeyResults({ isKeyRight }: DatabaseFacts): readonly CheckResult[] {
  if (isKeyRight === undefined) return [];
  const about = { check: 'secret_key', propertyId: null } as const;
  if (isKeyRight) return [{ ...about, state: 'ok', says: 'matches the database' }];
  const advice = 'Set SECRET_KEY to the original one. Without it, stored data about people and keys cannot be read.';
  return [{ ...about, state: 'problem', says: 'is not the one that the database was written with', advice }];
}

function toResult(state: CheckResult['state'], says: string, advice?: string): CheckResult {
  return { check: 'database', propertyId: null, state, says, ...(advice !== undefined && { advice }) };
}

function toMegabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}

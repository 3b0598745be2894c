import { toCounted } from '../../domain/counted.ts';
import { isServiceError } from '../../domain/errors.ts';
import type { CheckResult, DatabaseFacts, InspectDatabase } from '../../ports/doctor.ts';

const mayNotWrite =
  'Let the user that the service runs as write to the file and to its folder, or see DATABASE_URL. In a container: the volume.';
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
        'See that DATABASE_URL names a file that this user may read and write.',
      ),
    ];
  }
}

function toDatabaseResult({ isThere, isWritable, integrity, bytes, walBytes, ...facts }: DatabaseFacts): CheckResult {
  if (!isThere) {
    return isWritable
      ? toResult(
          'warning',
          'is not there yet',
          'The service makes it at its first start. If it should be there, see DATABASE_URL.',
        )
      : toResult('problem', 'is not there, and cannot be made', mayNotWrite);
  }
  if (!isWritable) return toResult('problem', 'may not be written to', mayNotWrite);
  if (integrity === 'unreadable') {
    return toResult(
      'problem',
      'is no database of this service, or cannot be read',
      'See DATABASE_URL; where the file is damaged, restore the last backup.',
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
      'They are carried out at the next start. Make a backup first.',
    );
  }
  if (walBytes > largestWalBytes) {
    return toResult(
      'warning',
      `is whole, but its write-ahead log is large (${size})`,
      'Something outside reads the file for long; end it, then restart the service.',
    );
  }
  return toResult('ok', `is whole and up to date (${size})`);
}

function toKeyResults({ isKeyRight }: DatabaseFacts): readonly CheckResult[] {
  if (isKeyRight === undefined) return [];
  const about = { check: 'secret_key', propertyId: null } as const;
  if (isKeyRight) return [{ ...about, state: 'ok', says: 'fits the database' }];
  const advice =
    'Set SECRET_KEY to the one that the database was made with. Without it nothing that is stored can be read.';
  return [{ ...about, state: 'problem', says: 'does not fit the database', advice }];
}

function toResult(state: CheckResult['state'], says: string, advice?: string): CheckResult {
  return { check: 'database', propertyId: null, state, says, ...(advice !== undefined && { advice }) };
}

function toMegabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}

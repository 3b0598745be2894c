import { compose, type Surroundings } from '../compose.ts';
import type { Settings } from '../config/environment.ts';
import { askOwnAddress } from '../diagnosis/ask-own-address.ts';
import { askRunningService } from '../diagnosis/ask-running-service.ts';
import { findDiskSpace } from '../diagnosis/find-disk-space.ts';
import { isServiceError } from '../domain/errors.ts';
import type { CheckResult } from '../ports/doctor.ts';
import { checkDatabase } from '../screening/doctor/check-database.ts';
import { checkDisk } from '../screening/doctor/check-disk.ts';
import { checkOutside } from '../screening/doctor/check-outside.ts';
import { createInspectDatabase } from '../store/inspection/inspect-database.ts';

/**
 * Looks at everything, whether the service runs or not. One that runs is asked: it holds the database, and the key's budget of
 * requests. Where none does, its parts are made here and none of their work is begun; a database that is not there, not of
 * this release or not ours stays as it is, and one in memory stands in.
 */
export async function runDoctor(
  settings: Settings,
  surroundings: Surroundings,
  signal: AbortSignal,
): Promise<readonly CheckResult[]> {
  const { host, port, adminToken, publicUrl } = settings;
  const answer = await askRunningService({ url: `http://${toReachable(host)}:${port}`, adminToken, signal });
  if (answer.state === 'told') return [running(answer.says), ...answer.results];
  const own = await lookFromOutside(settings);
  if (answer.state === 'untold') {
    const outside = await checkOutside(publicUrl, askOwnAddress, { isRunning: true, signal });
    return [running(answer.says, answer.advice), ...own, outside];
  }
  return [notRunning, ...own, ...(await lookFromInside(settings, surroundings, { own, signal }))];
}

function lookFromOutside({ databasePath, secretKey }: Settings): Promise<readonly CheckResult[]> {
  return Promise.all([
    checkDatabase(createInspectDatabase(databasePath, secretKey)),
    checkDisk(findDiskSpace, databasePath),
  ]).then(([database, disk]) => [...database, disk]);
}

async function lookFromInside(
  settings: Settings,
  surroundings: Surroundings,
  { own, signal }: { readonly own: readonly CheckResult[]; readonly signal: AbortSignal },
): Promise<readonly CheckResult[]> {
  const isUsable = own.every(({ check, state }) => (check !== 'database' && check !== 'secret_key') || state === 'ok');
  const databasePath = isUsable ? settings.databasePath : ':memory:';
  try {
    const service = await compose({ ...settings, databasePath }, surroundings);
    try {
      const results = await service.diagnose({ signal, isRunning: false });
      const isKnown = (check: string) => own.some((known) => known.check === check);
      return results.filter(({ check }) => !isKnown(check) && (isUsable || !ofDatabase.includes(check)));
    } finally {
      await service.stop();
    }
  } catch (error) {
    if (!isServiceError(error, 'store_locked')) throw error;
    const says = 'a process has the database open, but nothing answers at HOST and PORT';
    const advice =
      'It is starting, stopping or hanging, or it listens elsewhere: see its log, and check HOST and PORT.';
    return [{ check: 'service', propertyId: null, state: 'problem', says, advice }];
  }
}

/** What a database that stands in for ours cannot tell of. */
const ofDatabase: readonly string[] = ['queue', 'buried_jobs', 'lists'];

const notRunning: CheckResult = {
  check: 'service',
  propertyId: null,
  state: 'warning',
  says: 'is not running here',
  advice: 'Start it, or run this on the machine where it runs, with the same environment.',
};

function running(says: string, advice?: string): CheckResult {
  const state = advice === undefined ? 'ok' : 'warning';
  return { check: 'service', propertyId: null, state, says, ...(advice !== undefined && { advice }) };
}

/** Where a process listens everywhere, it is asked here. */
function toReachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

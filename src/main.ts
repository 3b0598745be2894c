import { readFileSync } from 'node:fs';
import { listManifests } from '../providers/index.ts';
import { compose } from './compose.ts';
import { readSettings } from './config/environment.ts';
import { isServiceError } from './domain/errors.ts';
import { createLogger } from './logging/create-logger.ts';
import { systemClock } from './clock/system-clock.ts';

/** sysexits.h: something in the configuration is wrong, and trying again will not help. */
const configurationIsWrong = 78;

async function main(): Promise<void> {
  const reading = readSettings(process.env, {
    readFile: (path) => readFileSync(path, 'utf8'),
    manifests: listManifests(),
  });
  if ('problems' in reading) {
    for (const { name, message } of reading.problems) process.stderr.write(`${name}: ${message}\n`);
    process.exitCode = configurationIsWrong;
    return;
  }
  const { settings } = reading;
  const logger = createLogger({ ...settings.log, clock: systemClock, destination: process.stdout });
  const service = await compose(settings, { clock: systemClock, logger });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void service.stop());
  await service.start();
}

main().catch((error: unknown) => {
  process.stderr.write(`${toStartFailure(error)}\n`);
  process.exit(isServiceError(error, 'secret_key_mismatch') ? configurationIsWrong : 1);
});

function toStartFailure(error: unknown): string {
  if (isServiceError(error, 'store_locked'))
    return 'DATABASE_URL: another process works on this database; stop it first';
  if (isServiceError(error, 'secret_key_mismatch')) return 'SECRET_KEY: the database was written with another key';
  if (isPortTaken(error)) return 'PORT: the address is in use by another process';
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

import { readFileSync } from 'node:fs';
import { isatty } from 'node:tty';
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
  // Asked now: by the time at which the signal says that it was closed, it is none any more.
  const isByHand = isAtTerminal();
  if (isByHand) outliveTerminal();
  process.on('SIGHUP', () => void (isByHand ? service.stop() : service.reloadConfiguration()));
  await service.start();
}

/** Started by hand: whoever closes the terminal means it to end. Under a supervisor, and with nohup, there is none. */
function isAtTerminal(): boolean {
  return [0, 1, 2].some((descriptor) => isatty(descriptor));
}

/** What is still said while it ends in order has nowhere to go. */
function outliveTerminal(): void {
  for (const stream of [process.stdout, process.stderr]) {
    if (stream.isTTY) stream.on('error', () => undefined);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${toStartFailure(error)}\n`);
  process.exit(isServiceError(error, 'secret_key_mismatch') ? configurationIsWrong : 1);
});

function toStartFailure(error: unknown): string {
  if (isServiceError(error, 'store_locked'))
    return 'DATABASE_URL: another process works on this database; stop it first';
  if (isServiceError(error, 'secret_key_mismatch')) return 'SECRET_KEY: the database was written with another key';
  const unusable = findUnusableAddress(error);
  if (unusable !== undefined) return unusable;
  const unopenable = findUnopenable(error);
  if (unopenable !== undefined) return `DATABASE_URL: ${unopenable}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** What keeps SQLite from its file, or the service from making its folder. */
function findUnopenable(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const code = String(error.code);
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT') {
    return `the file is no database of this service, or it is damaged (${code})`;
  }
  const isFolder = 'syscall' in error && error.syscall === 'mkdir';
  if (!isFolder && code !== 'SQLITE_CANTOPEN' && code !== 'SQLITE_READONLY') return undefined;
  return `the file can be neither opened nor made (${code}); see that this user may write to it and to its folder`;
}

/** What keeps the service from listening. */
function findUnusableAddress(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  if (error.code === 'EADDRINUSE') return 'PORT: the address is in use by another process';
  if (error.code === 'EACCES' && error.syscall === 'listen') return 'PORT: this user may not listen on it (EACCES)';
  const isElsewhere = error.code === 'EADDRNOTAVAIL' || (error.code === 'ENOTFOUND' && error.syscall === 'getaddrinfo');
  return isElsewhere ? `HOST: is no address of this machine (${String(error.code)})` : undefined;
}

import { spawn } from 'node:child_process';
import { eventually } from './eventually.ts';
import { hotelClockShiftMs } from './hotel-clock.ts';

export interface Crash {
  /** Where the service kills itself; see `crashing-service.ts` for the words. */
  readonly boundary: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Text of a configuration file. */
  readonly config?: string;
  /** No process asked the PMS before. */
  readonly isFirstAtPms?: boolean;
  /** Brings the service to the boundary, once `isReady` says that it can. Not done where it dies before. */
  readonly provoke?: { readonly isReady: () => boolean | Promise<boolean>; readonly then?: () => void };
}

/** A start takes two seconds of a processor, which many starts at once must share: these only end what hangs. */
const startWithinMs = 90_000;
const crashWithinMs = 90_000;

/**
 * Runs the service in a process of its own until it kills itself at the boundary. Rejects where it ends otherwise or never
 * gets there; nothing of it is left running either way.
 */
export async function runUntilKilled({ boundary, environment, config, provoke, ...crash }: Crash): Promise<void> {
  const told = {
    ...{ CRASH_AT: boundary, IS_FIRST_AT_PMS: crash.isFirstAtPms === true ? 'yes' : 'no' },
    HOTEL_CLOCK_SHIFT_MS: String(hotelClockShiftMs),
  };
  const child = spawn(process.execPath, ['test/support/crashing-service.ts'], {
    env: { ...process.env, ...environment, ...(config !== undefined && { CONFIG_TEXT: config }), ...told },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  try {
    if (provoke !== undefined) {
      const isAwaited = async () => isOver() || (await provoke.isReady()) || undefined;
      await eventually(isAwaited, { what: 'the service to get ready', withinMs: startWithinMs });
      if (!isOver()) provoke.then?.();
    }
    await eventually(() => isOver() || undefined, { what: `a crash at “${boundary}”`, withinMs: crashWithinMs });
    if (child.signalCode !== 'SIGKILL') throw new Error(`It ended by itself: ${child.exitCode ?? child.signalCode}.`);
  } finally {
    child.kill('SIGKILL');
  }
}

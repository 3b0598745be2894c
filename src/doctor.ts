import { readFileSync } from 'node:fs';
import { listManifests } from '../providers/index.ts';
import { systemClock } from './clock/system-clock.ts';
import { runDoctor } from './compose/run-doctor.ts';
import { readSettings } from './config/environment.ts';
import { toReportText } from './diagnosis/to-report-text.ts';
import { toWorstState } from './domain/diagnosis.ts';
import { createLogger } from './logging/create-logger.ts';
import type { CheckResult } from './ports/doctor.ts';

const deadlineMs = 60_000;

/** Prints what works and what does not, with `--json` for machines; the exit status is 1 where anything is a problem. */
async function main(): Promise<void> {
  const results = await look();
  const state = toWorstState(results);
  const isJson = process.argv.includes('--json');
  process.stdout.write(isJson ? `${JSON.stringify({ state, checks: results })}\n` : toReportText(results));
  process.exitCode = state === 'problem' ? 1 : 0;
}

async function look(): Promise<readonly CheckResult[]> {
  const reading = readSettings(process.env, {
    readFile: (path) => readFileSync(path, 'utf8'),
    manifests: listManifests(),
  });
  if ('problems' in reading) {
    return reading.problems.map(({ name, message }) => {
      const says = `${name}: ${message}`;
      return { check: 'settings', propertyId: null, state: 'problem', says, advice: 'See docs/configuration.md.' };
    });
  }
  const { settings } = reading;
  const logger = createLogger({ level: 'error', format: 'pretty', clock: systemClock, destination: process.stderr });
  return runDoctor(settings, { clock: systemClock, logger }, AbortSignal.timeout(deadlineMs));
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});

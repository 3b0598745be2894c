// The whole service in a process of its own, as src/main.ts starts it; where the budget is lifted, requests to the PMS
// are not limited, which no environment allows.
import { listManifests } from '../../providers/index.ts';
import { systemClock } from '../../src/clock/system-clock.ts';
import { compose } from '../../src/compose.ts';
import { readSettings } from '../../src/config/environment.ts';
import type { Service } from '../../src/lifecycle.ts';
import { plusMs } from '../../src/domain/calendar.ts';
import { createLogger } from '../../src/logging/create-logger.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { answerParent } from '../process/answer-parent.ts';

export interface ServiceQuestion {
  readonly environment: Readonly<Record<string, string>>;
  readonly isBudgetLifted: boolean;
  /** How far behind the real time it lives. */
  readonly clockBackMs?: number;
  /** Text of a configuration file. */
  readonly config?: string;
  /** In hex, in place of the environment's, which refuses keys that are not random. */
  readonly knownSecretKey?: string;
}

let service: Service | undefined;

async function start(question: ServiceQuestion): Promise<unknown> {
  const { environment, isBudgetLifted, config = '', knownSecretKey, clockBackMs = 0 } = question;
  const clock: Clock = { now: () => plusMs(systemClock.now(), -clockBackMs) };
  const reading = readSettings(config === '' ? environment : { ...environment, CONFIG_FILE: 'config' }, {
    readFile: () => config,
    manifests: listManifests(),
  });
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
  const { cloudbeds, ...others } = reading.settings;
  const settings = {
    ...others,
    ...(knownSecretKey !== undefined && { secretKey: Buffer.from(knownSecretKey, 'hex') }),
    cloudbeds: isBudgetLifted ? { ...cloudbeds, requestsPerSecond: Infinity } : cloudbeds,
  };
  const logger = createLogger({ ...settings.log, clock, destination: process.stdout });
  service = await compose(settings, { clock, logger });
  return service.start();
}

answerParent(start, async () => service?.stop());

import type { RequestListener } from 'node:http';
import type { Settings } from './config/environment.ts';
import { housekeeping } from './domain/urgency.ts';
import { type HttpServer, startHttpServer } from './http/start-http-server.ts';
import type { Worker } from './jobs/worker.ts';
import type { Diagnose } from './ports/doctor.ts';
import type { Clock } from './ports/clock.ts';
import type { Logger } from './ports/logger.ts';
import type { Rows, Store } from './ports/store.ts';

/** A running service, or one that is about to. */
export interface Service {
  /** Listens, takes up the work that an earlier process left, and connects what there are keys for. */
  start(): Promise<{ readonly url: string }>;
  /** Answers what was asked, finishes what is running, gives back the rest. Safe to call twice. */
  stop(): Promise<void>;
  /** Takes the configuration file as it is now; one that is wrong is logged and changes nothing. Never rejects. */
  reloadConfiguration(): Promise<void>;
  readonly diagnose: Diagnose;
}

export interface ServiceParts {
  readonly settings: Settings;
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly worker: Worker;
  /** Begins with the connections that there are, in the first commit. */
  readonly takeUp: (rows: Rows) => Promise<void>;
  readonly makeSyncsDue: () => Promise<void>;
  readonly configuration: FollowedConfiguration;
  readonly diagnose: Diagnose;
  readonly createApp: (health: Health) => RequestListener;
  /** Lets go of what the work kept open. */
  readonly onDrained?: () => void;
}

export interface FollowedConfiguration {
  /** Takes a change that is whole. */
  look(): Promise<void>;
  /** Takes it as it is now. */
  reload(): Promise<void>;
}

export interface Health {
  hasMigrated(): boolean;
  isStopping(): boolean;
}

const drainMs = 10_000;
const configurationLookMs = 5_000;

export function createService(parts: ServiceParts): Service {
  const { settings, logger, worker, store } = parts;
  let isStopping = false;
  let server: HttpServer | undefined;
  let timers: readonly NodeJS.Timeout[] = [];
  let started: Promise<{ readonly url: string }> | undefined;
  let stopped: Promise<void> | undefined;

  const start = async (): Promise<{ readonly url: string }> => {
    const app = parts.createApp({ hasMigrated: () => true, isStopping: () => isStopping });
    server = await startHttpServer(app, { host: settings.host, port: settings.port });
    await enqueueFirstJobs(parts);
    await worker.start();
    timers = [
      setInterval(() => void syncAll(parts), settings.syncIntervalMs),
      setInterval(() => void parts.configuration.look(), configurationLookMs),
    ];
    logger.info('service.started', { url: server.url });
    return { url: server.url };
  };

  const stop = async (): Promise<void> => {
    isStopping = true;
    await Promise.allSettled([started]); // what is half started cannot be stopped
    for (const timer of timers) clearInterval(timer);
    await Promise.all([server?.close(), worker.drain(drainMs)]);
    parts.onDrained?.();
    await store.close();
    logger.info('service.stopped');
  };

  return {
    start: () => (started ??= start()),
    stop: () => (stopped ??= stop()),
    reloadConfiguration: () => parts.configuration.reload(),
    diagnose: parts.diagnose,
  };
}

async function enqueueFirstJobs({ store, clock, takeUp }: ServiceParts): Promise<void> {
  const runAt = clock.now();
  await store.transaction(async (rows) => {
    await rows.jobs.enqueue({ kind: 'forget-old-events', payload: {}, urgency: housekeeping, runAt });
    await rows.jobs.enqueue({ kind: 'watch-alerts', payload: {}, urgency: housekeeping, runAt });
    await rows.jobs.enqueue({ kind: 'refresh-watchlists', payload: {}, urgency: housekeeping, runAt });
    for (const { id: propertyId } of await rows.properties.list()) {
      await rows.jobs.enqueue({ kind: 'take-stock', payload: { propertyId }, urgency: housekeeping, runAt });
    }
    await takeUp(rows);
  });
}

/** A periodic sync that cannot be made due, on a full disk say, is made due the next time. */
async function syncAll({ makeSyncsDue, logger }: ServiceParts): Promise<void> {
  try {
    await makeSyncsDue();
  } catch (error) {
    logger.error('sync.not_due', {}, error);
  }
}

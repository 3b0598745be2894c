import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { listManifests } from '../../providers/index.ts';
import { compose, type Surroundings } from '../../src/compose.ts';
import { readSettings, type Settings } from '../../src/config/environment.ts';
import { createLogger } from '../../src/logging/create-logger.ts';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/start-sandbox.ts';
import type { Service } from '../../src/lifecycle.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { eventually } from './eventually.ts';
import { hotelClock } from './hotel-clock.ts';
import { findOwnPort } from './own-port.ts';

export const adminToken = 'test-token-of-the-administrator';

/** A hotel with its PMS and the service beside it, all real, on ports and in a folder of their own. */
export interface Hotel {
  readonly sandbox: Sandbox;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Everything that the service logged. */
  readonly log: () => string;
  /** Where the service listens. */
  readonly url: () => string;
  start(surroundings?: Partial<Surroundings>): Promise<void>;
  stop(): Promise<void>;
  /** Writes another configuration file, and has the running service take it. */
  configure(text: string): Promise<void>;
  /** Until no delivery is under way and no job is due or running. */
  untilIdle(): Promise<void>;
  api(method: string, path: string, body?: unknown): Promise<{ readonly status: number; readonly body: never }>;
  /** What the PMS shows of a guest, once it says so. */
  untilShown(
    guestId: string,
    fields: Readonly<Record<string, string | RegExp>>,
  ): Promise<Readonly<Record<string, string>>>;
  close(): Promise<void>;
}

export interface HotelOptions {
  readonly sandbox?: SandboxOptions;
  readonly environment?: Readonly<Record<string, string>>;
  /** Text of a configuration file. */
  readonly config?: string;
  /** Of the service and of the PMS. */
  readonly clock?: Clock;
}

const ratePerSecond = 200;

/** Only what hangs takes this long to answer an event. What is taken for lost comes again a minute later. */
const patientMs = 30_000;

/** Syncs follow a bell at once: a test need not wait for what a busy evening makes sensible. */
export const quickPace = { burstMs: 50, gapMs: 0, echoMs: 100 };

export async function openHotel({ clock = hotelClock, ...options }: HotelOptions = {}): Promise<Hotel> {
  const folder = mkdtempSync(join(tmpdir(), 'guest-screening-'));
  const sandbox = await startSandbox({
    ...{ rateLimitPerSecond: ratePerSecond, now: () => new Date(clock.now()) },
    ...options.sandbox,
    webhooks: { timeoutMs: patientMs, ...options.sandbox?.webhooks },
  });
  const port = await findOwnPort();
  const environment = {
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATABASE_URL: `sqlite:${join(folder, 'screening.db')}`,
    SECRET_KEY: randomBytes(32).toString('hex'),
    ADMIN_TOKEN: adminToken,
    API_RATE_LIMIT: '0',
    CLOUDBEDS_API_URL: sandbox.apiUrl,
    CLOUDBEDS_API_KEY: sandbox.apiKey,
    CLOUDBEDS_RATE_LIMIT: String(ratePerSecond),
    LOG_LEVEL: 'debug',
    WATCHLIST_FOLDER: join(folder, 'watchlists'),
    WATCHLIST_REFRESH_H: '0',
    ...(options.config === undefined ? {} : { CONFIG_FILE: 'config' }),
    ...options.environment,
  };
  const log = createMemoryStream();
  let config = options.config ?? '';
  let service: Service | undefined;
  let url = '';

  const stop = async (): Promise<void> => {
    await service?.stop();
    service = undefined;
  };
  return {
    sandbox,
    folder,
    environment,
    log: log.text,
    url: () => url,
    start: async (surroundings = {}) => {
      const settings = toSettings(environment, () => config);
      const logger = createLogger({ ...settings.log, clock, destination: log.stream });
      // Where a process came before, its last second is waited out as in a hotel.
      const isFirstAtPms = sandbox.stats.requests.length === 0;
      const own = { clock, logger, pace: quickPace, isFirstAtPms };
      service = await compose(settings, { ...own, ...surroundings });
      ({ url } = await service.start());
    },
    stop,
    configure: async (text) => {
      config = text;
      await service?.reloadConfiguration();
    },
    untilIdle: () => untilIdle(sandbox, url),
    api: (method, path, body) => callApi(url + path, method, body),
    untilShown: (guestId, fields) => untilShown(sandbox, guestId, fields),
    close: async () => {
      await stop();
      assertNobodyIsLogged(sandbox, log.text());
      await sandbox.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function toSettings(environment: Readonly<Record<string, string>>, config: string | (() => string)): Settings {
  const reading = readSettings(environment, {
    readFile: typeof config === 'string' ? () => config : config,
    manifests: listManifests(),
  });
  if ('problems' in reading)
    throw new Error(reading.problems.map(({ name, message }) => `${name}: ${message}`).join('; '));
  return reading.settings;
}

/** Every guest of a flow test is a canary: no log line may hold a name, an address, a number or a document. */
function assertNobodyIsLogged({ world }: Sandbox, log: string): void {
  for (const { guestId, details } of world.listGuests()) {
    const { lastName, email, phone, cellPhone, documentNumber, birthDate } = details;
    const said = [lastName, email, phone, cellPhone, documentNumber, birthDate].filter((value) => value.length > 3);
    if (said.some((value) => log.includes(value))) throw new Error(`The log quotes guest ${guestId}.`);
  }
}

async function untilShown(
  { world }: Sandbox,
  guestId: string,
  fields: Readonly<Record<string, string | RegExp>>,
): Promise<Readonly<Record<string, string>>> {
  return eventually(
    () => {
      const shown = world.readGuest(guestId).customFields;
      const isShown = Object.entries(fields).every(([name, value]) =>
        value instanceof RegExp ? value.test(shown[name] ?? '') : (shown[name] ?? '') === value,
      );
      return isShown ? shown : undefined;
    },
    {
      what: `guest ${guestId} to show ${JSON.stringify(Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)])))}`,
    },
  );
}

async function untilIdle(sandbox: Sandbox, url: string): Promise<void> {
  let quietRounds = 0;
  await eventually(
    async () => {
      await sandbox.deliveriesSettled();
      const figures = await (await fetch(`${url}/metrics`)).text();
      const isQuiet = figures.includes('jobs_now{state="running"} 0') && /oldest_due_job_seconds 0$/m.test(figures);
      quietRounds = isQuiet ? quietRounds + 1 : 0;
      return quietRounds >= 10 || undefined;
    },
    { what: 'everything to come to rest' },
  );
}

async function callApi(url: string, method: string, body: unknown) {
  const response = await fetch(url, {
    method,
    headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as never };
}

function createMemoryStream() {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk.toString('utf8'));
      done();
    },
  });
  return { stream, text: () => chunks.join('') };
}

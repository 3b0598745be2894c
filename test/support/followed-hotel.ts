// A property that is followed on injected time: the sandbox PMS, a database file and the handlers of its jobs, which run
// when a test says so.
import { toFixedCredentials } from '../contract/pms-sandbox.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listManifests } from '../../providers/index.ts';
import { composeSyncing } from '../../src/compose/compose-syncing.ts';
import { readConfigFile } from '../../src/config/config-file.ts';
import { plusMs } from '../../src/domain/calendar.ts';
import { createCloudbeds } from '../../src/pms/cloudbeds/cloudbeds.ts';
import type { JobHandler, JobHandlers, JobKind } from '../../src/ports/jobs.ts';
import type { Rows, Store } from '../../src/ports/store.ts';
import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { createExpectedEchoes } from '../../src/screening/syncing/expected-echoes.ts';
import { createReceiveEvent } from '../../src/screening/receive-event.ts';
import { createReportAppError } from '../../src/screening/writing-back/report-app-error.ts';
import { createWriteBack } from '../../src/screening/write-back.ts';
import { createFormLinks } from '../../src/store/form/form-links.ts';
import { openStore } from '../../src/store/open-store.ts';
import { createRecordedLogger, silentMetrics } from '../unit/cloudbeds/recorded-logger.ts';
import { quickPace } from './hotel.ts';

export const propertyId = '190001';

export interface FollowedHotel {
  readonly sandbox: Sandbox;
  readonly store: () => Store;
  readonly now: () => string;
  readonly pass: (ms: number) => void;
  /** An event arrives. */
  readonly ring: (event: {
    readonly name: string;
    readonly guestId?: string;
    readonly reservationId?: string;
  }) => Promise<void>;
  /**
   * Runs the jobs that are due, as their first try or a later one, and answers how many they were; what one throws flies, and
   * its lease runs on.
   */
  readonly run: (kind: JobKind, attempt?: number) => Promise<number>;
  readonly sync: (ofProperty?: string) => Promise<void>;
  /** The process is gone, and another one opens the same file. */
  readonly crash: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * It is ten in the morning on 23 November 2026 in Lisbon. `config` is the text of a configuration file; `others` are
 * properties that share the key.
 */
export async function openFollowedHotel(config = '', others: readonly string[] = []): Promise<FollowedHotel> {
  const propertyIds = [propertyId, ...others];
  const folder = mkdtempSync(join(tmpdir(), 'followed-'));
  let nowMs = Date.parse('2026-11-23T10:00:00.000Z');
  const clock = { now: () => new Date(nowMs).toISOString() };
  const sandbox = await startSandbox({
    rateLimitPerSecond: Infinity,
    now: () => new Date(nowMs),
    properties: propertyIds.map((id) => ({ propertyId: id, timezone: 'Europe/Lisbon' })),
  });
  const settings = {
    databaseUrl: `sqlite:${join(folder, 'screening.db')}`,
    secretKey: Buffer.alloc(32, 1),
    cloudbeds: { requestsPerSecond: 5 },
  };
  let store = await openStore(settings);
  await store.transaction((rows) => saveProperties(rows, propertyIds, clock.now()));
  const { properties } = toProperties(config);
  const expectedEchoes = createExpectedEchoes(60_000);
  const pms = createCloudbeds({
    apiUrl: sandbox.apiUrl,
    credentials: toFixedCredentials(sandbox.apiKey),
    requestsPerSecond: Infinity,
    clock,
    logger: createRecordedLogger(),
    metrics: silentMetrics,
  });
  const toHandlers = (): Partial<JobHandlers> => {
    const parts = { store, pms, clock, logger: createRecordedLogger(), metrics: silentMetrics };
    const { writeBack, drift } = properties.configFor(propertyId);
    return {
      ...composeSyncing({ ...parts, settings: { ...settings, properties }, bindProfile: () => Promise.resolve() }),
      'write-back': createWriteBack({
        ...{ ...parts, expectedEchoes, modeFor: () => writeBack, driftFor: () => drift },
        formLinks: createFormLinks(settings.secretKey, 'https://screening.example'),
      }),
      'report-app-error': createReportAppError(parts),
    };
  };

  let handlers = toHandlers();
  const run = async (kind: JobKind, atAttempt?: number): Promise<number> => {
    const now = clock.now();
    const claim = { kinds: [kind], limit: 500, now, leaseUntil: plusMs(now, 60_000) };
    const jobs = await store.transaction((rows) => rows.jobs.claim(claim));
    const handler = handlers[kind] as JobHandler;
    for (const { id, generation, payload, attempt } of jobs) {
      const lease = { id, generation };
      await handler(payload, {
        lease,
        attempt: atAttempt ?? attempt,
        isLastAttempt: false,
        signal: new AbortController().signal,
      });
      await store.transaction((rows) => rows.jobs.complete(lease));
    }
    return jobs.length;
  };
  return {
    sandbox,
    store: () => store,
    now: clock.now,
    pass: (ms) => void (nowMs += ms),
    ring: async (event) => {
      const receive = createReceiveEvent({ store, clock, expectedEchoes, pace: quickPace });
      await receive({ ...event, id: crypto.randomUUID(), propertyId });
    },
    run,
    sync: async (ofProperty = propertyId) => {
      nowMs += 1_000;
      const payload = { propertyId: ofProperty };
      await store.transaction((rows) =>
        rows.jobs.enqueue({ kind: 'sync-property', payload, urgency: 1, runAt: clock.now() }),
      );
      await run('sync-property');
    },
    crash: async () => {
      await store.close();
      store = await openStore(settings);
      handlers = toHandlers();
      await store.transaction((rows) => rows.jobs.reclaimAll(clock.now()));
    },
    close: async () => {
      await store.close();
      await sandbox.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function saveProperties(rows: Rows, propertyIds: readonly string[], at: string): Promise<void> {
  const [connectionId, key] = ['C1', 'the only key'];
  await rows.connections.save({ id: connectionId, credential: { kind: 'key', key }, at });
  for (const id of propertyIds) {
    await rows.properties.save({ id, name: 'Hotel', timeZone: 'Europe/Lisbon', webhookSecret: `s ${id}` });
    await rows.connections.attach(id, connectionId, at);
    await rows.connections.setStanding({ propertyId: id, state: 'connected', since: at });
  }
}

function toProperties(config: string) {
  const reading = readConfigFile(config, listManifests());
  if ('problems' in reading) throw new Error(reading.problems.map(({ message }) => message).join('; '));
  return reading;
}

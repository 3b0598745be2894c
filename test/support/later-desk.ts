import { randomBytes } from 'node:crypto';
import { composeFormAsking } from '../../src/compose/compose-forms.ts';
import { type ComposedChecks, composeChecks } from '../../src/compose/compose-checks.ts';
import { readSettings } from '../../src/config/environment.ts';
import { plusMs } from '../../src/domain/calendar.ts';
import { ServiceError } from '../../src/domain/errors.ts';
import type { Screening } from '../../src/domain/screening.ts';
import type { SubjectFields } from '../../src/domain/subject.ts';
import type { CheckProvider } from '../../src/ports/check-provider.ts';
import type { ClaimedJob, JobContext, JobKind } from '../../src/ports/jobs.ts';
import type { LogFacts } from '../../src/ports/logger.ts';
import type { Store } from '../../src/ports/store.ts';
import { startScreening } from '../../src/screening/syncing/start-screening.ts';
import { createCallbackSecrets } from '../../src/store/checks/callback-secrets.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { SignedDelivery } from './hosted-check.ts';

export const propertyId = '12345';

/** Screening with a real store and real checks; the jobs are run, and the time is set, by the test. */
export interface Desk {
  readonly store: Store;
  readonly checks: ComposedChecks;
  readonly lines: readonly string[];
  readonly counted: readonly string[];
  now(): string;
  pass(ms: number): void;
  /** Screens a guest as booked or changed now; answers the screening's id. */
  screen(guestId: string, fields?: Partial<SubjectFields>): Promise<string>;
  /** Runs what is due, until nothing is. Jobs that fail are given back, and answered by their error codes. */
  runJobs(): Promise<readonly string[]>;
  get(screeningId: string): Promise<Screening>;
  secretFor(providerId: string): string;
  deliver(delivery: SignedDelivery, address?: { readonly secret?: string; readonly provider?: string }): Promise<void>;
  /** Whether one waits or runs, due or not. */
  hasJob(kind: JobKind): Promise<boolean>;
}

const kinds: readonly JobKind[] = ['run-checks', 'poll-check', 'expire-check', 'redact-check'];

export interface DeskOptions {
  readonly providers: readonly CheckProvider[];
  /** Text of a configuration file. */
  readonly config: string;
  readonly wrapStore?: (store: Store) => Store;
}

export async function openDesk(options: DeskOptions): Promise<Desk> {
  const secretKey = randomBytes(32);
  const opened = await openStore({ databaseUrl: 'sqlite::memory:', secretKey });
  const store = options.wrapStore?.(opened) ?? opened;
  await opened.transaction((rows) =>
    rows.properties.save({ id: propertyId, name: 'Hotel', timeZone: 'Europe/Lisbon', webhookSecret: 'w' }),
  );
  let now = '2026-11-23T09:00:00.000Z';
  const lines: string[] = [];
  const counted: string[] = [];
  const note = (event: string, facts?: LogFacts) => void lines.push(`${event} ${JSON.stringify(facts)}`);
  const settings = toSettings(options, secretKey);
  const checks = composeChecks({
    settings,
    formAsking: composeFormAsking(settings),
    store,
    clock: { now: () => now },
    logger: { debug: note, info: note, warn: note, error: note },
    metrics: {
      count: (name, labels) => void counted.push([name, ...Object.values(labels)].join(' ')),
      observe: () => undefined,
    },
    providers: options.providers,
  });
  const secrets = createCallbackSecrets(secretKey);
  return {
    store: opened,
    checks,
    lines,
    counted,
    now: () => now,
    pass: (ms) => {
      now = plusMs(now, ms);
    },
    screen: (guestId, fields = {}) => screen(opened, now, { guestId, fields }),
    runJobs: () => runJobs(store, checks, () => now),
    get: (screeningId) => opened.read((rows) => rows.screenings.get(screeningId)),
    secretFor: (providerId) => secrets.toSecret(providerId, propertyId),
    deliver: ({ headers, body }, { provider = 'hosted', secret } = {}) =>
      checks.receiveCallback({
        providerId: provider,
        secret: secret ?? secrets.toSecret(provider, propertyId),
        callback: { headers, body: Buffer.from(body) },
        signal: new AbortController().signal,
      }),
    hasJob: async (kind) => (await opened.read((rows) => rows.jobs.findNextDue([kind]))) !== undefined,
  };
}

function toSettings({ providers, config }: DeskOptions, secretKey: Buffer) {
  const reading = readSettings(
    { SECRET_KEY: secretKey.toString('hex'), CONFIG_FILE: 'config', PUBLIC_URL: 'https://screening.example' },
    { readFile: () => config, manifests: providers.map(({ manifest }) => manifest) },
  );
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
  return reading.settings;
}

async function screen(
  store: Store,
  at: string,
  { guestId, fields }: { readonly guestId: string; readonly fields: Partial<SubjectFields> },
): Promise<string> {
  const stay = { arrivesOn: '2026-11-25', departsOn: '2026-11-28', adults: 1, children: 0, isMainGuest: true };
  const person = { firstName: 'Zyxanna', lastName: 'Qwortzel' };
  const subject = {
    propertyId,
    reservationId: `R${guestId}`,
    guestId,
    reservationStatus: 'confirmed',
    fields: { ...stay, ...person, ...fields },
  } as const;
  const fingerprint = JSON.stringify(fields);
  return store.transaction(async (rows) => {
    await rows.subjects.save(subject, { fingerprint, isActive: true });
    const because = { event: 'found', actor: 'system' } as const;
    return (await startScreening(rows, { subject, fingerprint, at, urgency: 2, because })).screeningId;
  });
}

function claim(store: Store, claimed: readonly JobKind[], now: string): Promise<readonly ClaimedJob[]> {
  const query = { kinds: claimed, limit: 100, now, leaseUntil: plusMs(now, 60_000) };
  return store.transaction((rows) => rows.jobs.claim(query));
}

async function runJobs(store: Store, checks: ComposedChecks, now: () => string): Promise<readonly string[]> {
  const failures: string[] = [];
  for (;;) {
    const jobs = await claim(store, kinds, now());
    if (jobs.length === 0) return failures;
    for (const job of jobs) {
      const failure = await runOne(store, checks, job);
      if (failure !== undefined) failures.push(failure);
      if (failure !== undefined) {
        const next = { runAt: plusMs(now(), 5_000), errorCode: 'checks_unavailable' } as const;
        await store.transaction((rows) => rows.jobs.retry(job, next));
      }
    }
  }
}

async function runOne(store: Store, checks: ComposedChecks, job: ClaimedJob): Promise<string | undefined> {
  const context: JobContext = {
    lease: job,
    attempt: job.attempt,
    isLastAttempt: job.attempt >= 3,
    signal: new AbortController().signal,
  };
  try {
    const handler = checks.handlers[job.kind as keyof ComposedChecks['handlers']];
    await (handler as (payload: unknown, context: JobContext) => Promise<void>)(job.payload, context);
    await store.transaction((rows) => rows.jobs.complete(job));
    return undefined;
  } catch (error) {
    if (error instanceof ServiceError) return error.code;
    return error instanceof Error ? error.message : String(error);
  }
}

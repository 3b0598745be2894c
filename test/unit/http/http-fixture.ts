import { randomBytes, randomUUID } from 'node:crypto';
import type { Express } from 'express';
import { providers } from '../../../providers/index.ts';
import { toHouseListKeys } from '../../../providers/house-list/keys.ts';
import { ServiceError } from '../../../src/domain/errors.ts';
import { type AccessCompositionParts, composeAccess } from '../../../src/compose/compose-access.ts';
import { composeConnections } from '../../../src/compose/compose-connections.ts';
import { composeHouseList } from '../../../src/compose/compose-house-list.ts';
import { composeProfiles } from '../../../src/compose/compose-profiles.ts';
import { composeStatistics } from '../../../src/compose/compose-statistics.ts';
import { composeStaffForms } from '../../../src/compose/compose-forms.ts';
import { composePolicy } from '../../../src/compose/compose-policy.ts';
import type { Settings } from '../../../src/config/environment.ts';
import { defaultPolicy } from '../../../src/config/default-policy.ts';
import { createHttpApp } from '../../../src/http/create-http-app.ts';
import type { HttpParts } from '../../../src/http/http-parts.ts';
import { createMetrics } from '../../../src/metrics/create-metrics.ts';
import type { LogFacts } from '../../../src/ports/logger.ts';
import type { Store } from '../../../src/ports/store.ts';
import { createDecide } from '../../../src/screening/decide.ts';
import { createAssignments } from '../../../src/screening/desk/assign.ts';
import { createGuestNotes } from '../../../src/screening/desk/guest-notes.ts';
import { createReceiveEvent } from '../../../src/screening/receive-event.ts';
import { createExpectedEchoes } from '../../../src/screening/syncing/expected-echoes.ts';
import { createRescreen } from '../../../src/screening/rescreen.ts';
import { createWithdrawVerification } from '../../../src/screening/withdraw-verification.ts';
import { createAuditedStore } from '../../../src/store/audit/audited-store.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { toFormParts } from '../../support/form-parts.ts';
import { toSettings } from '../../support/hotel.ts';

export const adminToken = 'a-token-of-more-than-24-characters';
export const propertyId = '12345';
export const webhookSecret = 'the-webhook-secret-of-12345';
export const webhookPath = `/webhooks/cloudbeds/${webhookSecret}`;
export const now = '2026-11-23T09:15:00.000Z';

export interface LoggedError {
  readonly event: string;
  readonly facts: LogFacts;
  readonly cause: unknown;
}

export type FixtureParts = Partial<HttpParts> & {
  readonly settings?: Partial<AccessCompositionParts['settings']>;
  readonly mail?: Pick<AccessCompositionParts, 'mailLink'>;
  /** For mails about forms, which are made due and not sent. */
  readonly mailServer?: Settings['mail'];
};

const secretKey = Buffer.alloc(32, 'k3y');

const accessSettings: AccessCompositionParts['settings'] = {
  ...{ adminToken, secretKey, apiRateLimit: 0, trustedProxies: 0, oidc: undefined },
  publicUrl: 'https://screening.example.org',
  properties: { oidc: { label: 'Group login', scopes: ['openid', 'email', 'profile'], claim: 'groups', rules: [] } },
};

export interface HttpFixture {
  readonly app: Express;
  readonly store: Store;
  readonly metrics: HttpParts['metrics'];
  readonly loggedErrors: readonly LoggedError[];
  close(): Promise<void>;
}

/** The HTTP side on a real store in memory, with one connected property. `replace` swaps single parts. */
export async function createHttpFixture(replace: FixtureParts = {}): Promise<HttpFixture> {
  const opened = await openStore({ databaseUrl: 'sqlite::memory:', secretKey });
  const { store, trail } = createAuditedStore(opened);
  await store.transaction(async ({ properties }) => {
    await properties.save({ id: propertyId, name: 'Hotel Miramar', timeZone: 'Europe/Lisbon', webhookSecret });
  });
  const loggedErrors: LoggedError[] = [];
  const settings = { ...accessSettings, ...replace.settings };
  const clock = replace.clock ?? { now: () => now };
  const access = composeAccess({ settings, store, clock, trail, passwordCost, ...replace.mail });
  const staffForms = composeStaffForms(toFormParts({ ...formSettings, mail: replace.mailServer }, store, clock));
  const parts = { ...createParts(store, loggedErrors), access, staffForms, ...replace };
  return { app: createHttpApp(parts), store, metrics: parts.metrics, loggedErrors, close: () => store.close() };
}

/** Cheap, and real. */
export const passwordCost = { N: 1_024, r: 8, p: 1 };

function createParts(store: Store, loggedErrors: LoggedError[]): Omit<HttpParts, 'access' | 'staffForms'> {
  const clock = { now: () => now };
  const ignore = () => undefined;
  const logger = {
    debug: ignore,
    info: ignore,
    warn: ignore,
    error: (event: string, facts: LogFacts = {}, cause?: unknown) => {
      loggedErrors.push({ event, facts, cause });
    },
  };
  const manifests = providers.map(({ manifest }) => manifest);
  const settings = { properties: formSettings.properties };
  const pace = { burstMs: 0, gapMs: 0, echoMs: 0 };
  return {
    store,
    clock,
    logger,
    metrics: createMetrics(),
    connections: {
      ...composeConnections({
        settings: formSettings,
        surroundings: {},
        store,
        clock,
        logger,
        metrics: createMetrics(),
      }).http,
      byKey: () => Promise.reject(new ServiceError('key_refused')), // nobody is there to be asked
    },
    receiveEvent: createReceiveEvent({ store, clock, expectedEchoes: createExpectedEchoes(0), pace }),
    receiveCallback: () => Promise.reject(new ServiceError('route_unknown')),
    decide: createDecide({ store, clock }),
    rescreen: createRescreen({ store, clock }),
    withdrawVerification: createWithdrawVerification({ store, clock }),
    houseList: composeHouseList({ store, clock, logger, toKeys: (_, person) => toHouseListKeys(person, 'PT') }),
    desk: { notes: createGuestNotes({ store, clock }), assignments: createAssignments({ store, clock }) },
    watchlists: {
      lists: { list: () => [], search: () => ({ hasName: true, matches: [] }), toOwnListId: (id) => `own-${id}` },
      listsFor: () => [],
      requestRefresh: () => Promise.reject(new ServiceError('watchlist_unknown')),
      saveOwn: () => Promise.reject(new ServiceError('property_unknown')),
      dismiss: () => Promise.reject(new ServiceError('watchlist_entry_unknown')),
      withdraw: () => Promise.reject(new ServiceError('watchlist_entry_unknown')),
    },
    profiles: composeProfiles({ settings, store, clock }).http,
    statistics: composeStatistics({
      ...{ settings, store, clock },
      checks: { listFor: () => manifests, findHealth: () => ({ state: 'unknown', leftAloneMs: 0 }) },
      pms: { findBudgetUse: () => Promise.resolve({ requestsPerSecond: 5, lastMinute: 0, waiting: 0, pausedMs: 0 }) },
      watchlists: { http: { lists: { list: () => [] } }, listsFor: () => [] },
    }),
    policy: composePolicy({
      store,
      clock,
      checks: { manifests, listFor: () => manifests, policyFor: () => defaultPolicy },
    }),
    diagnose: () => Promise.resolve([{ check: 'disk', propertyId: null, state: 'ok', says: 'is large' }]),
    health: { hasMigrated: () => true, isStopping: () => false },
  };
}

const formSettings = toSettings(
  { SECRET_KEY: randomBytes(32).toString('hex'), PUBLIC_URL: 'https://screening.example' },
  '',
);

export interface SeededGuest {
  readonly guestId: string;
  readonly lastName?: string;
  readonly email?: string;
  readonly arrivesOn?: string;
  /** Leaves the screening in progress. */
  readonly isOpen?: boolean;
}

/** A guest with a screening; answers the screening's id. */
export async function addScreening(store: Store, guest: SeededGuest): Promise<string> {
  const { guestId, lastName = 'Santos', arrivesOn = '2026-12-01', isOpen = false } = guest;
  const key = { propertyId, reservationId: `R${guestId}`, guestId };
  const fields = {
    firstName: 'Maria',
    lastName,
    email: guest.email ?? `${guestId}@example.com`,
    isMainGuest: true,
    adults: 1,
    children: 0,
  };
  const screeningId = randomUUID();
  await store.transaction(async ({ subjects, screenings }) => {
    await subjects.save(
      { ...key, reservationStatus: 'confirmed', fields: { ...fields, arrivesOn, departsOn: '2026-12-31' } },
      { fingerprint: 'f', isActive: true },
    );
    await screenings.add({ ...key, id: screeningId, fingerprint: 'f', createdAt: now });
    await screenings.addToTimeline({ screeningId, at: now, event: 'found', actor: 'system' });
    if (!isOpen) await screenings.saveConclusion(screeningId, conclusion);
  });
  return screeningId;
}

const reasons = [{ code: 'booking_rules.one_night', text: 'One night only' }];

const conclusion = {
  status: 'completed' as const,
  findings: [
    {
      provider: 'booking-rules',
      providerVersion: '1',
      label: 'Booking rules',
      result: 'match' as const,
      strength: 'possible' as const,
      reasons,
      checkedAt: now,
    },
  ],
  conclusion: {
    outcome: 'review' as const,
    reasons,
    policy: { name: 'default', version: '1' },
    isIncomplete: false,
    explanation: {
      outcome: 'review' as const,
      parts: [
        {
          rule: 'providers.booking-rules.onMatch.possible',
          text: 'Booking rules: possible match means review',
          provider: 'booking-rules',
          means: 'review' as const,
        },
      ],
      points: 0,
      notAsked: [],
    },
  },
  at: now,
};

/** A job that was given up; answers its id. */
export async function addBuriedJob(store: Store): Promise<string> {
  return store.transaction(async ({ jobs }) => {
    await jobs.enqueue({ kind: 'sync-property', payload: { propertyId }, urgency: 1, runAt: now });
    const [job] = await jobs.claim({ kinds: ['sync-property'], limit: 1, now, leaseUntil: '2026-11-23T09:16:00.000Z' });
    if (job === undefined) throw new Error('the job was not claimed');
    await jobs.bury(job, { at: now, errorCode: 'pms_unauthorized' });
    return job.id;
  });
}

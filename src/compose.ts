import type { AxiosInstance } from 'axios';
import { createProviders } from '../providers/index.ts';
import { toGuestKeys, toHouseListKeys } from '../providers/house-list/keys.ts';
import type { ProviderDoors } from './checks/http/provider-doors.ts';
import { composeAccess } from './compose/compose-access.ts';
import { type ComposedChecks, composeChecks } from './compose/compose-checks.ts';
import { findPagesFolder } from './compose/find-pages-folder.ts';
import {
  composeFormAsking,
  composeFormDelivery,
  composeFormPages,
  composeStaffForms,
} from './compose/compose-forms.ts';
import { composeHouseList } from './compose/compose-house-list.ts';
import { type ComposedProfiles, composeProfiles } from './compose/compose-profiles.ts';
import { composeStatistics } from './compose/compose-statistics.ts';
import { type ComposedMail, composeMail } from './compose/compose-mail.ts';
import { composePolicy } from './compose/compose-policy.ts';
import {
  type ComposedWatchlists,
  composeWatchlists,
  type WatchlistCompositionParts,
} from './compose/compose-watchlists.ts';
import type { Settings } from './config/environment.ts';
import { createHttpApp } from './http/create-http-app.ts';
import { jobKinds } from './jobs/job-limits.ts';
import { createWorker } from './jobs/worker.ts';
import { createMetrics } from './metrics/create-metrics.ts';
import { createCloudbeds } from './pms/cloudbeds/cloudbeds.ts';
import type { CheckProvider } from './ports/check-provider.ts';
import type { Clock } from './ports/clock.ts';
import type { FormAsking } from './ports/forms.ts';
import type { HouseListPerson } from './ports/house-list.ts';
import type { JobHandlers } from './ports/jobs.ts';
import type { Logger } from './ports/logger.ts';
import type { Pms } from './ports/pms.ts';
import type { PmsGuests } from './ports/pms-guests.ts';
import type { Store } from './ports/store.ts';
import { createConnectAccount, createConnectProperty } from './screening/connect.ts';
import { createConfirmDeletion } from './screening/confirm-deletion.ts';
import { createDecide } from './screening/decide.ts';
import { createForgetOldEvents } from './screening/forget-old-events.ts';
import { createAssignments } from './screening/desk/assign.ts';
import { createGuestNotes } from './screening/desk/guest-notes.ts';
import { createMakeSyncsDue } from './screening/make-syncs-due.ts';
import { createReceiveEvent, type SyncPace } from './screening/receive-event.ts';
import { createExpectedEchoes } from './screening/expected-echoes.ts';
import { createRecheckHouseList } from './screening/recheck-house-list.ts';
import { createRescreen } from './screening/rescreen.ts';
import { createSyncProperty } from './screening/sync-property.ts';
import { createWithdrawVerification } from './screening/withdraw-verification.ts';
import { createWriteBack } from './screening/write-back.ts';
import { createService, type Service } from './lifecycle.ts';
import { createAuditedStore } from './store/audited-store.ts';
import { createDigest } from './store/keys.ts';
import { openStore } from './store/open-store.ts';

/** What a service runs on. What is left out is the real thing. */
export interface Surroundings {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly axios?: Pick<AxiosInstance, 'request'>;
  /** Of one request to the PMS. */
  readonly pmsDeadlineMs?: number;
  readonly pace?: SyncPace;
  readonly providers?: readonly CheckProvider[];
  readonly doors?: ProviderDoors;
  /** Where watchlists come from, for tests that are publishers themselves. */
  readonly publishers?: WatchlistCompositionParts['publishers'];
  /** Where the built pages are, for tests that build them elsewhere. */
  readonly pagesFolder?: string;
  /** Wraps what the parts are handed, for tests that break it. */
  readonly wrapStore?: (store: Store) => Store;
}

const defaultPace: SyncPace = { burstMs: 1_000, gapMs: 5_000, echoMs: 30_000 };

/** How far before the watermark a sync looks again. */
const overlapMs = 60_000;

/** Builds every part and hands it what it needs; the only place where they meet. Rejects where the store cannot be opened. */
export async function compose(settings: Settings, surroundings: Surroundings): Promise<Service> {
  const { clock, logger } = surroundings;
  const opened = await openStore({ databaseUrl: `sqlite:${settings.databasePath}`, secretKey: settings.secretKey });
  const { store, trail } = createAuditedStore(surroundings.wrapStore?.(opened) ?? opened);
  const metrics = createMetrics(toGaugeReaders(store, clock));
  const expectedEchoes = createExpectedEchoes(60_000);
  const formAsking = composeFormAsking(settings);
  const parts = { settings, surroundings, store, clock, logger, metrics, expectedEchoes, formAsking };
  const { publishers, doors, pagesFolder = findPagesFolder() } = surroundings;
  const watchlists = await composeWatchlists({ ...parts, ...(publishers && { publishers }) });
  const providers = surroundings.providers ?? createProviders(watchlists.forProvider);
  const checks = composeChecks({ ...parts, providers, ...(doors && { doors }) });
  const profiles = composeProfiles(parts);
  const mail = composeMail(parts);
  const handlers = createHandlers({ ...parts, mail, pms: createPms(parts), checks, watchlists, profiles });
  const worker = createWorker({ store, handlers, clock, logger, metrics });
  const service = createService({
    ...parts,
    worker,
    makeSyncsDue: createMakeSyncsDue({ store, clock }),
    onDrained: () => mail.close(),
    createApp: (health) =>
      createHttpApp({
        store,
        clock,
        logger,
        metrics,
        health,
        pagesFolder,
        form: composeFormPages(parts, pagesFolder),
        access: composeAccess({ settings, store, clock, trail, mailLink: mail.mailLink }),
        staffForms: composeStaffForms(parts),
        mail: mail.http,
        receiveEvent: createReceiveEvent({ store, clock, expectedEchoes, pace: surroundings.pace ?? defaultPace }),
        receiveCallback: checks.receiveCallback,
        watchlists: watchlists.http,
        profiles: profiles.http,
        statistics: composeStatistics({ ...parts, checks, watchlists }),
        policy: composePolicy({ store, clock, checks }),
        decide: createDecide({ store, clock }),
        rescreen: createRescreen({ store, clock }),
        withdrawVerification: createWithdrawVerification({ store, clock }),
        houseList: composeHouseList({ store, clock, logger, toKeys: houseListKeysFor(settings) }),
        desk: { notes: createGuestNotes({ store, clock }), assignments: createAssignments({ store, clock }) },
      }),
  });
  return service;
}

interface Parts {
  readonly settings: Settings;
  readonly surroundings: Surroundings;
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: ReturnType<typeof createMetrics>;
  readonly expectedEchoes: ReturnType<typeof createExpectedEchoes>;
  readonly formAsking: FormAsking;
}

function toGaugeReaders(store: Store, clock: Clock) {
  return {
    countJobs: () => store.read((rows) => rows.jobs.countByState()),
    findOldestDueSeconds: async () => {
      const due = await store.read((rows) => rows.jobs.findNextDue(jobKinds));
      return due === undefined ? 0 : Math.max(0, (Date.parse(clock.now()) - Date.parse(due)) / 1_000);
    },
  };
}

function createPms({ settings, surroundings, clock, logger, metrics }: Parts): Pms & PmsGuests {
  const { apiUrl, apiKey = '', requestsPerSecond } = settings.cloudbeds;
  return createCloudbeds({
    apiUrl,
    keyFor: () => Promise.resolve(apiKey),
    defaultKey: () => Promise.resolve(apiKey),
    requestsPerSecond,
    clock,
    logger,
    metrics,
    ...(surroundings.axios === undefined ? {} : { axios: surroundings.axios }),
    ...(surroundings.pmsDeadlineMs === undefined ? {} : { deadlineMs: surroundings.pmsDeadlineMs }),
  });
}

function createHandlers(
  parts: Parts & {
    readonly pms: Pms & PmsGuests;
    readonly checks: ComposedChecks;
    readonly mail: ComposedMail;
    readonly watchlists: ComposedWatchlists;
    readonly profiles: ComposedProfiles;
  },
): JobHandlers {
  const { settings, store, pms, clock, logger, metrics, expectedEchoes, formAsking } = parts;
  const modeFor = (propertyId: string) => settings.properties.configFor(propertyId).writeBack;
  const connecting = {
    store,
    pms,
    clock,
    logger,
    modeFor,
    webhookUrlFor: (secret: string) => `${settings.publicUrl}/webhooks/cloudbeds/${secret}`,
  };
  return {
    'connect-account': createConnectAccount(connecting),
    'connect-property': createConnectProperty(connecting),
    'sync-property': createSyncProperty({
      store,
      pms,
      clock,
      logger,
      metrics,
      bindProfile: parts.profiles.bindProfile,
      digest: createDigest(settings.secretKey),
      overlapMs,
    }),
    'confirm-deletion': createConfirmDeletion({ store, pms, clock }),
    ...parts.checks.handlers,
    ...parts.watchlists.handlers,
    ...parts.profiles.handlers,
    'write-back': createWriteBack({ store, pms, clock, metrics, expectedEchoes, modeFor, formLinks: formAsking.links }),
    ...composeFormDelivery(parts),
    ...parts.mail.handlers,
    'recheck-house-list': createRecheckHouseList({
      store,
      clock,
      toKeys: houseListKeysFor(settings),
      toSubjectKeys: ({ propertyId, fields }) =>
        toGuestKeys(fields, settings.properties.configFor(propertyId).phoneCountry),
    }),
    'forget-old-events': createForgetOldEvents({ store, clock }),
  };
}

function houseListKeysFor(settings: Settings) {
  return (propertyId: string, person: HouseListPerson) =>
    toHouseListKeys(person, settings.properties.configFor(propertyId).phoneCountry);
}

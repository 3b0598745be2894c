import type { AxiosInstance } from 'axios';
import { createProviders } from '../providers/index.ts';
import { toGuestKeys, toHouseListKeys } from '../providers/house-list/keys.ts';
import type { ProviderDoors } from './checks/http/provider-doors.ts';
import { composeAccess } from './compose/compose-access.ts';
import { type ComposedAlerts, composeAlerts } from './compose/compose-alerts.ts';
import { type ComposedChecks, composeChecks } from './compose/compose-checks.ts';
import { type ComposedConnections, composeConnections } from './compose/compose-connections.ts';
import { composeConfiguration } from './compose/compose-configuration.ts';
import { composeDoctor } from './compose/compose-doctor.ts';
import { findPagesFolder } from './compose/find-pages-folder.ts';
import { toGaugeReaders } from './compose/gauge-readers.ts';
import {
  composeFormAsking,
  composeFormDelivery,
  composeFormPages,
  composeStaffForms,
} from './compose/compose-forms.ts';
import { composeHouseList } from './compose/compose-house-list.ts';
import { type ComposedProfiles, composeProfiles } from './compose/compose-profiles.ts';
import { composeStatistics } from './compose/compose-statistics.ts';
import { composeSyncing } from './compose/compose-syncing.ts';
import { type ComposedMail, composeMail } from './compose/compose-mail.ts';
import { composePolicy } from './compose/compose-policy.ts';
import {
  type ComposedWatchlists,
  composeWatchlists,
  type WatchlistCompositionParts,
} from './compose/compose-watchlists.ts';
import type { Settings } from './config/environment.ts';
import { createHttpApp } from './http/create-http-app.ts';
import { createWorker } from './jobs/worker.ts';
import { createMetrics } from './metrics/create-metrics.ts';
import type { HookDoor } from './ports/alerts.ts';
import type { CheckProvider } from './ports/check-provider.ts';
import type { Clock } from './ports/clock.ts';
import type { FormAsking } from './ports/forms.ts';
import type { HouseListPerson } from './ports/house-list.ts';
import type { JobHandlers } from './ports/jobs.ts';
import type { Logger } from './ports/logger.ts';
import type { PmsBudget } from './ports/pms-budget.ts';
import type { Pms } from './ports/pms.ts';
import type { PmsGuests } from './ports/pms-guests.ts';
import type { Store } from './ports/store.ts';
import { createDecide } from './screening/decide.ts';
import { createForgetOldEvents } from './screening/forget-old-events.ts';
import { createAssignments } from './screening/desk/assign.ts';
import { createGuestNotes } from './screening/desk/guest-notes.ts';
import { createMakeSyncsDue } from './screening/syncing/make-syncs-due.ts';
import { createReceiveEvent, type SyncPace } from './screening/receive-event.ts';
import { createExpectedEchoes } from './screening/syncing/expected-echoes.ts';
import { createRecheckHouseList } from './screening/house-list/recheck-house-list.ts';
import { createReportAppError } from './screening/writing-back/report-app-error.ts';
import { createRescreen } from './screening/rescreen.ts';
import { createWithdrawVerification } from './screening/withdraw-verification.ts';
import { createWriteBack } from './screening/write-back.ts';
import { createService, type Service } from './lifecycle.ts';
import { createAuditedStore } from './store/audit/audited-store.ts';
import { openStore } from './store/open-store.ts';

/** What a service runs on. What is left out is the real thing. */
export interface Surroundings {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly axios?: Pick<AxiosInstance, 'request'>;
  /** Of one request to the PMS. */
  readonly pmsDeadlineMs?: number;
  /** How much longer than another one a request to the PMS may be on its way. */
  readonly pmsArrivalAllowanceMs?: number;
  /** Nobody asked the PMS before: the first request need not wait out the second that another process may have spent. */
  readonly isFirstAtPms?: boolean;
  readonly pace?: SyncPace;
  readonly providers?: readonly CheckProvider[];
  readonly doors?: ProviderDoors;
  /** Where watchlists come from, for tests that are publishers themselves. */
  readonly publishers?: WatchlistCompositionParts['publishers'];
  /** The way out to webhooks of alerts. */
  readonly hookDoor?: HookDoor;
  /** Where the built pages are, for tests that build them elsewhere. */
  readonly pagesFolder?: string;
  /** Wraps what the parts are handed, for tests that break it. */
  readonly wrapStore?: (store: Store) => Store;
}

const defaultPace: SyncPace = { burstMs: 1_000, gapMs: 5_000, echoMs: 30_000 };

/** Builds every part and hands it what it needs; the only place where they meet. Rejects where the store cannot be opened. */
export async function compose(given: Settings, surroundings: Surroundings): Promise<Service> {
  const { clock, logger } = surroundings;
  const opened = await openStore({ databaseUrl: `sqlite:${given.databasePath}`, secretKey: given.secretKey });
  const { store, trail } = createAuditedStore(surroundings.wrapStore?.(opened) ?? opened);
  const metrics = createMetrics(toGaugeReaders(store, clock, () => connections.pms));
  const { settings, configuration } = composeConfiguration({ settings: given, store, clock, logger, metrics });
  const expectedEchoes = createExpectedEchoes(60_000);
  const formAsking = composeFormAsking(settings);
  const parts = { settings, surroundings, store, clock, logger, metrics, expectedEchoes, formAsking };
  const { publishers, doors, pagesFolder = findPagesFolder() } = surroundings;
  const watchlists = await composeWatchlists({ ...parts, ...(publishers && { publishers }) });
  const providers = surroundings.providers ?? createProviders(watchlists.forProvider);
  const checks = composeChecks({ ...parts, providers, ...(doors && { doors }) });
  const profiles = composeProfiles(parts);
  const mail = composeMail(parts);
  const connections = composeConnections(parts);
  const { pms } = connections;
  const alerts = composeAlerts({ ...parts, checks, watchlists, mail, configuration });
  const diagnose = composeDoctor({ ...parts, pms, mail, watchlists, configuration });
  const handlers = createHandlers({ ...parts, connections, mail, alerts, pms, checks, watchlists, profiles });
  const worker = createWorker({ store, handlers, clock, logger, metrics });
  return createService({
    ...parts,
    configuration,
    worker,
    diagnose,
    takeUp: connections.takeUp,
    makeSyncsDue: createMakeSyncsDue({ store, clock }),
    onDrained: () => mail.close(),
    createApp: (health) =>
      createHttpApp({
        ...{ store, clock, logger, metrics, health, pagesFolder, diagnose },
        form: composeFormPages(parts, pagesFolder),
        access: composeAccess({ settings, store, clock, trail, mailLink: mail.mailLink }),
        staffForms: composeStaffForms(parts),
        mail: mail.http,
        receiveEvent: createReceiveEvent({ store, clock, expectedEchoes, pace: surroundings.pace ?? defaultPace }),
        receiveCallback: checks.receiveCallback,
        connections: connections.http,
        watchlists: watchlists.http,
        profiles: profiles.http,
        statistics: composeStatistics({ ...parts, checks, watchlists, pms }),
        policy: composePolicy({ store, clock, checks }),
        ...{ decide: createDecide({ store, clock }), rescreen: createRescreen({ store, clock }) },
        withdrawVerification: createWithdrawVerification({ store, clock }),
        houseList: composeHouseList({ store, clock, logger, toKeys: houseListKeysFor(settings) }),
        desk: { notes: createGuestNotes({ store, clock }), assignments: createAssignments({ store, clock }) },
      }),
  });
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

function createHandlers(
  parts: Parts & {
    readonly pms: Pms & PmsGuests & PmsBudget;
    readonly connections: ComposedConnections;
    readonly checks: ComposedChecks;
    readonly mail: ComposedMail;
    readonly alerts: ComposedAlerts;
    readonly watchlists: ComposedWatchlists;
    readonly profiles: ComposedProfiles;
  },
): JobHandlers {
  const { settings, store, pms, clock, metrics, expectedEchoes, formAsking } = parts;
  const modeFor = (propertyId: string) => settings.properties.configFor(propertyId).writeBack;
  const driftFor = (propertyId: string) => settings.properties.configFor(propertyId).drift;
  const writing = { store, pms, clock, metrics, expectedEchoes, modeFor, driftFor };
  return {
    ...parts.connections.handlers,
    ...composeSyncing({ ...parts, ...parts.profiles.syncing }),
    ...parts.checks.handlers,
    ...parts.watchlists.handlers,
    ...parts.profiles.handlers,
    'write-back': createWriteBack({ ...writing, formLinks: formAsking.links }),
    'report-app-error': createReportAppError({ store, pms, clock, metrics }),
    ...composeFormDelivery(parts),
    ...{ ...parts.mail.handlers, ...parts.alerts.handlers },
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

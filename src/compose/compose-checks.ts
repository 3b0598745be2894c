import { createCheckKit } from '../checks/check-kit.ts';
import type { ProviderDoors } from '../checks/http/provider-doors.ts';
import type { Settings } from '../config/environment.ts';
import { toLocalDate } from '../domain/calendar.ts';
import type { Policy } from '../domain/policy.ts';
import type { CheckContext, CheckProvider, ProviderManifest } from '../ports/check-provider.ts';
import type { CheckRunner } from '../ports/check-runner.ts';
import type { Clock } from '../ports/clock.ts';
import type { FormAsking } from '../ports/forms.ts';
import type { JobHandlers } from '../ports/jobs.ts';
import type { Logger } from '../ports/logger.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { Store } from '../ports/store.ts';
import type { FindVendorHealth } from '../ports/vendor-health.ts';
import { createProviderWatch, type ProviderWatch } from '../screening/alerts/provider-watch.ts';
import { createExpirePending } from '../screening/checks/expire-pending.ts';
import { createPollPending } from '../screening/checks/poll-pending.ts';
import { createReceiveCallback, type ReceiveCallback } from '../screening/receive-callback.ts';
import { createRedactCheck } from '../screening/checks/redact-check.ts';
import { createRunChecks } from '../screening/run-checks.ts';
import { createCallbackSecrets } from '../store/checks/callback-secrets.ts';
import { createDigest } from '../store/keys.ts';

export interface CheckParts {
  readonly settings: Settings;
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly formAsking: FormAsking;
  readonly providers: readonly CheckProvider[];
  /** Default: doors to the hosts of the manifests. */
  readonly doors?: ProviderDoors;
}

export interface ComposedChecks {
  readonly handlers: Pick<JobHandlers, 'run-checks' | 'poll-check' | 'expire-check' | 'redact-check'>;
  readonly receiveCallback: ReceiveCallback;
  /** Of every provider that there is. */
  readonly manifests: readonly ProviderManifest[];
  readonly listFor: CheckRunner['listFor'];
  readonly policyFor: (propertyId: string) => Policy;
  readonly findHealth: FindVendorHealth;
  readonly providerWatch: ProviderWatch;
}

/** Everything that asks providers and hears from them. */
export function composeChecks(parts: CheckParts): ComposedChecks {
  const { settings, store, clock, logger, metrics, providers, doors, formAsking: forms } = parts;
  const secrets = createCallbackSecrets(settings.secretKey);
  const kit = createCheckKit({
    providers,
    clock,
    logger,
    metrics,
    configFor: (propertyId) => settings.properties.configFor(propertyId),
    memory: { store, digest: createDigest(settings.secretKey) },
    callbackUrlFor: (providerId, propertyId) =>
      `${settings.publicUrl}/callbacks/${providerId}/${secrets.toSecret(providerId, propertyId)}`,
    houseListOf: (propertyId) => toHouseList(parts, propertyId),
    ...(doors === undefined ? {} : { doors }),
  });
  const { later, findHealth } = kit;
  const providerWatch = createProviderWatch(clock);
  const checks = providerWatch.watch(kit.checks);
  const policyFor = (propertyId: string) => settings.properties.configFor(propertyId).policy;
  const settling = { store, clock, logger, metrics, later, policyFor, forms };
  return {
    handlers: {
      'run-checks': createRunChecks({ ...settling, checks }),
      'poll-check': createPollPending(settling),
      'expire-check': createExpirePending(settling),
      'redact-check': createRedactCheck(settling),
    },
    receiveCallback: createReceiveCallback({ ...settling, findPropertyId: secrets.findPropertyId }),
    manifests: providers.map(({ manifest }) => manifest),
    listFor: (propertyId) => checks.listFor(propertyId),
    policyFor,
    findHealth,
    providerWatch,
  };
}

function toHouseList({ store, clock }: CheckParts, propertyId: string): CheckContext['houseList'] {
  return {
    find: (query) =>
      store.read(async (rows) => {
        const { timeZone } = await rows.properties.get(propertyId);
        return rows.houseList.find(propertyId, query, toLocalDate(clock.now(), timeZone));
      }),
  };
}

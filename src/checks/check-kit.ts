import { setTimeout as delay } from 'node:timers/promises';
import PQueue from 'p-queue';
import type { Digest } from '../domain/fingerprint.ts';
import type { CheckContext, CheckProvider, SettingValues } from '../ports/check-provider.ts';
import type { CheckRunner, LaterChecks } from '../ports/check-runner.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { Store } from '../ports/store.ts';
import { createCheckRunner } from './check-runner.ts';
import { type Circuit, type CircuitLimits, defaultCircuitLimits } from './circuit.ts';
import { createCircuits } from './circuits.ts';
import { createProviderDoors, type ProviderDoors } from './http/provider-doors.ts';
import { createLaterChecks } from './later-checks.ts';
import { assertProviders } from './manifest-problems.ts';

export interface CheckKitParts {
  readonly providers: readonly CheckProvider[];
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly configFor: (propertyId: string) => PropertyCheckConfig;
  readonly houseListOf: (propertyId: string) => CheckContext['houseList'];
  /** Needed by providers that cost, keep answers or answer later. */
  readonly memory?: CheckMemory;
  /** Where a vendor's callback reaches us. */
  readonly callbackUrlFor?: (providerId: string, propertyId: string) => string;
  /** Default: doors to the hosts of the manifests. */
  readonly doors?: ProviderDoors;
  readonly circuitLimits?: CircuitLimits;
  readonly time?: KitTime;
}

export interface CheckMemory {
  readonly store: Store;
  /** Keyed, so that what is remembered cannot be guessed back. */
  readonly digest: Digest;
}

/** What retries and circuits go by; for tests. */
export interface KitTime {
  /** Milliseconds that only ever grow. */
  readonly elapsedMs: () => number;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** From 0 up to 1. */
  readonly random: () => number;
}

export interface PropertyCheckConfig {
  readonly phoneCountry?: string | undefined;
  readonly providers: Readonly<Record<string, { readonly enabled: boolean; readonly settings: SettingValues }>>;
}

export interface CheckKit {
  readonly checks: CheckRunner;
  readonly later: LaterChecks;
}

/** Everything that asks providers, made once. Throws where a manifest cannot be kept. */
export function createCheckKit(parts: CheckKitParts): CheckKit {
  assertProviders(parts.providers);
  assertMemory(parts);
  const time = parts.time ?? realTime;
  const workshop: Workshop = {
    ...parts,
    time,
    doors: parts.doors ?? createProviderDoors(),
    circuitFor: createCircuits({
      limits: parts.circuitLimits ?? defaultCircuitLimits,
      elapsedMs: time.elapsedMs,
      logger: parts.logger,
    }),
    entries: new Map(
      parts.providers.map((provider) => {
        const queue = new PQueue({ concurrency: provider.manifest.concurrency });
        return [provider.manifest.id, { provider, queue }];
      }),
    ),
  };
  return { checks: createCheckRunner(workshop), later: createLaterChecks(workshop) };
}

/** What the parts of the kit work with. */
export interface Workshop extends CheckKitParts {
  readonly time: KitTime;
  readonly doors: ProviderDoors;
  readonly circuitFor: (providerId: string, settingsKey: string) => Circuit;
  readonly entries: ReadonlyMap<string, Entry>;
}

export interface Entry {
  readonly provider: CheckProvider;
  readonly queue: PQueue;
}

const realTime: KitTime = {
  elapsedMs: () => performance.now(),
  wait: async (ms, signal) => {
    await delay(ms, undefined, { signal });
  },
  random: Math.random,
};

function assertMemory({ providers, memory }: CheckKitParts): void {
  if (memory !== undefined) return;
  const needing = providers.find(
    ({ manifest }) => manifest.cost !== undefined || manifest.reuseMs !== undefined || manifest.kind === 'later',
  );
  if (needing !== undefined)
    throw new Error(`${needing.manifest.id} needs a memory: it costs, keeps or answers later.`);
}

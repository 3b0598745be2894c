import type PQueue from 'p-queue';
import type { Digest } from '../domain/fingerprint.ts';
import type { CheckContext, CheckProvider, SettingValues } from '../ports/check-provider.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { Store } from '../ports/store.ts';
import type { Circuit, CircuitLimits } from './circuit.ts';
import type { ProviderDoors } from './http/provider-doors.ts';

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

/** Throws where there is no such provider: who asks for one has it from the list. */
export function getEntry({ entries }: Workshop, providerId: string): Entry {
  const entry = entries.get(providerId);
  if (entry === undefined) throw new Error(`No provider is called “${providerId}”.`);
  return entry;
}

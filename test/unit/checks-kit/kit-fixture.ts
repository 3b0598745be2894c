import { createCheckKit } from '../../../src/checks/check-kit.ts';
import { createProviderDoors, type DoorOptions } from '../../../src/checks/http/provider-doors.ts';
import type { KitTime } from '../../../src/checks/workshop.ts';
import type { Finding } from '../../../src/domain/finding.ts';
import { plusMs } from '../../../src/domain/calendar.ts';
import type { SubjectFields } from '../../../src/domain/subject.ts';
import type { CheckProvider, ProviderManifest, SettingValues } from '../../../src/ports/check-provider.ts';
import { assertAnswered } from '../../../src/ports/provider-http.ts';
import type { CheckRunner } from '../../../src/ports/check-runner.ts';
import type { FindVendorHealth } from '../../../src/ports/vendor-health.ts';
import type { LogFacts } from '../../../src/ports/logger.ts';
import type { Store } from '../../../src/ports/store.ts';
import { createDigest } from '../../../src/store/keys.ts';
import { openStore } from '../../../src/store/open-store.ts';

const secretKey = Buffer.alloc(32, 'kit');

/** A kit on a real store, whose time the test sets: waits end at once, and are remembered. */
export interface Kit {
  readonly checks: CheckRunner;
  readonly findHealth: FindVendorHealth;
  readonly store: Store;
  readonly lines: readonly string[];
  readonly waits: readonly number[];
  pass(ms: number): void;
  now(): string;
  ask(fields?: Partial<SubjectFields>, more?: Asked): Promise<Finding>;
  close(): Promise<void>;
}

export interface Asked {
  readonly propertyId?: string;
  readonly guestId?: string;
  readonly provider?: string;
}

export interface KitOptions {
  readonly providers: readonly CheckProvider[];
  readonly settings?: (propertyId: string) => SettingValues;
  readonly doors?: DoorOptions;
  readonly random?: () => number;
}

export async function openKit({ providers, settings, doors = {}, random = () => 1 }: KitOptions): Promise<Kit> {
  const store = await openStore({ databaseUrl: 'sqlite::memory:', secretKey });
  const lines: string[] = [];
  const waits: number[] = [];
  let elapsedMs = 0;
  const startedAt = '2026-11-23T09:00:00.000Z';
  const now = () => plusMs(startedAt, elapsedMs);
  const note = (event: string, facts?: LogFacts) => void lines.push(`${event} ${JSON.stringify(facts)}`);
  const time: KitTime = {
    elapsedMs: () => elapsedMs,
    wait: (ms) => {
      waits.push(ms);
      elapsedMs += ms;
      return Promise.resolve();
    },
    random,
  };
  const [first] = providers;
  const id = first?.manifest.id ?? '';
  const { checks, findHealth } = createCheckKit({
    providers,
    clock: { now },
    logger: { debug: note, info: note, warn: note, error: note },
    metrics: { count: () => undefined, observe: () => undefined },
    configFor: (propertyId) => ({ providers: { [id]: { enabled: true, settings: settings?.(propertyId) ?? {} } } }),
    houseListOf: () => ({ find: () => Promise.resolve([]) }),
    memory: { store, digest: createDigest(secretKey) },
    doors: createProviderDoors(doors),
    time,
  });
  let asked = 0;
  return {
    checks,
    findHealth,
    store,
    lines,
    waits,
    now,
    pass: (ms) => {
      elapsedMs += ms;
    },
    ask: (fields = {}, { propertyId = 'P1', guestId = 'G1', provider = id } = {}) => {
      const known = { arrivesOn: '2026-11-25', departsOn: '2026-11-28', adults: 1, children: 0, isMainGuest: true };
      const signal = new AbortController().signal;
      asked += 1;
      return checks.run(
        provider,
        { ...known, firstName: 'Zyxanna', ...fields },
        { propertyId, guestId, questionId: `Q${asked}`, signal },
      );
    },
    close: () => store.close(),
  };
}

/** A provider that asks its vendor at `{serviceUrl}` one thing, and finds what the vendor says. */
export function createAskingProvider(changes: Partial<ProviderManifest> = {}): CheckProvider {
  return {
    manifest: {
      id: 'asking',
      version: '1',
      label: 'Asking',
      description: 'Asks a vendor.',
      reads: ['firstName', 'email'],
      hosts: ['{serviceUrl}'],
      // Longer than a busy machine stands still.
      deadlineMs: 60_000,
      concurrency: 16,
      kind: 'instant',
      settings: {
        serviceUrl: { type: 'string', description: 'Where it is.', default: '' },
        apiKey: { type: 'string', description: 'Its key.', default: '', isSecret: true },
      },
      ...changes,
    },
    check: async (fields, { http, settings }) => {
      const headers = { authorization: `Bearer ${String(settings.apiKey)}` };
      const url = `${String(settings.serviceUrl)}/check`;
      const response = await http.request({ method: 'POST', url, headers, json: fields });
      assertAnswered(response);
      const { hits } = response.json() as { readonly hits?: number };
      if (hits === undefined || hits === 0) return { result: 'clear', reasons: [] };
      return { result: 'match', strength: 'likely', reasons: [{ code: 'asking.hit', text: 'Found' }] };
    },
  };
}

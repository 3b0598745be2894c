import { createCheckKit } from '../../src/checks/check-kit.ts';
import { createProviderDoors } from '../../src/checks/http/provider-doors.ts';
import type { KitTime } from '../../src/checks/workshop.ts';
import type { SubjectFields } from '../../src/domain/subject.ts';
import type { CheckAnswer, Finding } from '../../src/domain/finding.ts';
import type { CheckProvider, ProviderManifest } from '../../src/ports/check-provider.ts';
import { assertAnswered } from '../../src/ports/provider-http.ts';
import { createDigest } from '../../src/store/keys.ts';
import { openStore } from '../../src/store/open-store.ts';

export const fields: SubjectFields = {
  firstName: 'Ada',
  lastName: 'Moreau',
  email: 'ada.moreau@example.org',
  birthDate: '1985-12-10',
  isMainGuest: true,
  arrivesOn: '2026-11-25',
  departsOn: '2026-11-28',
  adults: 2,
  children: 0,
};

export interface BenchKit {
  ask(question: number, changes?: Partial<SubjectFields>): Promise<Finding>;
  close(): Promise<void>;
}

/** The kit as the service has it, with one provider. */
export async function openBenchKit(provider: CheckProvider, time?: KitTime): Promise<BenchKit> {
  const secretKey = Buffer.alloc(32, 'bench');
  const store = await openStore({ databaseUrl: 'sqlite::memory:', secretKey });
  const ignore = () => undefined;
  const settings = Object.fromEntries(
    Object.entries(provider.manifest.settings).map(([name, setting]) => [name, setting.default]),
  );
  const config = { providers: { [provider.manifest.id]: { enabled: true, settings } } };
  const { checks } = createCheckKit({
    providers: [provider],
    clock: { now: () => new Date().toISOString() },
    logger: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    metrics: { count: ignore, observe: ignore },
    configFor: () => config,
    houseListOf: () => ({ find: () => Promise.resolve([]) }),
    memory: { store, digest: createDigest(secretKey) },
    doors: createProviderDoors(),
    ...(time === undefined ? {} : { time }),
  });
  const { signal } = new AbortController();
  return {
    ask: (question, changes = {}) =>
      checks.run(
        provider.manifest.id,
        { ...fields, ...changes },
        { propertyId: 'P1', guestId: 'G1', questionId: `Q${question}`, signal },
      ),
    close: () => store.close(),
  };
}

const clear: CheckAnswer = { result: 'clear', reasons: [] };

export function createInstant(changes: Partial<ProviderManifest> = {}): CheckProvider {
  return {
    manifest: {
      id: 'instant',
      version: '1',
      label: 'Instant',
      description: 'Answers at once.',
      reads: ['firstName', 'lastName', 'email', 'birthDate'],
      hosts: [],
      deadlineMs: 5_000,
      concurrency: 64,
      kind: 'instant',
      settings: {},
      ...changes,
    },
    check: () => Promise.resolve(clear),
  };
}

/** Asks the vendor at the URL one thing. */
export function createAsking(url: string, changes: Partial<ProviderManifest> = {}): CheckProvider {
  const settings = { serviceUrl: { type: 'string', description: 'Where it is.', default: url } } as const;
  return {
    manifest: { ...createInstant().manifest, id: 'asking', hosts: ['{serviceUrl}'], settings, ...changes },
    check: async (given, { http }) => {
      const response = await http.request({ method: 'POST', url: `${url}/check`, json: given });
      assertAnswered(response);
      return clear;
    },
  };
}

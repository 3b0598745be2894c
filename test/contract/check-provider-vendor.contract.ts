import { createCheckKit, type CheckKit } from '../../src/checks/check-kit.ts';
import { createProviderDoors } from '../../src/checks/http/provider-doors.ts';
import type { Finding } from '../../src/domain/finding.ts';
import type { SubjectFields } from '../../src/domain/subject.ts';
import type { CheckProvider, ProviderCallback, SettingValues } from '../../src/ports/check-provider.ts';
import type { Store } from '../../src/ports/store.ts';
import { createDigest } from '../../src/store/keys.ts';
import { openStore } from '../../src/store/open-store.ts';
import { startVendor, type Vendor, type VendorAnswer } from '../support/vendor-server.ts';
import { canary, traces } from './check-provider-samples.ts';
import type { ProviderRule } from './check-provider.contract.ts';

/** The promises of providers that ask a vendor, kept through the very door that the service gives them. */
export const vendorRules: readonly ProviderRule[] = [
  { name: 'never says clear when the vendor talks nonsense', find: findCredulity },
  { name: 'is unavailable when the vendor is', find: findFalseComfort },
  { name: 'puts nothing personal and no secret into a URL', find: findTalkativeUrls },
  { name: 'follows no redirect out of its hosts', find: findStraying },
  { name: 'believes no callback that is not signed', find: findCredulousCallbacks },
];

const nonsense: readonly (readonly [what: string, answer: VendorAnswer])[] = [
  ['a page', { headers: { 'content-type': 'text/html' }, body: '<html><body>Please log in</body></html>' }],
  ['nothing', { body: '' }],
  ['null', { body: 'null' }],
  ['a word', { body: '"ok"' }],
  ['an empty object', { body: {} }],
  ['an empty list', { body: [] }],
  ['another shape', { body: { status: { code: 42 }, data: [[{ a: null }]], result: 7 } }],
  ['far too much', { body: 'x'.repeat(2 * 1024 * 1024) }],
];

const absent: readonly (readonly [what: string, answer: VendorAnswer])[] = [
  ['500', { status: 500, body: {} }],
  ['503 with a page', { status: 503, body: '<html>' }],
  ['429', { status: 429, headers: { 'retry-after': '3600' }, body: {} }],
  ['401', { status: 401, body: {} }],
  ['403', { status: 403, body: {} }],
];

async function findCredulity(provider: CheckProvider): Promise<string[]> {
  const found = await Promise.all(nonsense.map(([what, answer]) => askAt(provider, answer, what)));
  return found.filter(({ finding }) => !isDoubt(finding)).map(({ finding, what }) => `${finding.result} from ${what}`);
}

/** Some answers are no business of the vendor's: what the fields alone say may stand. */
function isDoubt({ result }: Finding): boolean {
  return result === 'unavailable' || result === 'incomplete';
}

async function findFalseComfort(provider: CheckProvider): Promise<string[]> {
  const found = await Promise.all(absent.map(([what, answer]) => askAt(provider, answer, what)));
  return found.filter(({ finding }) => !isDoubt(finding)).map(({ finding, what }) => `${finding.result} at ${what}`);
}

async function findTalkativeUrls(provider: CheckProvider): Promise<string[]> {
  const { requests } = await askAt(provider, { body: {} }, 'an empty object');
  return requests.flatMap(({ path }) => {
    const told = decodeURIComponent(path).toLowerCase();
    const said = [...traces, secretValue].filter((trace) => told.includes(trace));
    return said.map((trace) => `a URL holds ${trace === secretValue ? 'a secret' : 'the guest'}`);
  });
}

async function findStraying(provider: CheckProvider): Promise<string[]> {
  const elsewhere = await startVendor();
  try {
    const { finding } = await askAt(
      provider,
      { status: 307, headers: { location: `${elsewhere.url}/` } },
      'a redirect',
    );
    const strayed = elsewhere.requests.length > 0 ? ['it asked another host'] : [];
    return isDoubt(finding) ? strayed : [...strayed, `${finding.result} from a redirect`];
  } finally {
    await elsewhere.close();
  }
}

async function findCredulousCallbacks(provider: CheckProvider): Promise<string[]> {
  if (provider.readCallback === undefined) return [];
  return withKit(provider, async ({ later }) => {
    const found = await Promise.all(
      forgeries.map(async ([what, callback]) => {
        const context = { propertyId: 'P1', signal: new AbortController().signal };
        const { kind } = await later.readCallback(provider.manifest.id, callback, context);
        return kind === 'refused' ? [] : [`${kind} from ${what}`];
      }),
    );
    return found.flat();
  });
}

const bytes = (text: string) => Buffer.from(text, 'utf8');
const forgeries: readonly (readonly [what: string, callback: ProviderCallback])[] = [
  ['nothing', { headers: {}, body: bytes('') }],
  ['an unsigned object', { headers: { 'content-type': 'application/json' }, body: bytes('{"id":"e1"}') }],
  ['no JSON', { headers: {}, body: Buffer.from([0xff, 0xfe, 0x00]) }],
];

interface Asked {
  readonly what: string;
  readonly finding: Finding;
  readonly requests: Vendor['requests'];
}

async function askAt(provider: CheckProvider, answer: VendorAnswer, what: string): Promise<Asked> {
  return withKit(provider, async ({ checks }, vendor) => {
    vendor.answer = () => answer;
    const context = { propertyId: 'P1', guestId: 'G1', questionId: 'Q1', signal: new AbortController().signal };
    const finding = await checks.run(provider.manifest.id, canary as SubjectFields, context);
    return { what, finding, requests: vendor.requests };
  });
}

const now = '2026-11-23T09:00:00.000Z';

/** One server plays every declared host; nothing waits. */
async function withKit<Result>(
  provider: CheckProvider,
  work: (kit: CheckKit, vendor: Vendor) => Promise<Result>,
): Promise<Result> {
  const vendor = await startVendor();
  const secretKey = Buffer.alloc(32, 'suite');
  const store: Store = await openStore({ databaseUrl: 'sqlite::memory:', secretKey });
  const { manifest } = provider;
  const hosts = manifest.hosts.filter((host) => !host.startsWith('{'));
  const ignore = () => undefined;
  const kit = createCheckKit({
    providers: [provider],
    clock: { now: () => now },
    logger: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    metrics: { count: ignore, observe: ignore },
    configFor: () => ({
      providers: { [manifest.id]: { enabled: true, settings: toFilledSettings(provider, vendor) } },
    }),
    houseListOf: () => ({ find: () => Promise.resolve([]) }),
    memory: { store, digest: createDigest(secretKey) },
    callbackUrlFor: (id) => `https://screening.example/callbacks/${id}/secret`,
    doors: createProviderDoors({ testRoutes: Object.fromEntries(hosts.map((host) => [host, vendor.url])) }),
    time: { elapsedMs: () => 0, wait: () => Promise.resolve(), random: () => 0 },
  });
  try {
    return await work(kit, vendor);
  } finally {
    await store.close();
    await vendor.close();
  }
}

const secretValue = 'suite-secret-of-the-property';

/** As a property that uses it would have it: its own service is the vendor of the suite, every secret is set. */
function toFilledSettings({ manifest }: CheckProvider, vendor: Vendor): SettingValues {
  return Object.fromEntries(
    Object.entries(manifest.settings).map(([name, setting]) => {
      if (manifest.hosts.includes(`{${name}}`)) return [name, vendor.url];
      if (setting.isSecret === true) return [name, secretValue];
      return [name, setting.default];
    }),
  );
}

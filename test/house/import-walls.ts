import { type Import, listImports } from './imports.ts';
import type { SourceFile } from './source-files.ts';

/** The parts of the house, by how a path begins. The first that fits counts; a file right in src composes. */
const zoneStarts = [
  ['domain', 'src/domain/'],
  ['ports', 'src/ports/'],
  ['screening', 'src/screening/'],
  ['openapi', 'src/openapi/'],
  ['contracts', 'openapi/'],
  ['http', 'src/http/'],
  ['jobs', 'src/jobs/'],
  ['store', 'src/store/'],
  ['pms', 'src/pms/'],
  ['access', 'src/access/'],
  ['checks', 'src/checks/'],
  ['clock', 'src/clock/'],
  ['config', 'src/config/'],
  ['logging', 'src/logging/'],
  ['metrics', 'src/metrics/'],
  ['i18n', 'src/i18n/'],
  ['mail', 'src/mail/'],
  ['network', 'src/network/'],
  ['phone', 'src/phone/'],
  ['diagnosis', 'src/diagnosis/'],
  ['web', 'src/web/'],
  ['locales', 'src/locales/'],
  ['client', 'src/client/'],
  ['pages', 'src/pages/'],
  ['sandbox', 'src/sandbox/'],
  ['vendorFakes', 'src/vendor-fakes/'],
  ['demo', 'src/demo/'],
  ['composition', 'src/compose/'],
  ['registry', 'providers/index.ts'],
  ['providerFoundation', 'providers/hosted-session/'],
  ['providerFoundation', 'providers/list-search/'],
  ['providers', 'providers/'],
] as const;

type Zone = (typeof zoneStarts)[number][0];

const core: readonly Zone[] = ['domain', 'ports', 'screening'];
const everything: readonly Zone[] = zoneStarts.map(([zone]) => zone);

/** What each part may import besides itself. */
const mayImport: Readonly<Record<Zone, readonly Zone[]>> = {
  domain: [],
  ports: ['domain'],
  screening: ['domain', 'ports'],
  openapi: ['domain', 'ports', 'contracts'],
  contracts: [],
  http: [...core, 'pages', 'openapi', 'contracts', 'i18n'],
  jobs: core,
  store: core,
  pms: [...core, 'openapi', 'contracts'],
  access: core,
  checks: [...core, 'network'],
  clock: core,
  config: [...core, 'i18n'],
  logging: core,
  metrics: core,
  // Where connections may lead: nobody's in particular.
  network: [],
  phone: core,
  // Looks at the machine from outside.
  diagnosis: core,
  // It runs in a browser, and knows of the service what the description says and what is pure.
  web: ['client', 'contracts', 'domain', 'locales'],
  // Texts alone.
  locales: [],
  client: ['contracts'],
  // What guests see, as text in and markup out.
  pages: ['domain', 'i18n'],
  i18n: ['domain'],
  // What guests read is written in their language.
  mail: [...core, 'i18n', 'pages'],
  sandbox: ['openapi', 'contracts'],
  // Other people's clouds are strangers here, as the PMS is.
  vendorFakes: ['openapi', 'contracts'],
  demo: everything,
  composition: everything,
  registry: ['ports', 'providers'],
  // What several vendors have in common, offered to their folders; no provider itself.
  providerFoundation: core,
  providers: [...core, 'network', 'providerFoundation'],
};

const pureZones: readonly Zone[] = ['domain', 'ports', 'screening'];
const pureModules: readonly string[] = ['node:crypto'];

/** Each import that breaks CONVENTIONS.md, as a sentence. */
export function listWallBreaches(files: readonly SourceFile[]): string[] {
  return files.flatMap(listImports).flatMap((found) => {
    const breach = findBreach(found);
    return breach === undefined ? [] : [breach];
  });
}

function findBreach({ from, target, isOurs }: Import): string | undefined {
  const zone = findZone(from);
  if (zone === undefined) return `${from} stands in no known part of the house`;
  if (!isOurs) {
    const isRefused = pureZones.includes(zone) && !pureModules.includes(target);
    return isRefused ? `${from} imports ${target}: ${zone} knows no library` : undefined;
  }
  const other = findZone(target);
  if (other === undefined) return `${from} imports ${target}, which stands in no known part of the house`;
  if (zone === 'providers' && other === 'providers' && toProvider(from) !== toProvider(target)) {
    return `${from} imports ${target}: providers do not know each other`;
  }
  if (other === zone || mayImport[zone].includes(other)) return undefined;
  return `${from} imports ${target}: ${zone} may not know ${other}`;
}

function findZone(path: string): Zone | undefined {
  const isAtTheTop = /^src\/[^/]+\.ts$/.test(path);
  return isAtTheTop ? 'composition' : zoneStarts.find(([, start]) => path.startsWith(start))?.[0];
}

function toProvider(path: string): string | undefined {
  return path.split('/')[1];
}

import { isIP } from 'node:net';
import type { CheckProvider, ProviderManifest } from '../ports/check-provider.ts';
import { monthlyCeilingName } from '../ports/monthly-ceiling.ts';
import { toSettingName } from './http/declared-origins.ts';

/** Throws where any manifest cannot be kept, naming every problem. Called once, at start. */
export function assertProviders(providers: readonly CheckProvider[]): void {
  const problems = [...providers.flatMap(listManifestProblems), ...listDuplicates(providers)];
  if (problems.length > 0) throw new Error(`The providers cannot be started:\n${problems.join('\n')}`);
}

/** Each as a sentence that begins with the provider's id. */
export function listManifestProblems(provider: CheckProvider): readonly string[] {
  const { manifest } = provider;
  const checks = [listShapeProblems, listHostProblems, listSettingProblems, listCostProblems];
  const problems = [...checks.flatMap((list) => list(manifest)), ...listLaterProblems(provider)];
  return problems.map((problem) => `${manifest.id} ${problem}`);
}

function listDuplicates(providers: readonly CheckProvider[]): readonly string[] {
  return providers.flatMap(({ manifest: { id, label } }, index) => {
    const first = providers.findIndex(({ manifest }) => manifest.id === id);
    const firstLabel = providers[first]?.manifest.label ?? '';
    return first === index ? [] : [`Two providers are called “${id}”: “${firstLabel}” and “${label}”`];
  });
}

function listShapeProblems(manifest: ProviderManifest): readonly string[] {
  return told([
    [!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(manifest.id), 'is no kebab-case id'],
    [
      manifest.version === '' || manifest.label === '' || manifest.description === '',
      'lacks a version, label or description',
    ],
    [new Set(manifest.reads).size !== manifest.reads.length, 'reads a field twice'],
    [!isWhole(manifest.deadlineMs, 1, 120_000), 'needs a deadlineMs from 1 to 120000'],
    [!isWhole(manifest.concurrency, 1, 1_000), 'needs a concurrency from 1 to 1000'],
    [manifest.retry !== undefined && !isWhole(manifest.retry.tries, 1, 10), 'needs from 1 to 10 tries, or no retry'],
    [
      manifest.retry !== undefined && !isWhole(manifest.retry.firstDelayMs, 1, 60_000),
      'needs a firstDelayMs from 1 to 60000',
    ],
    [manifest.reuseMs !== undefined && !(manifest.reuseMs > 0), 'needs a reuseMs above 0, or none'],
  ]);
}

function listHostProblems({ hosts, settings }: ProviderManifest): readonly string[] {
  return hosts.flatMap((host) => {
    const settingName = toSettingName(host);
    if (settingName !== undefined) {
      return told([
        [settings[settingName]?.type !== 'string', `names the host ${host}, and has no such setting of type string`],
      ]);
    }
    const name = /^([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?::\d{1,5})?$/.exec(host)?.[1];
    return told([[name === undefined || isIP(name) !== 0, `names ${host}, which is no host`]]);
  });
}

function listSettingProblems({ settings }: ProviderManifest): readonly string[] {
  return Object.entries(settings).flatMap(([name, setting]) => {
    const { minimum = -Infinity, maximum = Infinity } = setting;
    const isOut = typeof setting.default === 'number' && (setting.default < minimum || setting.default > maximum);
    return told([
      [!/^[a-z][A-Za-z0-9]*$/.test(name), `has the setting ${name}, which is no camelCase name`],
      [typeof setting.default !== setting.type, `has the setting ${name}, whose default is no ${setting.type}`],
      [isOut, `has the setting ${name}, whose default is out of bounds`],
      [setting.isSecret === true && setting.default !== '', `has the secret ${name}, which must not have a default`],
    ]);
  });
}

function listCostProblems({ cost, settings, isOnByDefault }: ProviderManifest): readonly string[] {
  if (cost === undefined) return [];
  return told([
    [!isWhole(cost.minorUnits, 1, 1_000_000), 'needs a cost in whole minor units'],
    [!/^[A-Z]{3}$/.test(cost.currency), 'needs a currency of three capitals'],
    [settings[monthlyCeilingName]?.type !== 'number', `costs, and has no setting ${monthlyCeilingName}`],
    [isOnByDefault !== false, 'costs, and must be off by default'],
  ]);
}

function listLaterProblems({ manifest, readCallback, poll }: CheckProvider): readonly string[] {
  const { kind, later } = manifest;
  if (kind === 'instant') {
    return told([
      [
        later !== undefined || readCallback !== undefined || poll !== undefined,
        'answers at once, and has parts for later',
      ],
    ]);
  }
  return told([
    [later === undefined || !(later.overdueAfterMs > 0), 'answers later, and does not say when it is overdue'],
    [readCallback === undefined && poll === undefined, 'answers later, and can neither be called back nor polled'],
    [(later?.pollEveryMs === undefined) !== (poll === undefined), 'needs both pollEveryMs and poll, or neither'],
    [later?.pollEveryMs !== undefined && later.pollEveryMs < 1_000, 'needs a pollEveryMs of 1000 or more'],
  ]);
}

function told(rules: readonly (readonly [isBroken: boolean, problem: string])[]): readonly string[] {
  return rules.flatMap(([isBroken, problem]) => (isBroken ? [problem] : []));
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

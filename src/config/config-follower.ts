import { isDeepStrictEqual } from 'node:util';
import type { ProviderManifest } from '../ports/check-provider.ts';
import type { Logger } from '../ports/logger.ts';
import type { Metrics } from '../ports/metrics.ts';
import { type PropertyConfigs, readConfigFile } from './config-file.ts';
import type { SettingProblem } from './setting-problem.ts';

export interface ConfigFollowerParts {
  /** What the file said at start, and what was read out of it. */
  readonly first: { readonly text: string; readonly properties: PropertyConfigs };
  /** Throws where the file cannot be read. */
  readonly readText: () => string;
  readonly manifests: readonly ProviderManifest[];
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** Whether the configuration of a property has changed. */
export type ConfigChange = (propertyId: string) => boolean;

export interface ConfigFollower {
  /** What holds now. */
  readonly properties: PropertyConfigs;
  /**
   * To be called every few seconds: takes a file that has changed and stood still since the look before, so that none is
   * taken that an editor has half written. `undefined` where nothing changed.
   */
  look(): ConfigChange | undefined;
  /** Takes the file as it is now. */
  reload(): ConfigChange | undefined;
  /** Why the file as it was last judged was refused; empty where what it says is what holds. */
  listProblems(): readonly SettingProblem[];
}

/** Follows the configuration file while the service runs. A file that is wrong is logged and changes nothing. */
export function createConfigFollower(parts: ConfigFollowerParts): ConfigFollower {
  const { first, readText } = parts;
  let current = first.properties;
  let taken = toRead(first.text);
  /** As the look before saw it. */
  let seen = taken;
  let judged = taken;
  let problems: readonly SettingProblem[] = [];

  const judge = (file: FileRead): ConfigChange | undefined => {
    judged = file;
    const reading = readProperties(file, parts);
    problems = 'problems' in reading ? reading.problems : [];
    if ('problems' in reading) return undefined;
    const { properties } = reading;
    const before = current;
    taken = file;
    current = properties;
    return (propertyId) => !isDeepStrictEqual(before.configFor(propertyId), properties.configFor(propertyId));
  };
  const noteUnchanged = (file: FileRead): void => {
    judged = file;
    problems = [];
  };
  return {
    listProblems: () => problems,
    properties: { configFor: (propertyId) => current.configFor(propertyId), oidc: first.properties.oidc },
    look() {
      const file = readFile(readText);
      const isSettled = isSame(file, seen);
      seen = file;
      if (isSame(file, taken)) noteUnchanged(file);
      return isSettled && !isSame(file, judged) ? judge(file) : undefined;
    },
    reload() {
      const file = readFile(readText);
      seen = file;
      if (!isSame(file, taken)) return judge(file);
      noteUnchanged(file);
      parts.logger.info('configuration.unchanged');
      return undefined;
    },
  };
}

function readProperties(file: FileRead, { first, manifests, logger, metrics }: Judges): Reading {
  const reading = 'text' in file ? readConfigFile(file.text, manifests) : { problems: [file.problem] };
  if ('problems' in reading) {
    for (const { name, message } of reading.problems) logger.error('configuration.refused', { name, message });
    metrics.count('configuration_reloads', { result: 'refused' });
    return reading;
  }
  const { properties } = reading;
  const needsRestart = !isDeepStrictEqual(properties.oidc, first.properties.oidc);
  if (needsRestart) logger.warn('configuration.restart_needed', { name: 'signIn' });
  metrics.count('configuration_reloads', { result: 'taken' });
  return { properties };
}

type Judges = Pick<ConfigFollowerParts, 'first' | 'manifests' | 'logger' | 'metrics'>;

type Reading = { readonly properties: PropertyConfigs } | { readonly problems: readonly SettingProblem[] };

type FileRead = { readonly text: string } | { readonly problem: SettingProblem };

function toRead(text: string): FileRead {
  return { text };
}

function readFile(readText: () => string): FileRead {
  try {
    return toRead(readText());
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    return { problem: { name: 'CONFIG_FILE', message: `cannot be read${code}` } };
  }
}

function isSame(one: FileRead, other: FileRead): boolean {
  return isDeepStrictEqual(one, other);
}

import { listManifests } from '../../providers/index.ts';
import { type ConfigChange, createConfigFollower } from '../config/config-follower.ts';
import type { Settings } from '../config/environment.ts';
import type { SettingProblem } from '../config/setting-problem.ts';
import type { FollowedConfiguration } from '../lifecycle.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { Store } from '../ports/store.ts';
import { createTakeConfiguration } from '../screening/take-configuration.ts';

export interface ConfigurationParts {
  readonly settings: Settings;
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

export interface ComposedConfiguration {
  /** Their `properties` are what the file says now. */
  readonly settings: Settings;
  readonly configuration: FollowedConfiguration & ConfigurationFile;
}

export interface ConfigurationFile {
  /** What is wrong with the file as it is now; empty where it holds. */
  readonly listProblems: () => readonly SettingProblem[];
}

/** What differs from property to property, for as long as the service runs. */
export function composeConfiguration({ settings, ...parts }: ConfigurationParts): ComposedConfiguration {
  const { properties, configFile = { text: '', read: () => '' } } = settings;
  const follower = createConfigFollower({
    ...parts,
    first: { text: configFile.text, properties },
    readText: configFile.read,
    manifests: listManifests(),
  });
  const takeConfiguration = createTakeConfiguration(parts);
  const take = async (change: ConfigChange | undefined): Promise<void> => {
    try {
      if (change !== undefined) await takeConfiguration(change);
    } catch (error) {
      // It holds; what it needs in the PMS is made ready by the next start.
      parts.logger.error('configuration.not_prepared', {}, error);
    }
  };
  return {
    settings: { ...settings, properties: follower.properties },
    configuration: {
      look: () => take(follower.look()),
      reload: () => take(follower.reload()),
      listProblems: () => follower.listProblems(),
    },
  };
}

import { setTimeout as delay } from 'node:timers/promises';
import PQueue from 'p-queue';
import type { CheckRunner, LaterChecks } from '../ports/check-runner.ts';
import type { FindVendorHealth } from '../ports/vendor-health.ts';
import { createCheckRunner, createFindVendorHealth } from './check-runner.ts';
import { defaultCircuitLimits } from './circuit.ts';
import { createCircuits } from './circuits.ts';
import { createProviderDoors } from './http/provider-doors.ts';
import { createLaterChecks } from './later-checks.ts';
import { assertProviders } from './manifest-problems.ts';
import type { CheckKitParts, KitTime, Workshop } from './workshop.ts';

export interface CheckKit {
  readonly checks: CheckRunner;
  readonly later: LaterChecks;
  readonly findHealth: FindVendorHealth;
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
  return {
    checks: createCheckRunner(workshop),
    later: createLaterChecks(workshop),
    findHealth: createFindVendorHealth(workshop),
  };
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

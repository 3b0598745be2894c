import { createCloudbeds, type CloudbedsParts } from '../../src/pms/cloudbeds/cloudbeds.ts';
import type { Pms, PmsCall } from '../../src/ports/pms.ts';
import type { Sandbox, SandboxOptions } from '../../src/sandbox/sandbox.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { createRecordedLogger, silentMetrics } from '../unit/cloudbeds/recorded-logger.ts';

export interface PmsOnSandbox {
  readonly sandbox: Sandbox;
  readonly pms: Pms;
  readonly call: PmsCall;
  readonly logger: ReturnType<typeof createRecordedLogger>;
}

/** A sandbox PMS and our client of it, over HTTP; without a rate limit unless one is asked for. */
export async function startPmsOnSandbox(
  options: SandboxOptions & { readonly client?: Partial<CloudbedsParts> } = {},
): Promise<PmsOnSandbox> {
  const { client, ...sandboxOptions } = options;
  const sandbox = await startSandbox({ rateLimitPerSecond: Infinity, ...sandboxOptions });
  const logger = createRecordedLogger();
  const pms = createCloudbeds({
    apiUrl: sandbox.apiUrl,
    keyFor: () => Promise.resolve(sandbox.apiKey),
    defaultKey: () => Promise.resolve(sandbox.apiKey),
    requestsPerSecond: Infinity,
    clock: { now: () => new Date().toISOString() },
    logger,
    metrics: silentMetrics,
    ...client,
  });
  const [property] = sandbox.world.listProperties();
  if (property === undefined) throw new Error('The sandbox has no property');
  const call: PmsCall = {
    property: { propertyId: property.propertyId, timeZone: property.timezone },
    urgency: 2,
    signal: new AbortController().signal,
  };
  return { sandbox, pms, call, logger };
}

export async function collect<Item>(pages: AsyncIterable<readonly Item[]>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const page of pages) items.push(...page);
  return items;
}

import { createCloudbeds, type CloudbedsParts } from '../../src/pms/cloudbeds/cloudbeds.ts';
import type { PmsCredentials } from '../../src/ports/pms-credentials.ts';
import type { OurAddresses, PmsCall } from '../../src/ports/pms.ts';
import type { Sandbox, SandboxOptions } from '../../src/sandbox/sandbox.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { hotelClock } from '../support/hotel-clock.ts';
import { createRecordedLogger, silentMetrics } from '../unit/cloudbeds/recorded-logger.ts';

export interface PmsOnSandbox {
  readonly sandbox: Sandbox;
  readonly pms: ReturnType<typeof createCloudbeds>;
  readonly call: PmsCall;
  readonly logger: ReturnType<typeof createRecordedLogger>;
}

/** A sandbox PMS and our client of it, over HTTP; without a rate limit unless one is asked for. */
export async function startPmsOnSandbox(
  options: SandboxOptions & { readonly client?: Partial<CloudbedsParts> } = {},
): Promise<PmsOnSandbox> {
  const { client, ...sandboxOptions } = options;
  const sandbox = await startSandbox({
    ...{ rateLimitPerSecond: Infinity, now: () => new Date(hotelClock.now()) },
    ...sandboxOptions,
  });
  const logger = createRecordedLogger();
  const pms = createPms(sandbox, { logger, ...client });
  const [property] = sandbox.world.listProperties();
  if (property === undefined) throw new Error('The sandbox has no property');
  const call: PmsCall = {
    property: { propertyId: property.propertyId, timeZone: property.timezone },
    urgency: 2,
    signal: new AbortController().signal,
  };
  return { sandbox, pms, call, logger };
}

/** A client of it. */
export function createPms(
  sandbox: Sandbox,
  parts: Pick<CloudbedsParts, 'logger'> & Partial<CloudbedsParts>,
): PmsOnSandbox['pms'] {
  return createCloudbeds({
    apiUrl: sandbox.apiUrl,
    credentials: toFixedCredentials(sandbox.apiKey),
    requestsPerSecond: Infinity,
    clock: hotelClock,
    metrics: silentMetrics,
    ...parts,
  });
}

/** One key for everything. */
export function toFixedCredentials(key: string): PmsCredentials {
  return {
    find: () => Promise.resolve({ connectionId: 'C1', generation: 1, kind: 'key', secret: key }),
    noteRefused: () => Promise.resolve(),
  };
}

export const account = { connectionId: 'C1' };

/** What somebody who asks for this address alone would say. */
export function toAddresses(current: string): OurAddresses {
  return { current, former: [], prefix: current };
}

export async function collect<Item>(pages: AsyncIterable<readonly Item[]>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const page of pages) items.push(...page);
  return items;
}

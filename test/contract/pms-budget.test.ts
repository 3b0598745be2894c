import { afterEach, expect, test } from '@jest/globals';
import { createCloudbeds } from '../../src/pms/cloudbeds/cloudbeds.ts';
import { silentMetrics } from '../unit/cloudbeds/recorded-logger.ts';
import { type PmsOnSandbox, startPmsOnSandbox } from './pms-sandbox.ts';

let setting: PmsOnSandbox;
afterEach(() => setting.sandbox.close());

// High, to keep the test short; not so high that a busy machine needs more than the allowance to take a burst in.
const limit = 20;

function findFullestWindow(arrivals: readonly number[]): number {
  return Math.max(...arrivals.map((from) => arrivals.filter((at) => at >= from && at < from + 1_000).length));
}

// In real time, since timers and sockets are what is tested here.
test('three seconds of work never exceed the limit of the PMS, and use at least nine tenths of it', async () => {
  setting = await startPmsOnSandbox({ rateLimitPerSecond: limit, client: { requestsPerSecond: limit } });
  const { sandbox, pms, call } = setting;
  const { guestIds } = sandbox.world.book({
    arrivesOn: '2026-11-25',
    departsOn: '2026-11-27',
    mainGuest: { firstName: 'Ada', lastName: 'Byron' },
  });
  await Promise.all(Array.from({ length: 4 * limit }, () => pms.listNotes(call, guestIds[0])));
  const arrivals = sandbox.stats.requests.map(({ atMs }) => atMs).sort((left, right) => left - right);
  expect(sandbox.stats.rateLimited).toBe(0);
  expect(arrivals).toHaveLength(4 * limit);
  expect(findFullestWindow(arrivals)).toBeLessThanOrEqual(limit);

  // From the first request of one burst to the first of another: a burst's own width says how fast this machine is.
  const tookMs = (arrivals[3 * limit] ?? 0) - (arrivals[0] ?? 0);
  const used = (3 * limit) / ((tookMs / 1_000) * limit);
  expect(used).toBeGreaterThanOrEqual(0.9);
});

test('a process that follows another at once does not exceed the limit together with it', async () => {
  setting = await startPmsOnSandbox({ rateLimitPerSecond: limit, client: { requestsPerSecond: limit } });
  const { sandbox, pms, call } = setting;
  const { guestIds } = sandbox.world.book({
    arrivesOn: '2026-11-25',
    departsOn: '2026-11-27',
    mainGuest: { firstName: 'Ada', lastName: 'Byron' },
  });
  const burst = (client: typeof pms) =>
    Promise.all(Array.from({ length: limit }, () => client.listNotes(call, guestIds[0])));
  await burst(pms);
  const successor = createCloudbeds({
    apiUrl: sandbox.apiUrl,
    keyFor: () => Promise.resolve(sandbox.apiKey),
    defaultKey: () => Promise.resolve(sandbox.apiKey),
    requestsPerSecond: limit,
    clock: { now: () => new Date().toISOString() },
    logger: setting.logger,
    metrics: silentMetrics,
  });
  await burst(successor);
  expect(sandbox.stats.rateLimited).toBe(0);
  expect(sandbox.stats.requests).toHaveLength(2 * limit);
});

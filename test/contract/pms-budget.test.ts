import { afterEach, expect, test } from '@jest/globals';
import { createPms, type PmsOnSandbox, startPmsOnSandbox } from './pms-sandbox.ts';

let setting: PmsOnSandbox;
afterEach(() => setting.sandbox.close());

const limit = 20;
// A machine that is out of breath takes a burst in late, and then only an answer proves an arrival. What the usual
// allowance makes of the limit is tested where time is simulated.
const client = { requestsPerSecond: limit, arrivalAllowanceMs: 5_000 };

function findFullestWindow(arrivals: readonly number[]): number {
  return Math.max(...arrivals.map((from) => arrivals.filter((at) => at >= from && at < from + 1_000).length));
}

// In real time, since timers and sockets are what is tested here.
test('three seconds of work never exceed the limit of the PMS', async () => {
  setting = await startPmsOnSandbox({ rateLimitPerSecond: limit, client });
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
});

test('a process that follows another at once does not exceed the limit together with it', async () => {
  setting = await startPmsOnSandbox({ rateLimitPerSecond: limit, client });
  const { sandbox, pms, call } = setting;
  const { guestIds } = sandbox.world.book({
    arrivesOn: '2026-11-25',
    departsOn: '2026-11-27',
    mainGuest: { firstName: 'Ada', lastName: 'Byron' },
  });
  const burst = (sender: typeof pms) =>
    Promise.all(Array.from({ length: limit }, () => sender.listNotes(call, guestIds[0])));
  await burst(pms);
  const successor = createPms(sandbox, { logger: setting.logger, requestsPerSecond: limit });
  await burst(successor);
  expect(sandbox.stats.rateLimited).toBe(0);
  expect(sandbox.stats.requests).toHaveLength(2 * limit);
});

test('what a key is asked when somebody types it in counts with what its connection asks', async () => {
  setting = await startPmsOnSandbox({ rateLimitPerSecond: limit, client });
  const { sandbox, pms, call } = setting;
  const open = () => pms.openAccount({ key: sandbox.apiKey }, call.signal);
  await Promise.all([...Array.from({ length: limit }, open), ...Array.from({ length: limit }, () => pms.probe(call))]);
  expect(sandbox.stats.rateLimited).toBe(0);
});

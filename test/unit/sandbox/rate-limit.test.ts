import { expect, test } from '@jest/globals';
import { startTestSandbox } from '../../support/sandbox-fixture.ts';

async function startLimited() {
  let atMs = 0;
  const fixture = await startTestSandbox({ rateLimitPerSecond: 5, rateLimitClockMs: () => atMs });
  const callAt = async (nextMs: number, apiKey?: string) => {
    atMs = nextMs;
    return fixture.call('getHotels', {}, apiKey === undefined ? {} : { apiKey });
  };
  const statusAt = async (nextMs: number, apiKey?: string) => (await callAt(nextMs, apiKey)).status;
  return { ...fixture, callAt, statusAt };
}

test('the sixth request within any 1000 ms is answered with 429 and counted', async () => {
  const { sandbox, callAt, statusAt } = await startLimited();
  for (const atMs of [0, 100, 200, 300, 400]) expect(await statusAt(atMs)).toBe(200);
  const { status, headers } = await callAt(999);
  expect([status, headers.get('retry-after')]).toEqual([429, '1']);
  expect(sandbox.stats.rateLimited).toBe(1);
});

test('the window slides: a place is free 1000 ms after the request that took it', async () => {
  const { statusAt } = await startLimited();
  for (const atMs of [0, 900, 900, 900, 900]) expect(await statusAt(atMs)).toBe(200);
  expect(await statusAt(1_000)).toBe(200);
  expect(await statusAt(1_001)).toBe(429);
});

test('requests that were turned away count too', async () => {
  const { statusAt } = await startLimited();
  for (const atMs of [0, 0, 0, 0, 0]) expect(await statusAt(atMs)).toBe(200);
  for (const atMs of [900, 900, 900, 900, 900]) expect(await statusAt(atMs)).toBe(429);
  expect(await statusAt(1_100)).toBe(429);
  expect(await statusAt(2_200)).toBe(200);
});

test('each key has its own limit', async () => {
  const { sandbox, statusAt } = await startLimited();
  const other = sandbox.world.addApiKey({ propertyIds: [sandbox.propertyId] });
  for (const atMs of [0, 0, 0, 0, 0]) await statusAt(atMs);
  expect(await statusAt(1)).toBe(429);
  expect(await statusAt(1, other)).toBe(200);
});

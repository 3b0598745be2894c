import { describe, expect, test } from '@jest/globals';
import { startTestSandbox, weekend } from '../../support/sandbox-fixture.ts';

test('a fault strikes as often as it was told to, and only the named operation', async () => {
  const { sandbox, call } = await startTestSandbox();
  sandbox.faults.set({ kind: 'error_500', operation: 'getHotels', count: 2 });
  const statuses = [];
  for (const operation of ['getWebhooks', 'getHotels', 'getHotels', 'getHotels']) {
    statuses.push((await call(operation)).status);
  }
  expect(statuses).toEqual([200, 500, 500, 200]);
  expect(sandbox.faults.list()).toEqual([]);
});

test('a star stands for any part of the name, and clearing ends it', async () => {
  const { sandbox, call } = await startTestSandbox();
  sandbox.faults.set({ kind: 'error_503', operation: 'get*' });
  expect((await call('getHotels')).status).toBe(503);
  expect((await call('putGuest')).status).toBe(200);
  sandbox.faults.clear();
  expect((await call('getHotels')).status).toBe(200);
});

test('a fault can strike by chance', async () => {
  const { sandbox, call } = await startTestSandbox();
  sandbox.faults.set({ kind: 'error_500', operation: '*', probability: 0.5 });
  const answers = await Promise.all(Array.from({ length: 40 }, () => call('getHotels')));
  const failed = answers.filter(({ status }) => status === 500).length;
  expect(failed).toBeGreaterThan(5);
  expect(failed).toBeLessThan(35);
});

test('a gateway answers with HTML', async () => {
  const { sandbox, call } = await startTestSandbox();
  sandbox.faults.set({ kind: 'gateway_html', operation: '*' });
  const { status, headers, body } = await call('getHotels');
  expect(status).toBe(502);
  expect(headers.get('content-type')).toContain('text/html');
  expect(body.text).toContain('<html>');
});

test('a key is turned away for no reason', async () => {
  const { sandbox, call } = await startTestSandbox();
  sandbox.faults.set({ kind: 'unauthorized', operation: '*' });
  expect((await call('getHotels')).status).toBe(401);
});

test('a 429 out of the blue says when to come again and is not counted as ours', async () => {
  const { sandbox, call } = await startTestSandbox();
  sandbox.faults.set({ kind: 'too_many_requests', operation: '*', retryAfterS: 7 });
  const { status, headers } = await call('getHotels');
  expect([status, headers.get('retry-after')]).toEqual([429, '7']);
  expect(sandbox.stats.rateLimited).toBe(0);
});

test('a slow answer comes all the same', async () => {
  const { sandbox, succeed } = await startTestSandbox();
  sandbox.faults.set({ kind: 'slow', operation: '*', delayMs: 50 });
  const startedAtMs = performance.now();
  await succeed('getHotels');
  expect(performance.now() - startedAtMs).toBeGreaterThanOrEqual(45);
});

describe('a write whose connection breaks', () => {
  async function startWithFault(kind: 'connection_reset' | 'applied_but_answer_lost') {
    const { sandbox, call } = await startTestSandbox();
    const [guestID] = sandbox.world.book(weekend).guestIds;
    sandbox.faults.set({ kind, operation: 'postGuestNote', count: 1 });
    await expect(call('postGuestNote', { guestID, guestNote: 'Screening' })).rejects.toThrow('fetch failed');
    return sandbox.world.readGuest(guestID).notes;
  }

  test('by a reset has not happened', async () => {
    expect(await startWithFault('connection_reset')).toEqual([]);
  });

  test('after it was applied has happened', async () => {
    expect(await startWithFault('applied_but_answer_lost')).toEqual(['Screening']);
  });
});

test('a request that is left hanging does nothing, and ends when the sandbox closes', async () => {
  const { sandbox, call } = await startTestSandbox();
  const [guestID] = sandbox.world.book(weekend).guestIds;
  sandbox.faults.set({ kind: 'timeout', operation: 'postGuestNote' });
  const hanging = call('postGuestNote', { guestID, guestNote: 'Screening' });
  const ended = expect(hanging).rejects.toThrow('fetch failed');
  while (sandbox.stats.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
  await sandbox.close();
  await ended;
  expect(sandbox.stats.requests).toMatchObject([{ operation: 'postGuestNote', status: 0 }]);
  expect(sandbox.world.readGuest(guestID).notes).toEqual([]);
});

import { expect, test } from '@jest/globals';
import { startTestSandbox, weekend } from '../../support/sandbox-fixture.ts';

test('each request is noted with its time, operation, status and property', async () => {
  const { sandbox, call } = await startTestSandbox();
  const [guestID] = sandbox.world.book(weekend).guestIds;
  const beforeMs = Date.now() - 1;
  await call('getHotels');
  await call('putGuest', { guestID });
  await call('getHotels', {}, { apiKey: 'none' });
  const { propertyId } = sandbox;
  expect(sandbox.stats.requests).toMatchObject([
    { operation: 'getHotels', status: 200, refused: false, propertyId },
    { operation: 'putGuest', status: 200, refused: true },
    { operation: 'getHotels', status: 401, refused: false, propertyId: undefined },
  ]);
  expect(sandbox.stats.requests[0]?.atMs).toBeGreaterThan(beforeMs);
  expect(sandbox.stats.requestsByOperation).toEqual({ getHotels: 2, putGuest: 1 });
  expect(sandbox.stats.refusals).toBe(1);
});

test('a reset counts from zero', async () => {
  const { sandbox, call } = await startTestSandbox();
  await call('getHotels');
  sandbox.stats.reset();
  expect(sandbox.stats).toMatchObject({ requests: [], requestsByOperation: {}, rateLimited: 0, refusals: 0 });
});

import { expect, test } from '@jest/globals';
import type { SandboxOptions } from '../../../src/sandbox/start-sandbox.ts';
import { startTestSandbox, weekend } from '../../support/sandbox-fixture.ts';
import { startWebhookReceiver } from '../../support/sandbox-webhook-receiver.ts';

type Answer = NonNullable<Parameters<typeof startWebhookReceiver>[0]>;

async function startRung(webhooks: NonNullable<SandboxOptions['webhooks']>, answer?: Answer) {
  const { sandbox, succeed } = await startTestSandbox({ webhooks });
  const receiver = await startWebhookReceiver(answer);
  await succeed('postWebhook', { object: 'reservation', action: 'created', endpointUrl: receiver.url });
  return { sandbox, receiver };
}

test('anything but a 2xx is tried again, to the letter, until it is one', async () => {
  const { sandbox, receiver } = await startRung({ retryDelayMs: 1 }, (response, index) => {
    response.statusCode = [500, 302, 404, 204][index] ?? 200;
    response.end();
  });
  sandbox.world.book(weekend);
  await sandbox.deliveriesSettled();
  expect(receiver.bodies).toHaveLength(4);
  expect(new Set(receiver.bodies).size).toBe(1);
  expect(sandbox.stats.deliveries).toEqual({ attempted: 4, acknowledged: 1, failed: 3, lost: 0 });
});

test('after the fifth try an event is gone', async () => {
  const { sandbox } = await startRung({ retryDelayMs: 1 }, (response) => {
    response.statusCode = 500;
    response.end();
  });
  sandbox.world.book(weekend);
  await sandbox.deliveriesSettled();
  expect(sandbox.stats.deliveries).toEqual({ attempted: 5, acknowledged: 0, failed: 5, lost: 1 });
});

test('an answer that does not come in time is a failure', async () => {
  const { sandbox, receiver } = await startRung({ retryDelayMs: 1, timeoutMs: 50 }, (response, index) => {
    if (index > 0) response.end();
  });
  sandbox.world.book(weekend);
  await sandbox.deliveriesSettled();
  const { attempted, acknowledged, failed, lost } = sandbox.stats.deliveries;
  // A busy machine may be late with an answer more than once.
  expect(failed).toBeGreaterThanOrEqual(1);
  expect({ attempted, acknowledged, lost }).toEqual({ attempted: failed + 1, acknowledged: 1, lost: 0 });
  expect(receiver.bodies).toHaveLength(attempted);
});

test('an address where nobody listens is a failure', async () => {
  const { sandbox, succeed } = await startTestSandbox({ webhooks: { retryDelayMs: 1, maxTries: 2 } });
  await succeed('postWebhook', { object: 'reservation', action: 'created', endpointUrl: 'http://127.0.0.1:1/hook' });
  sandbox.world.book(weekend);
  await sandbox.deliveriesSettled();
  expect(sandbox.stats.deliveries).toMatchObject({ attempted: 2, lost: 1 });
});

test('deliveries are doubled and lost when told to, at any time', async () => {
  const { sandbox, receiver } = await startRung({ duplicateShare: 1 });
  sandbox.world.book(weekend);
  await sandbox.deliveriesSettled();
  expect(receiver.bodies).toHaveLength(2);
  expect(receiver.bodies[0]).toBe(receiver.bodies[1]);
  sandbox.changeWebhookSettings({ duplicateShare: 0, loseShare: 1 });
  sandbox.world.book(weekend);
  await sandbox.deliveriesSettled();
  expect(receiver.bodies).toHaveLength(2);
  expect(sandbox.stats.deliveries.lost).toBe(1);
});

test('shuffled deliveries overtake each other, and none is missing', async () => {
  const { sandbox, receiver } = await startRung({ shuffle: true });
  const booked = Array.from({ length: 30 }, () => sandbox.world.book(weekend).reservationId);
  await sandbox.deliveriesSettled();
  const rung = receiver.events.map(({ reservationID }) => reservationID);
  expect(rung).not.toEqual(booked);
  expect(rung.toSorted()).toEqual(booked.toSorted());
});

test('the same seed loses the same deliveries', async () => {
  const listRung = async () => {
    const { sandbox, receiver } = await startRung({ loseShare: 0.5 });
    for (let index = 0; index < 20; index += 1) sandbox.world.book(weekend);
    await sandbox.deliveriesSettled();
    return receiver.events.map(({ reservationID }) => reservationID).toSorted();
  };
  const first = await listRung();
  expect(first.length).toBeGreaterThan(0);
  expect(first.length).toBeLessThan(20);
  expect(await listRung()).toEqual(first);
});

test('closing forgets what is still to be delivered', async () => {
  const { sandbox, receiver } = await startRung({ delayMs: 60_000 });
  sandbox.world.book(weekend);
  const settled = sandbox.deliveriesSettled();
  await sandbox.close();
  await settled;
  expect(receiver.bodies).toEqual([]);
});

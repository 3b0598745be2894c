import { expect, test } from '@jest/globals';
import { startTestSandbox, weekend, type SandboxFixture } from '../../support/sandbox-fixture.ts';
import { startWebhookReceiver } from '../../support/sandbox-webhook-receiver.ts';

const everything = [
  ...['reservation/created', 'reservation/status_changed', 'reservation/dates_changed', 'reservation/deleted'],
  ...['guest/created', 'guest/assigned', 'guest/removed', 'guest/details_changed', 'integration/appstate_changed'],
];

async function subscribe({ succeed }: SandboxFixture, endpointUrl: string, events = everything): Promise<string[]> {
  const answers = [];
  for (const event of events) {
    const [object = '', action = ''] = event.split('/');
    answers.push(await succeed('postWebhook', { object, action, endpointUrl }));
  }
  return answers.map(({ data }) => (data as { subscriptionID: string }).subscriptionID);
}

async function startRung() {
  const fixture = await startTestSandbox();
  const receiver = await startWebhookReceiver();
  await subscribe(fixture, receiver.url);
  /** The events of one action, sorted: deliveries have no order. */
  const listen = async (act: () => unknown) => {
    const before = receiver.events.length;
    await act();
    await fixture.sandbox.deliveriesSettled();
    return receiver.events.slice(before).toSorted((a, b) => String(a.event).localeCompare(String(b.event)));
  };
  return { ...fixture, listen };
}

test('a booking rings for the reservation and for each guest and room, spelled in different ways', async () => {
  const { sandbox, listen } = await startRung();
  const events = await listen(() =>
    sandbox.world.book({ ...weekend, additionalGuests: [{ firstName: 'Rui', lastName: 'Silva' }] }),
  );
  const [{ reservationId, guestIds } = { reservationId: '', guestIds: [] }] = sandbox.world.listReservations();
  const propertyID = Number(sandbox.propertyId);
  expect(events.map(({ event }) => event)).toEqual([
    ...['guest/assigned', 'guest/assigned', 'guest/created', 'guest/created', 'reservation/created'],
  ]);
  expect(events).toContainEqual(
    expect.objectContaining({ event: 'guest/created', propertyId: propertyID, guestId: guestIds[0] }),
  );
  expect(events).toContainEqual(
    expect.objectContaining({
      event: 'guest/assigned',
      propertyID,
      guestID: guestIds[1],
      reservationID: reservationId,
    }),
  );
  expect(events.at(-1)).toEqual({
    ...{ version: '1.0', event: 'reservation/created', timestamp: expect.any(Number) },
    ...{ propertyID, propertyID_str: sandbox.propertyId, reservationID: reservationId },
    ...{ startDate: '2026-12-04', endDate: '2026-12-06' },
  });
});

test('the time stamp of an event is in UNIX seconds with decimals', async () => {
  const { sandbox, listen, clock } = await startRung();
  const [event] = await listen(() => sandbox.world.book(weekend));
  const atSeconds = clock.now().getTime() / 1_000;
  expect(event?.timestamp).toBeGreaterThan(atSeconds - 1);
  expect(event?.timestamp).toBeLessThan(atSeconds + 1);
  expect(Number.isInteger(event?.timestamp)).toBe(false);
});

test('each thing that the staff does rings in its own way', async () => {
  const { sandbox, listen } = await startRung();
  const { world } = sandbox;
  const { reservationId, guestIds } = world.book({ ...weekend, adults: 2 });
  await sandbox.deliveriesSettled();
  const names = async (act: () => unknown) => (await listen(act)).map(({ event }) => event);
  const rui = { firstName: 'Rui', lastName: 'Silva' };
  expect(await names(() => world.addGuest(reservationId, rui))).toEqual(['guest/assigned', 'guest/created']);
  const added = world.readReservation(reservationId).guestIds[1] ?? '';
  expect(await names(() => world.editGuest(added, { city: 'Graz' }))).toEqual(['guest/details_changed']);
  expect(await names(() => world.removeGuest(reservationId, added))).toEqual(['guest/removed']);
  const dates = { arrivesOn: '2026-12-05', departsOn: '2026-12-07' };
  expect(await names(() => world.changeDates(reservationId, dates))).toEqual(['reservation/dates_changed']);
  expect(await names(() => world.cancelReservation(reservationId))).toEqual(['reservation/status_changed']);
  expect(await names(() => world.anonymizeGuest(guestIds[0]))).toEqual(['guest/details_changed']);
  expect(await names(() => world.deleteReservation(reservationId))).toEqual(['reservation/deleted']);
});

test('writing a guest’s custom field rings guest/details_changed with nothing but the ID', async () => {
  const { sandbox, succeed, listen } = await startRung();
  const [guestID] = sandbox.world.book(weekend).guestIds;
  sandbox.world.addCustomField({ name: 'Diet', shortcode: 'diet', applyTo: 'guest', isPersonal: true });
  await sandbox.deliveriesSettled();
  const write = {
    guestID,
    'guestCustomFields[0][customFieldName]': 'Diet',
    'guestCustomFields[0][customFieldValue]': 'Vegan',
  };
  const { propertyId } = sandbox;
  expect(await listen(() => succeed('putGuest', write))).toEqual([
    {
      ...{ version: '1.0', event: 'guest/details_changed', timestamp: expect.any(Number) },
      ...{ propertyId: Number(propertyId), propertyId_str: propertyId, guestId: guestID },
    },
  ]);
});

test('the same subscription twice delivers twice', async () => {
  const fixture = await startTestSandbox();
  const receiver = await startWebhookReceiver();
  await subscribe(fixture, receiver.url, ['reservation/created', 'reservation/created']);
  fixture.sandbox.world.book(weekend);
  await fixture.sandbox.deliveriesSettled();
  expect(receiver.bodies).toHaveLength(2);
  expect(receiver.bodies[0]).toBe(receiver.bodies[1]);
  expect(await fixture.succeed('getWebhooks')).toMatchObject({
    data: [{}, { event: { entity: 'reservation', action: 'created' }, subscriptionData: { endpoint: receiver.url } }],
  });
});

test('a deleted subscription is silent, and deleting it again is refused', async () => {
  const fixture = await startTestSandbox();
  const receiver = await startWebhookReceiver();
  const [subscriptionID = ''] = await subscribe(fixture, receiver.url, ['reservation/created']);
  await fixture.succeed('deleteWebhook', { subscriptionID });
  fixture.sandbox.world.book(weekend);
  await fixture.sandbox.deliveriesSettled();
  expect(receiver.bodies).toEqual([]);
  expect(await fixture.refusal('deleteWebhook', { subscriptionID })).toContain('not found');
});

test('an event that does not exist, and an address that is none, are refused', async () => {
  const { refusal } = await startTestSandbox();
  const endpointUrl = 'https://screening.example/hook';
  expect(await refusal('postWebhook', { object: 'guest', action: 'renamed', endpointUrl })).toContain('no such event');
  const wrong = { object: 'guest', action: 'created', endpointUrl: 'screening' };
  expect(await refusal('postWebhook', wrong)).toContain('endpointUrl');
});

test('disconnecting the app is announced and ends its subscriptions', async () => {
  const { sandbox, listen } = await startRung();
  expect(await listen(() => sandbox.world.setAppState('disabled'))).toMatchObject([
    { event: 'integration/appstate_changed', oldState: 'enabled', newState: 'disabled' },
  ]);
  expect(sandbox.world.listSubscriptions()).toEqual([]);
});

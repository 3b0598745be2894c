import { expect, test } from '@jest/globals';
import { startTestSandbox } from '../../support/sandbox-fixture.ts';

async function startAdmin() {
  const { sandbox, succeed } = await startTestSandbox();
  const admin = async (route: string, body?: unknown) => {
    const [method = '', path = ''] = route.split(' ');
    const response = await fetch(`${sandbox.adminUrl}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  return { sandbox, succeed, admin };
}

const booking = {
  ...{ arrivesOn: '2026-12-04', departsOn: '2026-12-06', adults: 2 },
  mainGuest: { firstName: 'Ana', lastName: 'Silva' },
};

test('the root lists what can be done', async () => {
  const { admin } = await startAdmin();
  const { body } = await admin('GET /');
  expect(body).toContainEqual(expect.stringContaining('POST /admin/reservations:'));
});

test('a stay is booked, filled, changed and cancelled over the admin API', async () => {
  const { sandbox, admin } = await startAdmin();
  const { reservationId } = (await admin('POST /reservations', booking)).body as { reservationId: string };
  const guest = { firstName: 'Rui', lastName: 'Silva' };
  const { guestId } = (await admin(`POST /reservations/${reservationId}/guests`, guest)).body;
  await admin(`POST /reservations/${reservationId}/dates`, { arrivesOn: '2026-12-05', departsOn: '2026-12-07' });
  await admin(`DELETE /reservations/${reservationId}/guests/${String(guestId)}`);
  await admin(`POST /reservations/${reservationId}/status`, { status: 'canceled' });
  expect(sandbox.world.readReservation(reservationId)).toMatchObject({
    ...{ status: 'canceled', arrivesOn: '2026-12-05', guestIds: [expect.any(String)] },
  });
  expect((await admin('GET /reservations')).body).toMatchObject([{ reservationId }]);
  await admin(`DELETE /reservations/${reservationId}`);
  expect((await admin(`GET /reservations/${reservationId}`)).status).toBe(404);
});

test('a guest is edited, noted, merged and anonymized over the admin API', async () => {
  const { sandbox, admin } = await startAdmin();
  const [first] = sandbox.world.book(booking).guestIds;
  const [second] = sandbox.world.book(booking).guestIds;
  await admin(`PATCH /guests/${first}`, { email: 'ana@mail.example', movesReservation: false });
  await admin(`POST /guests/${first}/notes`, { text: 'Likes quiet rooms' });
  expect((await admin(`GET /guests/${first}`)).body).toMatchObject({
    details: { email: 'ana@mail.example', firstName: 'Ana' },
    notes: ['Likes quiet rooms'],
  });
  await admin(`POST /guests/${first}/merge`, { into: second });
  await admin(`POST /guests/${second}/anonymize`);
  expect((await admin('GET /guests')).body).toMatchObject([{ mergedInto: second }, { isAnonymized: true }]);
});

test('faults and webhook settings are set over the admin API', async () => {
  const { sandbox, admin } = await startAdmin();
  await admin('POST /faults', { kind: 'error_500', operation: 'get*', count: 3 });
  expect((await admin('GET /faults')).body).toEqual([{ kind: 'error_500', operation: 'get*', count: 3 }]);
  await admin('DELETE /faults');
  expect(sandbox.faults.list()).toEqual([]);
  await admin('PATCH /webhooks', { loseShare: 0.1 });
  expect((await admin('GET /webhooks')).body).toMatchObject({ loseShare: 0.1, duplicateShare: 0, maxTries: 5 });
});

test('hotels, keys and custom fields are made over the admin API, and requests are counted', async () => {
  const { sandbox, admin, succeed } = await startAdmin();
  const { propertyId } = (await admin('POST /properties', { name: 'Hotel Second' })).body as { propertyId: string };
  const { key } = (await admin('POST /api-keys', { propertyIds: [propertyId] })).body as { key: string };
  const field = { name: 'Diet', shortcode: 'diet', applyTo: 'guest', isPersonal: true };
  await admin(`POST /properties/${propertyId}/custom-fields`, field);
  expect(await succeed('getCustomFields', {}, { apiKey: key })).toMatchObject({ data: [{ shortcode: 'diet' }] });
  expect((await admin('GET /stats')).body).toMatchObject({ requestsByOperation: { getCustomFields: 1 } });
  await admin(`DELETE /api-keys/${key}`);
  await expect(succeed('getCustomFields', {}, { apiKey: key })).rejects.toThrow();
  await admin(`POST /properties/${sandbox.propertyId}/app-state`, { state: 'disabled' });
});

test('wrong input is 400 and names its fields, an unknown ID is 404', async () => {
  const { admin } = await startAdmin();
  const { status, body } = await admin('POST /reservations', { ...booking, arrivesOn: 'tomorrow', nights: 2 });
  expect(status).toBe(400);
  expect(JSON.stringify(body)).toContain('arrivesOn');
  expect((await admin('POST /reservations', { ...booking, departsOn: '2026-12-04' })).status).toBe(400);
  expect((await admin('PATCH /guests/1', { email: 'x' })).status).toBe(404);
});

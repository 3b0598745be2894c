import { expect, test } from '@jest/globals';
import { startTestSandbox, weekend } from '../../support/sandbox-fixture.ts';

test('a key that nobody gave out is answered with 401', async () => {
  const { call } = await startTestSandbox();
  const { status } = await call('getHotels', {}, { apiKey: 'cbat_unknown' });
  expect(status).toBe(401);
});

test('a revoked key is answered with 401', async () => {
  const { call, sandbox } = await startTestSandbox();
  sandbox.world.revokeApiKey(sandbox.apiKey);
  expect((await call('getHotels')).status).toBe(401);
});

test('a key may also come as a bearer token', async () => {
  const { sandbox } = await startTestSandbox();
  const headers = { authorization: `Bearer ${sandbox.apiKey}` };
  const response = await fetch(`${sandbox.apiUrl}/getHotels`, { headers });
  expect(await response.json()).toMatchObject({ success: true });
});

test('a property of another key is refused, named in the query or in the header', async () => {
  const { sandbox, refusal } = await startTestSandbox();
  const { propertyId } = sandbox.world.addProperty({ name: 'Hotel Elsewhere' });
  expect(await refusal('getReservations', { propertyID: propertyId })).toContain('no access');
  expect(await refusal('getCustomFields', {}, { propertyId })).toContain('no access');
});

test('a key that opens several properties must name one where one is meant', async () => {
  const { sandbox, refusal, succeed } = await startTestSandbox({ properties: [{}, { name: 'Hotel Second' }] });
  const [, second] = sandbox.world.listProperties();
  expect(await refusal('getCustomFields')).toContain('propertyID is required');
  await succeed('getCustomFields', {}, { propertyId: second?.propertyId ?? '' });
  expect(await succeed('getHotels')).toMatchObject({ total: 2 });
});

test('a header and a parameter that name different properties are refused', async () => {
  const { sandbox, refusal } = await startTestSandbox({ properties: [{}, {}] });
  const [first, second] = sandbox.world.listProperties().map(({ propertyId }) => propertyId);
  const message = await refusal('getCustomFields', { propertyID: first ?? '' }, { propertyId: second ?? '' });
  expect(message).toContain('X-PROPERTY-ID');
});

test('a guest of another property is not found', async () => {
  const { sandbox, refusal } = await startTestSandbox();
  const { propertyId } = sandbox.world.addProperty();
  const [guestID] = sandbox.world.book({ ...weekend, propertyId }).guestIds;
  expect(await refusal('getGuest', { guestID })).toContain('not found');
  expect(await refusal('putGuest', { guestID, guestCity: 'Graz' })).toContain('Not found');
  expect(await refusal('getGuestNotes', { guestID })).toContain('Not found');
});

test('an unknown parameter is refused by name', async () => {
  const { refusal } = await startTestSandbox();
  expect(await refusal('getReservations', { modifiedSince: '2026-01-01 00:00:00' })).toBe('modifiedSince is not known');
});

test('an unknown field of a form is refused by name', async () => {
  const { sandbox, refusal } = await startTestSandbox();
  const [guestID] = sandbox.world.book(weekend).guestIds;
  expect(await refusal('putGuest', { guestID, guestBirthdate: '1990-01-01' })).toBe('guestBirthdate is not known');
});

test('a missing field is refused by name', async () => {
  const { refusal } = await startTestSandbox();
  expect(await refusal('getReservation')).toBe('reservationID is required');
  expect(await refusal('postGuestNote', { guestID: '1' })).toBe('guestNote is required');
});

test('a JSON body is refused where a form is expected', async () => {
  const { sandbox } = await startTestSandbox();
  const [guestID] = sandbox.world.book(weekend).guestIds;
  const response = await fetch(`${sandbox.apiUrl}/putGuest`, {
    method: 'PUT',
    headers: { 'x-api-key': sandbox.apiKey, 'content-type': 'application/json' },
    body: JSON.stringify({ guestID, guestCity: 'Graz' }),
  });
  expect(await response.json()).toMatchObject({ success: false, message: expect.stringContaining('urlencoded') });
  expect(sandbox.world.readGuest(guestID).details.city).toBe('');
});

test('the fields of a write are refused in the query string', async () => {
  const { sandbox } = await startTestSandbox();
  const response = await fetch(`${sandbox.apiUrl}/postGuestNote?guestID=1&guestNote=hello`, {
    method: 'POST',
    headers: { 'x-api-key': sandbox.apiKey },
  });
  expect(await response.json()).toMatchObject({ success: false });
});

test('an array that is not in brackets is refused', async () => {
  const { sandbox, refusal } = await startTestSandbox();
  const [guestID] = sandbox.world.book(weekend).guestIds;
  const guestCustomFields = JSON.stringify([{ customFieldName: 'Diet', customFieldValue: 'none' }]);
  expect(await refusal('putGuest', { guestID, guestCustomFields })).toContain('guestCustomFields must be array');
});

test('a method that does not exist is 404', async () => {
  const { sandbox } = await startTestSandbox();
  const response = await fetch(`${sandbox.apiUrl}/getEverything`, { headers: { 'x-api-key': sandbox.apiKey } });
  expect(response.status).toBe(404);
});

test('every answer carries an X-Request-ID of its own', async () => {
  const { call } = await startTestSandbox();
  const answers = await Promise.all([call('getHotels'), call('getHotels'), call('getHotels', {}, { apiKey: 'none' })]);
  expect(new Set(answers.map(({ headers }) => headers.get('x-request-id'))).size).toBe(3);
});

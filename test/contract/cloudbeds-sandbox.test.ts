import { expect, test } from '@jest/globals';
import { listOperations, loadOpenApiDocument } from '../../src/openapi/openapi-document.ts';
import type { Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { createSandboxClient } from '../support/sandbox-client.ts';
import { startTestSandbox, weekend } from '../support/sandbox-fixture.ts';
import { describeAgainstVendor } from '../support/sandbox-vendor-document.ts';
import { createVendorJudge } from '../support/sandbox-vendor-judge.ts';

const meant: readonly { readonly where: RegExp; readonly because: string }[] = [
  { where: /must match format "date-time"$/, because: 'date-times are spoken in local time, without a T' },
  {
    where: /^getGuestsModified .*Date must match format "date"$/,
    because: 'birth and document dates of a guest who gave none are empty strings',
  },
  {
    where: /^(getHotels|deleteWebhook|postWebhook) \/message is not known$/,
    because: 'every operation can refuse with a message, also where the vendor’s schema forgets it',
  },
];

describeAgainstVendor('the sandbox beside the vendor’s description', () => {
  test('answers as the vendor describes it, but for what is meant', async () => {
    const { complaints, operations } = await listComplaints();
    const unexplained = complaints.filter((complaint) => !meant.some(({ where }) => where.test(complaint)));
    expect(unexplained).toEqual([]);
    const described = listOperations(loadOpenApiDocument('cloudbeds')).map(({ operation }) => operation.operationId);
    expect(described.filter((operation) => !operations.has(operation))).toEqual([]);
  });

  test('differs everywhere where that is meant', async () => {
    const { complaints } = await listComplaints();
    expect(meant.filter(({ where }) => !complaints.some((complaint) => where.test(complaint)))).toEqual([]);
  });
});

async function listComplaints() {
  const judge = createVendorJudge();
  const complaints: string[] = [];
  const operations = new Set<string>();
  const { sandbox } = await startTestSandbox();
  await useEverything(sandbox, (operationId, body) => {
    operations.add(operationId);
    complaints.push(...judge.listComplaints(operationId, body));
  });
  return { complaints: [...new Set(complaints)], operations };
}

async function useEverything(sandbox: Sandbox, observe: (operationId: string, body: object) => void): Promise<void> {
  const { succeed, refusal } = createSandboxClient(sandbox, observe);
  const { reservationId: reservationID, guestIds } = sandbox.world.book({ ...weekend, adults: 3, rooms: 2 });
  const [guestID] = guestIds;
  const merged = sandbox.world.book({ ...weekend, roomsAssigned: false }).guestIds[0];
  sandbox.world.mergeGuests(merged, guestID);
  await succeed('postCustomField', { name: 'Diet', shortcode: 'diet', applyTo: 'guest', isPersonal: 'true' });
  const names = { guestFirstName: 'Rui', guestLastName: 'Silva', guestEmail: 'rui@mail.example', guestCountry: 'PT' };
  await succeed('postGuest', { reservationID, ...names, guestBirthDate: '1990-01-01' });
  await succeed('putGuest', {
    guestID,
    'guestCustomFields[0][customFieldName]': 'Diet',
    'guestCustomFields[0][customFieldValue]': 'Vegan',
  });
  const { guestNoteID } = await succeed('postGuestNote', { guestID, guestNote: 'Quiet room' });
  await succeed('putGuestNote', { guestID, noteID: guestNoteID as string, guestNote: 'Very quiet room' });
  const endpointUrl = 'http://127.0.0.1:1/hook';
  const { data } = await succeed('postWebhook', { object: 'integration', action: 'appstate_changed', endpointUrl });
  await succeed('getReservations', {
    includeGuestsDetails: 'true',
    includeAllRooms: 'true',
    includeCustomFields: 'true',
  });
  await succeed('getReservation', { reservationID });
  await succeed('getGuestsModified');
  for (const read of ['getGuest', 'getGuestNotes']) await succeed(read, { guestID });
  await succeed('getGuest', { guestID: merged });
  for (const read of ['getCustomFields', 'getHotels', 'getHotelDetails', 'getWebhooks']) await succeed(read);
  await succeed('deleteWebhook', { subscriptionID: (data as { subscriptionID: string }).subscriptionID });
  await succeed('postAppError', { timestamp: '2026-11-23 10:00:00', eventType: 'sync' });
  await upload(sandbox, guestID, observe);
  await connectAsPartner(sandbox, observe);
  for (const refused of ['putGuest', 'getReservation', 'deleteWebhook', 'postWebhook', 'postGuestNote']) {
    await refusal(refused);
  }
  await refusal('getHotels', { pageSize: '1000' });
}

async function connectAsPartner(sandbox: Sandbox, observe: (operationId: string, body: object) => void): Promise<void> {
  const redirectUri = 'https://screening.example/back';
  const { clientId, clientSecret } = sandbox.world.addClient({ redirectUri });
  const code = sandbox.world.allow({ clientId, redirectUri, propertyIds: [sandbox.propertyId] });
  const { call } = createSandboxClient(sandbox, observe);
  const client = { client_id: clientId, client_secret: clientSecret };
  const form = { ...client, code, redirect_uri: redirectUri };
  const grantType = 'urn:ietf:params:oauth:grant-type:api-key';
  const { body } = await call('postAccessToken', { ...form, grant_type: grantType });
  const options = { apiKey: body.access_token as string };
  await call('getMetadata', {}, options);
  await call('getAppState', {}, options);
  await call('postAppState', { app_state: 'pending' }, options);
}

async function upload(sandbox: Sandbox, guestID: string, observe: (operationId: string, body: object) => void) {
  const form = new FormData();
  form.set('guestID', guestID);
  form.set('file', new Blob(['%PDF-1.7']), 'passport.pdf');
  const headers = { 'x-api-key': sandbox.apiKey };
  const response = await fetch(`${sandbox.apiUrl}/postGuestDocument`, { method: 'POST', headers, body: form });
  observe('postGuestDocument', (await response.json()) as object);
}

import { expect, test } from '@jest/globals';
import { startTestSandbox, weekend } from '../../support/sandbox-fixture.ts';

const rui = {
  ...{ guestFirstName: 'Rui', guestLastName: 'Silva' },
  ...{ guestEmail: 'rui@mail.example', guestCountry: 'PT' },
};

test('a guest is added as long as there are adults and children to be named', async () => {
  const { sandbox, succeed, refusal } = await startTestSandbox();
  const { reservationId: reservationID } = sandbox.world.book({ ...weekend, adults: 1, children: 1 });
  const { guestID } = await succeed('postGuest', { reservationID, ...rui });
  expect(sandbox.world.readReservation(reservationID).guestIds).toContain(guestID);
  expect(await refusal('postGuest', { reservationID, ...rui })).toContain('as many guests');
});

test.each(Object.keys(rui))('a guest without %s is refused', async (missing) => {
  const { sandbox, refusal } = await startTestSandbox();
  const { reservationId: reservationID } = sandbox.world.book({ ...weekend, adults: 2 });
  const rest = Object.fromEntries(Object.entries(rui).filter(([name]) => name !== missing));
  expect(await refusal('postGuest', { reservationID, ...rest })).toContain(missing);
});

test('a new guest’s document follows the same rules, spelled driver_license', async () => {
  const { sandbox, succeed, refusal } = await startTestSandbox();
  const { reservationId: reservationID } = sandbox.world.book({ ...weekend, adults: 2 });
  const licence = { guestDocumentType: 'driver_license', guestDocumentNumber: '1' };
  expect(await refusal('postGuest', { reservationID, ...rui, ...licence })).toContain('guestDocumentIssuingCountry');
  const { guestID } = await succeed('postGuest', {
    ...{ reservationID, ...rui, ...licence, guestDocumentIssuingCountry: 'PT' },
    ...{ guestDocumentIssueDate: '2020-01-01', guestDocumentExpirationDate: '2030-01-01' },
  });
  expect(sandbox.world.readGuest(guestID as string).details.documentType).toBe('driver_licence');
});

test('a new guest can bring custom fields and a note, and is refused with them when they are wrong', async () => {
  const { sandbox, succeed, refusal } = await startTestSandbox();
  const { reservationId: reservationID } = sandbox.world.book({ ...weekend, adults: 2 });
  sandbox.world.addCustomField({ name: 'Diet', shortcode: 'diet', applyTo: 'guest', isPersonal: true });
  const field = { 'customFields[0][customFieldName]': 'Diet', 'customFields[0][customFieldValue]': 'Vegan' };
  expect(await refusal('postGuest', { reservationID, ...rui, ...field, guestNote: '4111 1111 1111 1111' })).toContain(
    'payment',
  );
  expect(sandbox.world.listGuests()).toHaveLength(1);
  const { guestID } = await succeed('postGuest', { reservationID, ...rui, ...field, guestNote: 'Late arrival' });
  expect(sandbox.world.readGuest(guestID as string)).toMatchObject({
    customFields: { diet: 'Vegan' },
    notes: ['Late arrival'],
  });
});

test('a file is attached as multipart, and refused in a urlencoded form or of a strange type', async () => {
  const { sandbox, refusal } = await startTestSandbox();
  const [guestID] = sandbox.world.book(weekend).guestIds;
  const upload = async (fileName: string) => {
    const form = new FormData();
    form.set('guestID', guestID);
    form.set('file', new Blob(['%PDF-1.7']), fileName);
    const headers = { 'x-api-key': sandbox.apiKey };
    const response = await fetch(`${sandbox.apiUrl}/postGuestDocument`, { method: 'POST', headers, body: form });
    return response.json();
  };
  expect(await upload('passport.pdf')).toMatchObject({ success: true, data: { fileID: expect.any(String) } });
  expect(await upload('passport.exe')).toMatchObject({ success: false });
  expect(await refusal('postGuestDocument', { guestID, file: 'passport.pdf' })).toContain('multipart');
});

test('an error report is kept, and one of an unknown kind or reservation is refused', async () => {
  const { sandbox, succeed, refusal } = await startTestSandbox();
  const report = { timestamp: '2026-11-23 10:00:00', eventType: 'sync', description: 'Screening is paused' };
  await succeed('postAppError', report);
  expect(await refusal('postAppError', { ...report, eventType: 'screen' })).toContain('eventType');
  expect(await refusal('postAppError', { ...report, entityType: 'reservation', entityID: '1' })).toContain(
    'Reservation',
  );
  expect(sandbox.world.listAppErrors()).toMatchObject([report]);
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { toDay } from '../support/days.ts';
import { fillIn, type FormDesk, openFormDesk } from '../support/form-desk.ts';
import { get, postFile } from '../support/guest-browser.ts';

let desk: FormDesk;

beforeAll(async () => {
  desk = await openFormDesk({ config: 'defaults: { form: { ask: always, fields: { nationality: off } } }' });
});

afterAll(() => desk.close());

const mainGuest = {
  firstName: 'Ingrid',
  lastName: 'Canaryson',
  email: 'ingrid.1234@guest.booking.com',
  country: 'NO',
};

const stay = { arrivesOn: toDay(3), departsOn: toDay(5) };

test('a guest whom the property asks fills in the form, and the PMS has everything', async () => {
  const { world } = desk.hotel.sandbox;
  const [guestId] = world.book({ ...stay, mainGuest }).guestIds;
  const token = await desk.untilAsked(guestId);
  await fillIn(desk.forms(), token, {
    ...{ firstName: 'Ingrid Marie', birthDate: '1984-2-9', email: 'ingrid@canaryson.example', phone: '22 12 34 56' },
    ...{ documentType: 'passport', documentNumber: 'CCX1234567', documentIssuingCountry: 'no' },
    ...{ documentIssuedOn: '2020-01-05', documentExpiresOn: '2030-01-05', arrivalTime: '9:30' },
  });
  const shown = await desk.hotel.untilShown(guestId, { screening_status: 'Completed', screening_link: '' });
  await desk.hotel.untilShown(guestId, { form_arrival_time: '09:30', form_email: 'ingrid@canaryson.example' });
  expect(shown.screening_outcome).toBe('Clear');
  expect(world.readGuest(guestId)).toMatchObject({
    details: {
      ...{ firstName: 'Ingrid', email: mainGuest.email, birthDate: '1984-02-09', phone: '+4722123456' },
      ...{ documentType: 'passport', documentNumber: 'CCX1234567', documentIssuingCountry: 'NO' },
    },
    customFields: {
      form_document_name: 'Ingrid Marie Canaryson',
      form_consents: expect.stringMatching(/^privacy: yes \(built-in-1/),
    },
  });
});

test('the desk reads what a guest wrote in a form, without the number of the document', async () => {
  const { hotel } = desk;
  const guest = { ...mainGuest, lastName: 'Canarydesk' };
  const [guestId] = hotel.sandbox.world.book({ ...stay, mainGuest: guest }).guestIds;
  await fillIn(desk.forms(), await desk.untilAsked(guestId), {
    ...{ birthDate: '1984-2-9', email: 'desk@canaryson.example', phone: '22 12 34 56', arrivalTime: '9:30' },
    ...{ documentType: 'passport', documentNumber: 'CCX1234567', documentIssuingCountry: 'no' },
    ...{ documentIssuedOn: '2020-01-05', documentExpiresOn: '2030-01-05' },
  });
  const path = `/api/v1/screenings/${await desk.findScreeningId(guestId)}/form`;
  const expiresAt = `${toDay(1)}T10:00:00Z`;
  const token = { name: 'Door', scope: 'outcomes', propertyIds: [hotel.sandbox.propertyId], expiresAt };
  const { body } = await hotel.api('POST', '/api/v1/tokens', token);
  const headers = { authorization: `Bearer ${(body as { readonly secret: string }).secret}` };
  const seen = (await (await fetch(`${hotel.url()}${path}`, { headers })).json()) as { readonly answers: object };
  expect(seen.answers).toMatchObject({ documentType: 'passport', arrivalTime: '09:30' });
  expect(JSON.stringify(seen)).not.toContain('CCX1234567');
  expect((await hotel.api('GET', path)).body).toMatchObject({ answers: { documentNumber: 'CCX1234567' } });
});

test('where the property takes no pictures the form asks for none, and one that is sent goes nowhere', async () => {
  const { world } = desk.hotel.sandbox;
  const [guestId] = world.book({ ...stay, mainGuest: { ...mainGuest, lastName: 'Canaryberg' } }).guestIds;
  const token = await desk.untilAsked(guestId);
  const page = `${desk.hotel.url()}/form/${token}/document`;
  expect((await get(page)).text).not.toContain('documentImage');
  const bytes = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]);
  const file = { field: 'documentImage', name: 'passport.jpg', type: 'image/jpeg', bytes };
  expect((await postFile(page, file)).status).toBe(303);
  const path = `/api/v1/screenings/${await desk.findScreeningId(guestId)}/form`;
  expect((await desk.hotel.api('GET', path)).body).toMatchObject({ hasDocument: false });
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { toDay } from '../support/days.ts';
import { fillIn, type FormDesk, openFormDesk } from '../support/form-desk.ts';

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
    customFields: { form_document_name: 'Ingrid Marie Canaryson', form_consents: /^privacy: yes \(built-in-1/ },
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { toDay } from '../support/days.ts';
import { eventually } from '../support/eventually.ts';
import { fillIn, type FormDesk, getSaved, openFormDesk, openSession } from '../support/form-desk.ts';
import { type ChosenFile, get, type Page, postFile } from '../support/guest-browser.ts';

const config = `
defaults:
  form:
    ask: always
    documentUpload: true
    companions: false
    mayOverwrite: { names: true, email: true }
    fields: { nationality: off, phone: off, country: off, arrivalTime: optional, document: optional }
`;

let desk: FormDesk;

beforeAll(async () => {
  desk = await openFormDesk({ config });
});

afterAll(() => desk.close());

const stay = { arrivesOn: toDay(3), departsOn: toDay(5) };
let bookers = 0;

/** Somebody else each time. */
async function bookAsked() {
  bookers += 1;
  const lastName = `Canaryson${'abcdefghijkl'[bookers] ?? ''}`;
  const email = `${lastName.toLowerCase()}@guest.booking.com`;
  const mainGuest = { firstName: 'Ingrid', lastName, email, country: 'NO' };
  const booked = desk.hotel.sandbox.world.book({ ...stay, mainGuest });
  const [guestId] = booked.guestIds;
  const token = await desk.untilAsked(guestId);
  return { ...booked, guestId, mainGuest, token, url: `${desk.hotel.url()}/form/${token}` };
}

const readGuest = (guestId: string) => desk.hotel.sandbox.world.readGuest(guestId);
const countEvents = async (guestId: string, name: string) =>
  (await desk.readScreening(guestId)).timeline.filter(({ event }) => event === name).length;
const untilEvents = (guestId: string, name: string, count: number) =>
  eventually(async () => (await countEvents(guestId, name)) === count || undefined, { what: `${count} times ${name}` });

async function readForm(guestId: string): Promise<Readonly<Record<string, unknown>>> {
  const { body } = await desk.hotel.api('GET', `/api/v1/screenings/${await desk.findScreeningId(guestId)}/form`);
  return body;
}

test('names and e-mail of the form take the place of those in the PMS where the property says so', async () => {
  const { guestId, token } = await bookAsked();
  const values = { firstName: 'Ingrid Marie', lastName: 'Canaryberg', email: 'ingrid@canaryberg.example' };
  await fillIn(desk.forms(), token, values);
  await desk.hotel.untilShown(guestId, { form_consents: /^privacy: yes/ });
  const { details, customFields } = readGuest(guestId);
  expect(details).toMatchObject(values);
  expect([customFields.form_document_name, customFields.form_email]).toEqual([undefined, undefined]);
});

test('what a guest corrects after sending is told to the PMS as well, and screened again', async () => {
  const { guestId, token } = await bookAsked();
  const forms = desk.forms();
  await fillIn(forms, token, { email: 'ingrid@canary.example', birthDate: '1984-02-09', arrivalTime: '18:00' });
  await desk.hotel.untilShown(guestId, { form_arrival_time: '18:00', screening_outcome: 'Clear' });
  await untilEvents(guestId, 'form_sent', 1);
  const opened = getSaved(await forms.correct({ token }));
  expect(opened).toMatchObject({ state: 'open', answers: { birthDate: '1984-02-09', arrivalTime: '18:00' } });
  const child = { birthDate: '2012-02-09', arrivalTime: '' };
  // Whoever turns out to be under age is asked for a guardian.
  const step = { step: 'person', revision: opened.revision, values: child } as const;
  expect(await forms.saveStep({ token }, step)).toMatchObject({ problems: { guardian: 'required' } });
  await fillIn(forms, token, { ...child, guardian: 'Kari Canaryson' });
  await desk.hotel.untilShown(guestId, { form_arrival_time: '', screening_outcome: 'Review' });
  expect(readGuest(guestId).details.birthDate).toBe('2012-02-09');
});

test('who has filled in a form for an earlier stay, and is unchanged, is not asked again', async () => {
  const { guestId, token } = await bookAsked();
  await fillIn(desk.forms(), token, { email: 'ingrid.again@canary.example', birthDate: '1984-02-09' });
  await desk.hotel.untilShown(guestId, { screening_status: 'Completed', screening_link: '' });
  await untilEvents(guestId, 'form_sent', 1);
  const { world } = desk.hotel.sandbox;
  const again = world.book({ arrivesOn: toDay(1), departsOn: toDay(2), mainGuest: { guestId } });
  await eventually(() => findItem(again.reservationId, 'completed'), { what: 'the second stay to be concluded' });
  expect(readGuest(guestId).customFields.screening_link ?? '').toBe('');
  world.editGuest(guestId, { lastName: 'Canarymarried' });
  await desk.hotel.untilShown(guestId, { screening_link: /\/form\// });
});

async function findItem(reservationId: string, status: string) {
  const path = `/api/v1/properties/${desk.hotel.sandbox.propertyId}/screenings?q=${reservationId}`;
  const { items } = (await desk.hotel.api('GET', path)).body as { items: { reservationId: string; status: string }[] };
  return items.find((item) => item.reservationId === reservationId && item.status === status);
}

describe('a guest who is merged into another', () => {
  test('goes on writing in the same form, and the other gets what was written', async () => {
    const from = await bookAsked();
    const into = await bookAsked();
    const forms = desk.forms();
    const { revision } = await openSession(forms, from);
    getSaved(await forms.saveStep(from, { step: 'person', revision, values: { birthDate: '1984-02-09' } }));
    desk.hotel.sandbox.world.mergeGuests(from.guestId, into.guestId);
    await eventually(async () => findItemOf(from.reservationId, into.guestId), { what: 'the stay of the other guest' });
    const session = await openSession(forms, from);
    expect(session.answers).toMatchObject({ birthDate: '1984-02-09' });
    await fillIn(forms, from, { email: 'merged@canary.example', arrivalTime: '21:00' });
    await desk.hotel.untilShown(into.guestId, { form_arrival_time: '21:00' });
    expect(readGuest(into.guestId).details).toMatchObject({ birthDate: '1984-02-09', email: 'merged@canary.example' });
  });

  test('takes along what the PMS has no place for: the zone of the document that the camera read', async () => {
    const from = await bookAsked();
    const into = await bookAsked();
    const documentMrz = 'P<NORERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<< L898902C36NOR7408122F1204159ZE184226B<<<<<10';
    await fillIn(desk.forms(), from.token, {
      ...{ firstName: 'Anna Maria', lastName: 'Eriksson', birthDate: '1974-08-12', email: 'anna@canary.example' },
      ...{ documentType: 'passport', documentNumber: 'L898902C3', documentIssuingCountry: 'NO', documentMrz },
      ...{ documentIssuedOn: '2020-01-05', documentExpiresOn: '2030-01-05' },
    });
    const summary = { screening_summary: /Identity document: 1 doubt/ };
    await desk.hotel.untilShown(from.guestId, summary);
    await untilEvents(from.guestId, 'form_sent', 1);
    desk.hotel.sandbox.world.mergeGuests(from.guestId, into.guestId);
    desk.hotel.sandbox.world.editGuest(into.guestId, {
      ...{ documentType: 'passport', documentNumber: 'L898902C3', documentIssuingCountry: 'NO' },
      ...{ documentIssueDate: '2020-01-05', documentExpirationDate: '2030-01-05', birthDate: '1974-08-12' },
      ...{ firstName: 'Anna Maria', lastName: 'Eriksson' },
    });
    await desk.hotel.untilShown(into.guestId, summary);
  });
});

async function findItemOf(reservationId: string, guestId: string) {
  const path = `/api/v1/properties/${desk.hotel.sandbox.propertyId}/screenings?limit=200`;
  const { items } = (await desk.hotel.api('GET', path)).body as {
    items: Record<'reservationId' | 'guestId', string>[];
  };
  return items.find((item) => item.reservationId === reservationId && item.guestId === guestId);
}

describe('a picture of the document', () => {
  const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, ...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]);
  const upload = (url: string, file: Partial<ChosenFile>): Promise<Page> =>
    postFile(`${url}/document`, { field: 'documentImage', name: 'me.exe', type: 'text/html', bytes: jpeg, ...file });

  test('goes to the PMS once the form is sent, told by its content and under a name of ours, and is not kept', async () => {
    const { guestId, token, url } = await bookAsked();
    expect(await upload(url, {})).toMatchObject({ status: 303 });
    expect(await readForm(guestId)).toMatchObject({ hasDocument: true });
    expect((await get(`${url}/document`)).text).toContain('A picture is saved already');
    expect(readGuest(guestId).documents).toEqual([]);
    await fillIn(desk.forms(), token, { email: 'pictured@canary.example' });
    await eventually(() => readGuest(guestId).documents.length > 0 || undefined, { what: 'the picture' });
    expect(readGuest(guestId).documents).toEqual(['document.jpg']);
    await untilEvents(guestId, 'form_sent', 1);
    expect(await readForm(guestId)).toMatchObject({ hasDocument: false, delivery: { state: 'sent' } });
  });

  test.each([
    ['only calls itself one', Buffer.from('<script>'), 'Please choose a JPEG, PNG or PDF file.'],
    ['is an animation', Buffer.from('GIF89a\x01\0\x01\0'), 'Please choose a JPEG, PNG or PDF file.'],
    ['is too large', Buffer.concat([jpeg, Buffer.alloc(9 * 1024 * 1024)]), 'The file is too large.'],
  ])('that %s is refused beside the field, and nothing is kept', async (_what, bytes, words) => {
    const { guestId, url } = await bookAsked();
    const answer = await upload(url, { name: 'passport.png', type: 'image/png', bytes });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(words);
    expect(await readForm(guestId)).toMatchObject({ hasDocument: false });
    expect((await get(url)).status).toBe(200);
  });
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { toDay } from '../support/days.ts';
import { eventually } from '../support/eventually.ts';
import { fillIn, type FormDesk, getSaved, openFormDesk, openSession } from '../support/form-desk.ts';

const config = `
defaults:
  form: { secondFactor: arrival_date, marketing: true, fields: { licencePlate: optional, nationality: off, arrivalTime: off, country: off } }
  providers: { identity-document: { settings: { isRequired: true } } }
`;

let desk: FormDesk;

beforeAll(async () => {
  desk = await openFormDesk({ config });
});

afterAll(() => desk.close());

const arrivesOn = toDay(3);
const passport = {
  ...{ documentType: 'passport', documentNumber: 'CCX1234567', documentIssuingCountry: 'NO', birthDate: '1984-02-09' },
  ...{ documentIssuedOn: '2020-01-05', documentExpiresOn: '2030-01-05' },
};
const mainGuest = {
  ...{ firstName: 'Ingrid', lastName: 'Canaryson', email: 'ingrid@canaryson.example', country: 'NO' },
  ...{ phone: '+4722123456' },
};

let bookers = 0;

async function bookWaiting() {
  const { world } = desk.hotel.sandbox;
  bookers += 1;
  const email = `ingrid.${bookers}@canaryson.example`;
  const booked = world.book({ arrivesOn, departsOn: toDay(5), mainGuest: { ...mainGuest, email } });
  const [guestId] = booked.guestIds;
  return { ...booked, guestId, token: await desk.untilAsked(guestId) };
}

async function unlock(token: string) {
  const unlocked = await desk.forms().unlock(token, arrivesOn);
  if (typeof unlocked === 'string') throw new Error(unlocked);
  return { token, proof: unlocked.proof };
}

async function send(token: string, values: Readonly<Record<string, string>> = passport) {
  const access = await unlock(token);
  return { access, session: await fillIn(desk.forms(), access, values) };
}

test('who lacks what a check needs waits for the guest, is asked for that with the reason, and is concluded with it', async () => {
  const { guestId, token } = await bookWaiting();
  const shown = await desk.hotel.untilShown(guestId, { screening_status: 'Waiting for guest' });
  expect(shown.screening_outcome ?? '').toBe('');
  const access = await unlock(token);
  const { steps } = await openSession(desk.forms(), access);
  const asked = steps.flatMap(({ fields }) => fields);
  expect(asked.find(({ field }) => field === 'documentNumber')).toMatchObject({ isRequired: true, why: 'check' });
  expect(asked.map(({ field }) => field)).not.toContain('email');
  await fillIn(desk.forms(), access, passport);
  await desk.hotel.untilShown(guestId, {
    screening_status: 'Completed',
    screening_outcome: 'Clear',
    screening_link: '',
  });
});

test('a booking that is enough is asked nothing', async () => {
  const { world } = desk.hotel.sandbox;
  const document = {
    documentType: 'passport' as const,
    ...{ documentNumber: 'CCX1234567', documentIssuingCountry: 'NO' },
    ...{ documentIssueDate: '2020-01-05', documentExpirationDate: '2030-01-05' },
  };
  const [guestId] = world.book({ arrivesOn, departsOn: toDay(5), mainGuest: { ...mainGuest, ...document } }).guestIds;
  const shown = await desk.hotel.untilShown(guestId, { screening_status: 'Completed' });
  expect(shown.screening_link ?? '').toBe('');
});

test('the second factor keeps a form locked, and is blocked after too many tries', async () => {
  const { token } = await bookWaiting();
  const forms = desk.forms();
  expect(await forms.openByToken({ token })).toMatchObject({ kind: 'locked', factor: 'arrival_date' });
  expect(await forms.openByToken({ token, proof: 'made up' })).toMatchObject({ kind: 'locked' });
  expect(await forms.saveStep({ token }, { step: 'person', revision: 1, values: {} })).toEqual({ kind: 'locked' });
  for (let tries = 0; tries < 10; tries += 1) expect(await forms.unlock(token, toDay(40))).toBe('wrong');
  expect(await forms.unlock(token, toDay(40))).toBe('blocked');
  expect(await forms.unlock(token, arrivesOn)).toBe('blocked');
});

test('of two tabs the later one is told, and neither loses a word', async () => {
  const { token } = await bookWaiting();
  const forms = desk.forms();
  const access = await unlock(token);
  const { revision } = await openSession(forms, access);
  const step = { step: 'person', revision, values: { firstName: 'Inga' } } as const;
  getSaved(await forms.saveStep(access, { ...step, values: { birthDate: '1984-02-09' } }));
  const late = await forms.saveStep(access, step);
  expect(late).toMatchObject({ kind: 'stale', session: { answers: { firstName: 'Ingrid', birthDate: '1984-02-09' } } });
});

test('what is wrong is told by field, what is right beside it is saved, and nothing is sent', async () => {
  const { token } = await bookWaiting();
  const forms = desk.forms();
  const access = await unlock(token);
  const { revision } = await openSession(forms, access);
  const values = { ...passport, documentExpiresOn: '2019-02-29', documentIssuedOn: toDay(2) };
  const writing = await forms.saveStep(access, { step: 'document', revision, values });
  expect(writing).toMatchObject({
    kind: 'problems',
    problems: { documentExpiresOn: 'date_impossible', documentIssuedOn: 'date_in_future' },
    session: { answers: { documentNumber: passport.documentNumber } },
  });
  const { revision: now } = await openSession(forms, access);
  const sent = await forms.submit(access, { revision: now, language: 'en', consents: [] });
  expect(sent).toMatchObject({ kind: 'problems', problems: { 'consent.privacy': 'not_ticked' } });
});

test('pressing send twice sends once', async () => {
  const { guestId, token } = await bookWaiting();
  const { access, session } = await send(token);
  const again = await desk
    .forms()
    .submit(access, { revision: session.revision, language: 'en', consents: ['privacy'] });
  expect(again).toMatchObject({ kind: 'saved', session: { state: 'submitted' } });
  await desk.hotel.untilShown(guestId, { screening_status: 'Completed' });
  await desk.hotel.untilIdle();
  const { timeline } = await desk.readScreening(guestId);
  expect(timeline.filter(({ event }) => event === 'form_submitted')).toHaveLength(1);
  expect(timeline.filter(({ event }) => event === 'form_sent')).toHaveLength(1);
});

test('a cancelled stay closes the form in the middle of it', async () => {
  const { reservationId, token } = await bookWaiting();
  const access = await unlock(token);
  const { revision } = await openSession(desk.forms(), access);
  desk.hotel.sandbox.world.cancelReservation(reservationId);
  await eventually(async () => ((await desk.forms().openByToken(access)) === undefined ? true : undefined), {
    what: 'the form to close',
  });
  const late = await desk.forms().saveStep(access, { step: 'document', revision, values: passport });
  expect(late).toEqual({ kind: 'gone' });
  expect(await desk.forms().unlock(token, arrivesOn)).toBe('wrong');
});

test('marketing is asked apart, and taken back with one call, which reaches the PMS', async () => {
  const { guestId, token } = await bookWaiting();
  const { access } = await send(token);
  const forms = desk.forms();
  await desk.hotel.untilShown(guestId, { form_consents: /marketing: no/ });
  getSaved(await forms.setConsent(access, { purpose: 'marketing', given: true, language: 'de' }));
  await desk.hotel.untilShown(guestId, { form_consents: /marketing: yes/ });
  const { consents } = getSaved(await forms.withdrawConsent(access, 'marketing'));
  expect(consents.find(({ purpose }) => purpose === 'marketing')).toMatchObject({
    given: false,
    version: 'built-in-1',
  });
  await desk.hotel.untilShown(guestId, { form_consents: /marketing: no/ });
});

test('a guest who asks for a person is shown to staff, and no outcome changes by it', async () => {
  const { guestId, token } = await bookWaiting();
  const { access } = await send(token);
  const { screening_outcome: outcome } = await desk.hotel.untilShown(guestId, { screening_status: 'Completed' });
  getSaved(await desk.forms().askPerson(access, 'That was my namesake'));
  getSaved(await desk.forms().object(access, ''));
  const { propertyId } = desk.hotel.sandbox;
  const { body } = await desk.hotel.api('GET', `/api/v1/properties/${propertyId}/guest-requests`);
  expect(body).toMatchObject({ items: [{ requests: [{ text: 'That was my namesake' }, { kind: 'object' }] }] });
  await desk.hotel.untilIdle();
  expect(desk.hotel.sandbox.world.readGuest(guestId).customFields.screening_outcome).toBe(outcome);
});

test('staff complete a form at the desk without the second factor, and it is recorded as theirs', async () => {
  const { guestId } = await bookWaiting();
  const path = `/api/v1/screenings/${await desk.findScreeningId(guestId)}/form`;
  const { body } = await desk.hotel.api('POST', `${path}/desk-link`, {});
  const token = (body as { readonly url: string }).url.split('/').at(-1) ?? '';
  const session = await fillIn(desk.forms(), { token }, passport);
  expect(session.filledBy).toBe('admin');
  await desk.hotel.untilShown(guestId, { screening_status: 'Completed' });
  const current = `/api/v1/screenings/${await desk.findScreeningId(guestId)}/form`;
  expect((await desk.hotel.api('GET', current)).body).toMatchObject({
    completedBy: 'admin',
    consents: [{ by: 'admin' }, {}],
  });
});

test('what the PMS refuses is kept with its reason, and told again when staff ask', async () => {
  const field = { name: 'Plate', shortcode: 'form_licence_plate', applyTo: 'guest', isPersonal: true } as const;
  desk.hotel.sandbox.world.addCustomField({ ...field, maxCharacters: 3 });
  const { guestId, token } = await bookWaiting();
  await send(token, { ...passport, licencePlate: 'EK 12345' });
  const path = `/api/v1/screenings/${await desk.findScreeningId(guestId)}/form`;
  const untilRefused = () =>
    eventually(
      async () => {
        const { body } = await desk.hotel.api('GET', path);
        const { delivery, answers } = body as { delivery: { state: string; refusal: string }; answers: object };
        return delivery.state === 'refused' ? { delivery, answers } : undefined;
      },
      { what: 'the refusal' },
    );
  expect(await untilRefused()).toMatchObject({
    delivery: { refusal: 'too_long' },
    answers: { documentNumber: passport.documentNumber, licencePlate: 'EK 12345' },
  });
  const retried = await desk.hotel.api('POST', `${path}/retry`, {});
  expect(retried).toMatchObject({ status: 200, body: { delivery: { state: 'waiting', refusal: null } } });
  await untilRefused();
  expect(desk.hotel.log()).not.toContain('EK 12345');
});

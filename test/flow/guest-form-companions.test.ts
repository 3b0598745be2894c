import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { toDay } from '../support/days.ts';
import { eventually } from '../support/eventually.ts';
import { fillIn, type FormDesk, getSaved, openFormDesk, openSession } from '../support/form-desk.ts';

let desk: FormDesk;

beforeAll(async () => {
  const fields = '{ nationality: off, document: off, phone: off, country: off, arrivalTime: off, birthDate: off }';
  desk = await openFormDesk({ config: `defaults: { form: { ask: always, fields: ${fields} } }` });
});

afterAll(() => desk.close());

let bookers = 0;

/** Somebody else each time: who has filled in a form before need not again. */
function toBooker() {
  bookers += 1;
  const lastName = `Canaryson${'abcdefgh'[bookers] ?? ''}`;
  return { firstName: 'Ingrid', lastName, email: `${lastName.toLowerCase()}@post.example`, country: 'NO' };
}
const child = { firstName: 'Liv', lastName: 'Canarychild', country: 'NO' };

async function bookFamily(adults: number, children = 0) {
  const { world } = desk.hotel.sandbox;
  const mainGuest = toBooker();
  const booked = world.book({ arrivesOn: toDay(3), departsOn: toDay(5), adults, children, mainGuest });
  return { ...booked, mainGuest, token: await desk.untilAsked(booked.guestIds[0]) };
}

const readGuests = (reservationId: string) => {
  const { world } = desk.hotel.sandbox;
  const stay = world.listReservations().find((other) => other.reservationId === reservationId);
  return (stay?.guestIds ?? []).map((guestId) => world.readGuest(guestId));
};

const untilParty = (reservationId: string, size: number) =>
  eventually(() => (readGuests(reservationId).length === size ? readGuests(reservationId) : undefined), {
    what: `${size} guests`,
  });

test('whom the booker fills in for becomes a guest of the reservation, with a guardian where under age, and is screened', async () => {
  const { reservationId, mainGuest, token } = await bookFamily(1, 1);
  const forms = desk.forms();
  const { revision } = await openSession(forms, { token });
  const added = getSaved(await forms.addCompanion({ token }, { revision, language: 'en', values: child }));
  expect(added.companions).toMatchObject({ most: 1, listed: [{ name: 'Liv Canarychild', state: 'filled' }] });
  await fillIn(forms, token, {});
  const [, liv] = await untilParty(reservationId, 2);
  expect(liv?.details).toMatchObject({ firstName: 'Liv', lastName: 'Canarychild', email: mainGuest.email });
  await desk.hotel.untilShown(liv?.guestId ?? '', { screening_status: 'Completed', form_consents: /^privacy: yes/ });
});

test('a companion who is invited fills in a form of their own', async () => {
  const { reservationId, token } = await bookFamily(2);
  const forms = desk.forms();
  const { companions } = getSaved(await forms.inviteCompanion({ token }, { name: 'Per' }));
  expect(companions.listed).toMatchObject([{ name: 'Per', state: 'invited' }]);
  const theirs = companions.listed[0]?.url?.split('/').at(-1) ?? '';
  const per = { firstName: 'Per', lastName: 'Canaryfriend', email: 'per@canary.example', country: 'SE' };
  await fillIn(forms, theirs, per);
  const [, guest] = await untilParty(reservationId, 2);
  expect(guest?.details).toMatchObject(per);
  const { companions: after } = await openSession(forms, { token });
  expect(after.listed).toMatchObject([{ name: 'Per Canaryfriend', state: 'done' }]);
});

test('nobody is named beyond the adults and children of the booking', async () => {
  const { token } = await bookFamily(2);
  const forms = desk.forms();
  await forms.inviteCompanion({ token }, { name: 'Per' });
  const full = await forms.inviteCompanion({ token }, { name: 'Liv' });
  expect(full).toMatchObject({ kind: 'problems', problems: { name: 'party_full' } });
  const { revision } = await openSession(forms, { token });
  const filled = await forms.addCompanion({ token }, { revision, language: 'en', values: child });
  expect(filled).toMatchObject({ kind: 'problems', problems: { firstName: 'party_full' } });
});

test.each([
  ['unseen yet', () => Promise.resolve()],
  ['and who has been asked by a form of their own', () => desk.hotel.untilIdle()],
])('a companion whom the desk has added meanwhile is not added twice: %s', async (_, untilNext) => {
  const { reservationId, token } = await bookFamily(2);
  const forms = desk.forms();
  const { revision } = await openSession(forms, { token });
  getSaved(await forms.addCompanion({ token }, { revision, language: 'en', values: child }));
  desk.hotel.sandbox.world.addGuest(reservationId, { firstName: 'LIV', lastName: 'Canarychild' });
  await untilNext();
  await fillIn(forms, token, {});
  const [, liv] = await untilParty(reservationId, 2);
  await desk.hotel.untilShown(liv?.guestId ?? '', { form_consents: /^privacy: yes/ });
  expect(readGuests(reservationId)).toHaveLength(2);
});

test('a companion for whom the PMS has no place is kept, shown to staff with the reason, and can be tried again', async () => {
  const { reservationId, guestIds, token } = await bookFamily(2);
  const forms = desk.forms();
  const { revision } = await openSession(forms, { token });
  getSaved(await forms.addCompanion({ token }, { revision, language: 'en', values: child }));
  const { world } = desk.hotel.sandbox;
  const inTheWay = world.addGuest(reservationId, { firstName: 'Somebody', lastName: 'Canaryelse' });
  await fillIn(forms, token, {});
  const path = `/api/v1/screenings/${await desk.findScreeningId(guestIds[0])}/form`;
  const refused = { name: 'Liv Canarychild', delivery: { state: 'refused', refusal: 'party_full' } };
  await eventually(
    async () => {
      const { body } = await desk.hotel.api('GET', path);
      return JSON.stringify(body).includes('party_full') || undefined;
    },
    { what: 'the refusal' },
  );
  expect((await desk.hotel.api('GET', path)).body).toMatchObject({ companions: [refused] });
  world.removeGuest(reservationId, inTheWay);
  expect((await desk.hotel.api('POST', `${path}/retry`, {})).status).toBe(200);
  const [, liv] = await untilParty(reservationId, 2);
  expect(liv?.details.firstName).toBe('Liv');
});

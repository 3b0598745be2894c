import { expect, test } from '@jest/globals';
import { startTestSandbox, weekend } from '../../support/sandbox-fixture.ts';

const ever = { resultsFrom: '2020-01-01 00:00:00' };

test('modified guests come one row per room, in the spelling of this method', async () => {
  const { sandbox, succeed } = await startTestSandbox();
  const mainGuest = { ...{ firstName: 'Ana', lastName: 'Silva' }, birthDate: '1990-02-03', address: 'Rua Nova 1' };
  const { guestIds, reservationId } = sandbox.world.book({ ...weekend, mainGuest, rooms: 2 });
  const { data, total } = await succeed('getGuestsModified', ever);
  const row = { guestID: guestIds[0], reservationID: reservationId, guestBirthDate: '1990-02-03' };
  expect(total).toBe(2);
  expect(data).toMatchObject([row, { ...row, guestAddress1: 'Rua Nova 1', guestOptIn: false, isMerged: false }]);
});

test('a guest edit that leaves the reservation’s time stamp alone shows among modified guests only', async () => {
  const { sandbox, clock, succeed } = await startTestSandbox();
  const [guestId] = sandbox.world.book(weekend).guestIds;
  clock.advance(600);
  sandbox.world.editGuest(guestId, { email: 'new@mail.example' }, { movesReservation: false });
  expect(await succeed('getReservations', { modifiedFrom: '2026-11-23 10:10:00' })).toMatchObject({ total: 0 });
  expect(await succeed('getGuestsModified', { resultsFrom: '2026-11-23 10:10:00' })).toMatchObject({
    data: [{ guestID: guestId, guestEmail: 'new@mail.example', dateModified: '2026-11-23 10:10:00' }],
  });
});

test('a guest edit usually moves the reservation’s time stamp too', async () => {
  const { sandbox, clock, succeed } = await startTestSandbox();
  const [guestId] = sandbox.world.book(weekend).guestIds;
  clock.advance(600);
  sandbox.world.editGuest(guestId, { email: 'new@mail.example' });
  expect(await succeed('getReservations', { modifiedFrom: '2026-11-23 10:10:00' })).toMatchObject({ total: 1 });
});

test('without any range only today’s modified guests are listed', async () => {
  const { sandbox, clock, succeed } = await startTestSandbox();
  sandbox.world.book(weekend);
  expect(await succeed('getGuestsModified')).toMatchObject({ total: 1 });
  clock.advance(24 * 3_600);
  expect(await succeed('getGuestsModified')).toMatchObject({ total: 0 });
  expect(await succeed('getGuestsModified', { checkInFrom: '2026-12-01' })).toMatchObject({ total: 1 });
});

test('checking in modifies the guest, and inHouse finds it', async () => {
  const { sandbox, clock, succeed } = await startTestSandbox();
  const { reservationId } = sandbox.world.book(weekend);
  clock.advance(60);
  expect(await succeed('getGuestsModified', { ...ever, inHouse: 'true' })).toMatchObject({ total: 0 });
  sandbox.world.setReservationStatus(reservationId, 'checked_in');
  expect(await succeed('getGuestsModified', { ...ever, inHouse: 'true' })).toMatchObject({
    data: [{ dateModified: '2026-11-23 10:01:00' }],
  });
});

test('a merged guest points to the one that it lives on as', async () => {
  const { sandbox, succeed, refusal } = await startTestSandbox();
  const old = sandbox.world.book(weekend);
  const [kept] = sandbox.world.book(weekend).guestIds;
  const [merged] = old.guestIds;
  sandbox.world.mergeGuests(merged, kept);
  expect(await succeed('getGuest', { guestID: merged })).toMatchObject({ data: { isMerged: true, newGuestID: kept } });
  expect(await succeed('getGuestsModified', ever)).toMatchObject({
    data: [
      { guestID: merged, reservationID: old.reservationId, isMerged: true, newGuestID: kept },
      { guestID: kept, isMerged: false },
      { guestID: kept, isMerged: false },
    ],
  });
  const { data } = await succeed('getReservation', { reservationID: old.reservationId });
  expect(Object.keys((data as { guestList: object }).guestList)).toEqual([kept]);
  expect(await refusal('putGuest', { guestID: merged, guestCity: 'Graz' })).toContain('merged');
});

test('an anonymized guest has no details, personal fields or notes left', async () => {
  const { sandbox, succeed, refusal } = await startTestSandbox();
  const [guestID] = sandbox.world.book(weekend).guestIds;
  sandbox.world.addCustomField({ name: 'Diet', shortcode: 'diet', applyTo: 'guest', isPersonal: true });
  sandbox.world.addNote(guestID, 'Likes quiet rooms');
  await succeed('putGuest', {
    guestID,
    'guestCustomFields[0][customFieldName]': 'Diet',
    'guestCustomFields[0][customFieldValue]': 'Vegan',
  });
  sandbox.world.anonymizeGuest(guestID);
  const { data } = await succeed('getGuest', { guestID });
  expect(data).toMatchObject({ isAnonymized: true, firstName: '', email: '', birthDate: '', customFields: [] });
  expect(await succeed('getGuestNotes', { guestID })).toMatchObject({ data: [] });
  expect(await refusal('putGuest', { guestID, guestCity: 'Graz' })).toContain('removed');
});

test('getGuest drops the prefix, and finds the main guest of a reservation', async () => {
  const { sandbox, succeed, refusal } = await startTestSandbox();
  const { reservationId: reservationID } = sandbox.world.book(weekend);
  const { data } = await succeed('getGuest', { reservationID });
  expect(data).toMatchObject({ firstName: 'Ana', email: 'ana.silva@mail.example', birthDate: '', guestOptIn: false });
  expect(await refusal('getGuest')).toContain('guestID or reservationID');
});

test('hotels tell their time zone', async () => {
  const { succeed } = await startTestSandbox({ properties: [{ name: 'Hotel Aurora', timezone: 'Europe/Vienna' }] });
  expect(await succeed('getHotels', { propertyName: 'Aurora' })).toMatchObject({
    data: [{ propertyName: 'Hotel Aurora', propertyTimezone: 'Europe/Vienna' }],
  });
  expect(await succeed('getHotels', { propertyCity: 'Graz' })).toMatchObject({ total: 0 });
  expect(await succeed('getHotelDetails')).toMatchObject({ data: { propertyName: 'Hotel Aurora' } });
});

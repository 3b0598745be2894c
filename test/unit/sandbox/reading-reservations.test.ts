import { expect, test } from '@jest/globals';
import type { AnswerBody } from '../../support/sandbox-client.ts';
import { startTestSandbox, weekend } from '../../support/sandbox-fixture.ts';

function listIds(body: AnswerBody): string[] {
  return (body.data as { reservationID: string }[]).map(({ reservationID }) => reservationID);
}

test('reservations are listed in the order in which they were booked', async () => {
  const { sandbox, clock, succeed } = await startTestSandbox();
  const first = sandbox.world.book(weekend).reservationId;
  clock.advance(60);
  const second = sandbox.world.book(weekend).reservationId;
  clock.advance(60);
  sandbox.world.setReservationStatus(first, 'checked_in');
  expect(listIds(await succeed('getReservations'))).toEqual([first, second]);
  expect(listIds(await succeed('getReservations', { sortByRecent: 'true' }))).toEqual([first, second]);
  clock.advance(60);
  sandbox.world.cancelReservation(second);
  expect(listIds(await succeed('getReservations', { sortByRecent: 'true' }))).toEqual([second, first]);
});

test('a page holds at most 100, and more is refused', async () => {
  const { sandbox, succeed, refusal } = await startTestSandbox();
  for (let index = 0; index < 103; index += 1) sandbox.world.book(weekend);
  const first = await succeed('getReservations');
  const second = await succeed('getReservations', { pageNumber: '2' });
  expect(first).toMatchObject({ count: 100, total: 103 });
  expect(second).toMatchObject({ count: 3, total: 103 });
  expect(new Set([...listIds(first), ...listIds(second)]).size).toBe(103);
  expect(await succeed('getReservations', { pageNumber: '3' })).toMatchObject({ count: 0, total: 103, data: [] });
  expect(await refusal('getReservations', { pageSize: '101' })).toContain('pageSize');
});

test('times are the property’s own, in and out', async () => {
  const { sandbox, succeed } = await startTestSandbox({ properties: [{ timezone: 'America/New_York' }] });
  const { reservationId } = sandbox.world.book(weekend);
  const all = await succeed('getReservations', {
    modifiedFrom: '2026-11-23 04:00:00',
    modifiedTo: '2026-11-23 04:00:00',
  });
  expect(all).toMatchObject({ data: [{ reservationID: reservationId, dateModified: '2026-11-23 04:00:00' }] });
  expect(await succeed('getReservations', { modifiedFrom: '2026-11-23 04:00:01' })).toMatchObject({ total: 0 });
  expect(await succeed('getReservations', { modifiedFrom: '2026-11-23T09:00:00Z' })).toMatchObject({ total: 1 });
  expect(await succeed('getReservations', { modifiedFrom: '2026-11-23T09:00:01Z' })).toMatchObject({ total: 0 });
});

test('a date without a time, and a time that does not exist, are refused', async () => {
  const { refusal } = await startTestSandbox();
  expect(await refusal('getReservations', { modifiedFrom: '2026-11-23' })).toContain('modifiedFrom');
  expect(await refusal('getReservations', { modifiedFrom: '2026-13-40 10:00:00' })).toContain('modifiedFrom');
});

test('in the hour that the end of summer time repeats, both passes show the same times', async () => {
  const { sandbox, clock, succeed } = await startTestSandbox();
  clock.set('2026-10-25T00:30:00Z');
  sandbox.world.book(weekend);
  clock.set('2026-10-25T01:30:00Z');
  sandbox.world.book(weekend);
  expect(await succeed('getReservations', { modifiedFrom: '2026-10-25 02:30:00' })).toMatchObject({ total: 2 });
});

test('bookings are filtered by status, booking time, arrival and departure', async () => {
  const { sandbox, clock, succeed } = await startTestSandbox();
  const early = sandbox.world.book(weekend).reservationId;
  clock.advance(3_600);
  const late = sandbox.world.book({ ...weekend, arrivesOn: '2026-12-10', departsOn: '2026-12-20' }).reservationId;
  sandbox.world.cancelReservation(late);
  expect(listIds(await succeed('getReservations', { status: 'canceled' }))).toEqual([late]);
  expect(listIds(await succeed('getReservations', { resultsFrom: '2026-11-23 10:30:00' }))).toEqual([late]);
  expect(listIds(await succeed('getReservations', { resultsTo: '2026-11-23 10:30:00' }))).toEqual([early]);
  expect(listIds(await succeed('getReservations', { checkInFrom: '2026-12-05' }))).toEqual([late]);
  expect(listIds(await succeed('getReservations', { checkInTo: '2026-12-04' }))).toEqual([early]);
  expect(listIds(await succeed('getReservations', { checkOutFrom: '2026-12-20' }))).toEqual([late]);
  expect(listIds(await succeed('getReservations', { checkOutTo: '2026-12-19' }))).toEqual([early]);
});

test('a status that does not exist is refused', async () => {
  const { refusal } = await startTestSandbox();
  expect(await refusal('getReservations', { status: 'cancelled' })).toContain('status must be one of');
});

test('guestID finds the reservations of additional guests', async () => {
  const { sandbox, succeed } = await startTestSandbox();
  sandbox.world.book(weekend);
  const family = sandbox.world.book({ ...weekend, additionalGuests: [{ firstName: 'Rui', lastName: 'Silva' }] });
  const found = await succeed('getReservations', { guestID: family.guestIds[1] ?? '' });
  expect(listIds(found)).toEqual([family.reservationId]);
});

test('guest details come as a map by guest ID, only when asked for, in the spelling of this method', async () => {
  const { sandbox, succeed } = await startTestSandbox();
  const { guestIds } = sandbox.world.book({
    ...weekend,
    adults: 2,
    children: 1,
    additionalGuests: [{ firstName: 'Rui', lastName: 'Silva', birthDate: '2015-03-01', address: 'Rua Nova 1' }],
  });
  expect(JSON.stringify(await succeed('getReservations'))).not.toContain('guestList');
  const { data } = await succeed('getReservations', { includeGuestsDetails: 'true' });
  const [main, additional] = guestIds;
  expect(data).toMatchObject([{ adults: '2', children: '1', guestID: main, guestName: 'Ana Silva' }]);
  const { guestList } = (data as { guestList: Record<string, object> }[])[0] ?? { guestList: {} };
  expect(Object.keys(guestList)).toEqual(guestIds);
  expect(guestList[main]).toMatchObject({ guestFirstName: 'Ana', isMainGuest: true, guestBirthdate: '' });
  expect(guestList[additional ?? '']).toMatchObject({
    guestBirthdate: '2015-03-01',
    guestAddress: 'Rua Nova 1',
    isMainGuest: false,
    isAnonymized: false,
    customFields: [],
  });
});

test('custom fields of a guest come with shortcode, name and value', async () => {
  const { sandbox, succeed } = await startTestSandbox();
  const [guestID] = sandbox.world.book(weekend).guestIds;
  sandbox.world.addCustomField({ name: 'Diet', shortcode: 'diet', applyTo: 'guest', isPersonal: true });
  await succeed('putGuest', {
    guestID,
    'guestCustomFields[0][customFieldName]': 'Diet',
    'guestCustomFields[0][customFieldValue]': 'Vegan',
  });
  const field = { shortcode: 'diet', isActive: true, customFieldName: 'Diet', customFieldValue: 'Vegan' };
  expect(await succeed('getReservations', { includeGuestsDetails: 'true' })).toMatchObject({
    data: [{ guestList: { [guestID]: { customFields: [field] } } }],
  });
});

test('getReservation tells assigned from unassigned rooms', async () => {
  const { sandbox, succeed } = await startTestSandbox();
  const { reservationId: reservationID } = sandbox.world.book({ ...weekend, roomsAssigned: false, rooms: 2 });
  const { data } = await succeed('getReservation', { reservationID });
  expect(data).toMatchObject({ assigned: [], unassigned: [{}, {}], guestName: 'Ana Silva' });
});

test('a deleted reservation is in no answer any more', async () => {
  const { sandbox, succeed, refusal } = await startTestSandbox();
  const { reservationId: reservationID } = sandbox.world.book(weekend);
  sandbox.world.deleteReservation(reservationID);
  expect(await succeed('getReservations')).toMatchObject({ total: 0 });
  expect(await refusal('getReservation', { reservationID })).toContain('not found');
});

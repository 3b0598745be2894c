import { describe, expect, test } from '@jest/globals';
import { toGuestChange } from '../../../src/pms/cloudbeds/guest-change-rows.ts';
import { toReservationSnapshot } from '../../../src/pms/cloudbeds/reservation-rows.ts';

const property = { propertyId: '11', timeZone: 'Europe/Berlin' };

const plainGuest = {
  guestID: '901',
  guestFirstName: 'Ada',
  guestLastName: 'Byron',
  guestGender: 'F',
  guestEmail: 'ada@example.com',
  guestPhone: '+44 20 7946 0000',
  guestCellPhone: '',
  guestAddress: '12 St James Square',
  guestAddress2: '',
  guestCity: 'London',
  guestState: '',
  guestCountry: 'GB',
  guestZip: 'SW1Y 4JH',
  guestBirthdate: '1985-12-10',
  guestDocumentType: 'passport',
  guestDocumentNumber: 'X123',
  guestDocumentIssueDate: '2020-01-01',
  guestDocumentIssuingCountry: 'GB',
  guestDocumentExpirationDate: '2030-01-01',
  isMainGuest: true,
};

const plainReservation = {
  propertyID: '11',
  reservationID: '7001',
  dateCreated: '2026-11-20 23:30:00',
  dateModified: '2026-11-20 23:30:00',
  status: 'confirmed',
  guestID: '901',
  guestName: 'Ada Byron',
  startDate: '2026-11-25',
  endDate: '2026-11-27',
  adults: '2',
  children: '1',
  sourceName: 'Booking.com',
  guestList: { '901': plainGuest, '902': { guestID: '902', guestFirstName: 'Charles', guestLastName: 'Babbage' } },
};

function readGuests(changes: object) {
  const snapshot = toReservationSnapshot({ ...plainReservation, ...changes }, property);
  return snapshot?.guests.map(({ subject }) => subject) ?? [];
}

function readMainFields(changes: object) {
  return readGuests(changes)[0]?.fields;
}

function readGuestFields(changes: object) {
  return readMainFields({ guestList: { '901': { ...plainGuest, ...changes } } });
}

describe('a reservation', () => {
  test('becomes one subject per guest, with the fields of the guest and of the booking', () => {
    const [main, other] = readGuests({});
    expect(main).toEqual({
      propertyId: '11',
      reservationId: '7001',
      guestId: '901',
      reservationStatus: 'confirmed',
      fields: {
        firstName: 'Ada',
        lastName: 'Byron',
        gender: 'F',
        email: 'ada@example.com',
        phone: '+44 20 7946 0000',
        address: '12 St James Square',
        city: 'London',
        country: 'GB',
        zip: 'SW1Y 4JH',
        birthDate: '1985-12-10',
        documentType: 'passport',
        documentNumber: 'X123',
        documentIssuedOn: '2020-01-01',
        documentIssuingCountry: 'GB',
        documentExpiresOn: '2030-01-01',
        isMainGuest: true,
        guestsListed: 2,
        bookedOn: '2026-11-20',
        arrivesOn: '2026-11-25',
        departsOn: '2026-11-27',
        adults: 2,
        children: 1,
        sourceName: 'Booking.com',
      },
    });
    expect(other?.fields).toMatchObject({ firstName: 'Charles', isMainGuest: false, arrivesOn: '2026-11-25' });
    expect(other?.fields).not.toHaveProperty('guestsListed');
  });

  test.each([
    ['a list', Object.values(plainReservation.guestList)],
    ['an object whose guests lack their ID', { '901': { ...plainGuest, guestID: null }, '902': {} }],
    ['an object with odd keys', { a: plainGuest, b: { guestID: 902 } }],
  ])('lists the same guests whether they come as an object or as %s', (_shape, guestList) => {
    expect(readGuests({ guestList }).map(({ guestId }) => guestId)).toEqual(['901', '902']);
    expect(readMainFields({ guestList })?.guestsListed).toBe(2);
  });

  test.each([[null], [undefined], [[]], [{}], [''], [{ x: null }]])(
    'with %p for a guest list still has its booker, by name',
    (guestList) => {
      const guests = readGuests({ guestList, guestName: 'Ada Augusta Byron' });
      expect(guests.map(({ guestId }) => guestId)).toEqual(['901']);
      expect(guests[0]?.fields).toMatchObject({ firstName: 'Ada Augusta', lastName: 'Byron', isMainGuest: true });
    },
  );

  test('reads numbers as strings and strings as numbers', () => {
    const [main] = readGuests({
      propertyID: 11,
      reservationID: 7001,
      guestID: 901,
      adults: 2,
      children: '0',
      balance: '',
    });
    expect(main).toMatchObject({
      reservationId: '7001',
      guestId: '901',
      fields: { adults: 2, children: 0, isMainGuest: true },
    });
  });

  test.each([[undefined], [null], [''], ['two'], [-1], ['1.5']])(
    'that states %p adults is not taken for one with too many guests',
    (adults) => {
      expect(readMainFields({ adults })).toMatchObject({ adults: 1, children: 1, guestsListed: 2 });
    },
  );

  test.each([
    ['canceled', 'canceled'],
    ['cancelled', 'canceled'],
    ['No-Show', 'no_show'],
    ['checked_in', 'checked_in'],
    ['overbooked', 'not_confirmed'],
    ['toString', 'not_confirmed'],
    [null, 'not_confirmed'],
  ])('of status %p is %s', (status, read) => {
    expect(toReservationSnapshot({ ...plainReservation, status }, property)?.status).toBe(read);
  });

  test.each([
    ['no ID', { reservationID: '' }],
    ['no arrival', { startDate: null }],
    ['an impossible departure', { endDate: '2026-02-30' }],
    ["another property's ID", { propertyID: '12' }],
  ])('with %s cannot be read', (_what, changes) => {
    expect(toReservationSnapshot({ ...plainReservation, ...changes }, property)).toBeUndefined();
  });

  test.each([[null], ['text'], [7], [[]], [undefined]])('%p is none', (row) => {
    expect(toReservationSnapshot(row, property)).toBeUndefined();
    expect(toGuestChange(row)).toBeUndefined();
  });

  test('knows its main guest by the booker, else by the flag', () => {
    const guestList = { '902': { guestID: '902', isMainGuest: '1' }, '903': { guestID: '903', isMainGuest: false } };
    const mains = readGuests({ guestID: '', guestList }).filter(({ fields }) => fields.isMainGuest);
    expect(mains.map(({ guestId }) => guestId)).toEqual(['902']);
  });

  test("was booked on the date on the property's wall", () => {
    expect(readMainFields({ dateCreated: '2026-11-20T23:30:00Z' })?.bookedOn).toBe('2026-11-21');
    expect(readMainFields({ dateCreated: 'yesterday' })).not.toHaveProperty('bookedOn');
  });
});

describe('a guest', () => {
  test('has no field for what is empty, blank, null or impossible', () => {
    const fields = readGuestFields({
      guestFirstName: ' Ada ',
      guestEmail: '   ',
      guestPhone: null,
      guestGender: 'N/A',
      guestCountry: 'England',
      guestBirthdate: '0000-00-00',
      guestDocumentType: 'na',
      guestDocumentIssueDate: '2021-02-29',
      guestDocumentExpirationDate: '',
    });
    expect(fields?.firstName).toBe('Ada');
    for (const field of [
      'email',
      'phone',
      'gender',
      'country',
      'birthDate',
      'documentType',
      'documentIssuedOn',
      'documentExpiresOn',
    ]) {
      expect(fields).not.toHaveProperty(field);
    }
  });

  test('has canonical values', () => {
    const fields = readGuestFields({
      guestGender: 'm',
      guestCountry: ' gb ',
      guestZip: 10115,
      guestDocumentType: 'driver_license',
      guestBirthdate: '1985-12-10T00:00:00',
    });
    expect(fields).toMatchObject({
      gender: 'M',
      country: 'GB',
      zip: '10115',
      documentType: 'driver_licence',
      birthDate: '1985-12-10',
    });
  });

  test('that was anonymized says so, and takes no name from the booking', () => {
    const wiped = { ...plainGuest, guestFirstName: '', guestLastName: '', isAnonymized: '1' };
    const [main] = toReservationSnapshot({ ...plainReservation, guestList: [wiped] }, property)?.guests ?? [];
    expect(main?.isAnonymized).toBe(true);
    expect(main?.subject.fields).not.toHaveProperty('lastName');
  });
});

describe('a change of a guest', () => {
  const plainChange = { guestID: '901', reservationID: '7001', endDate: '2026-11-27 00:00:00', isMerged: false };

  test('says who, on which stay, until when', () => {
    expect(toGuestChange(plainChange)).toEqual({
      guestId: '901',
      reservationId: '7001',
      departsOn: '2026-11-27',
      fields: {},
      isAnonymized: false,
    });
  });

  test('says where a merged guest lives on', () => {
    expect(toGuestChange({ ...plainChange, isMerged: 'true', newGuestID: 955 })?.mergedInto).toBe('955');
    expect(toGuestChange({ ...plainChange, isMerged: false, newGuestID: '955' })).not.toHaveProperty('mergedInto');
    expect(toGuestChange({ ...plainChange, isMerged: true, newGuestID: '0' })).not.toHaveProperty('mergedInto');
  });
});

describe('the same guest, read by either method', () => {
  const oddities = [
    '',
    ' ',
    null,
    undefined,
    0,
    7,
    'x',
    ' Zoë  van Dyke ',
    'N/A',
    'na',
    'm',
    'de',
    '1990-01-01',
    '2021-02-29',
    true,
    {},
  ];
  const twoSpellings = new Map([
    ['guestBirthdate', 'guestBirthDate'],
    ['guestAddress', 'guestAddress1'],
  ]);

  test('has identical fields, however odd the values', () => {
    let drawn = 0;
    const draw = () => oddities[(drawn += 7) % oddities.length];
    for (let round = 0; round < 200; round += 1) {
      drawn += round;
      const listed: Record<string, unknown> = { guestID: '901' };
      const modified: Record<string, unknown> = { guestID: '901', reservationID: '7001' };
      for (const field of Object.keys(plainGuest).filter((name) => /^guest[A-Z](?!D$)/.test(name))) {
        const value = draw();
        listed[field] = value;
        modified[twoSpellings.get(field) ?? field] = value;
      }
      const reservation = { ...plainReservation, guestName: '', guestID: '1', guestList: [listed] };
      const { isMainGuest, bookedOn, arrivesOn, departsOn, adults, children, sourceName, ...ofGuest } =
        toReservationSnapshot(reservation, property)?.guests[0]?.subject.fields ?? never();
      expect([isMainGuest, bookedOn, arrivesOn, departsOn, adults, children, sourceName]).toHaveLength(7);
      expect(ofGuest).toStrictEqual(toGuestChange(modified)?.fields);
    }
  });
});

function never(): never {
  throw new Error('The reservation could not be read');
}

import { afterEach, describe, expect, test } from '@jest/globals';
import type { SubjectFields } from '../../src/domain/subject.ts';
import type { GuestFields } from '../../src/ports/pms.ts';
import type { NewBooking, NewGuest } from '../../src/sandbox/world/world-inputs.ts';
import { account, collect, type PmsOnSandbox, startPmsOnSandbox } from './pms-sandbox.ts';

let setting: PmsOnSandbox;
afterEach(() => setting.sandbox.close());

const longAgo = '2026-11-01T00:00:00.000Z';
const stay = { arrivesOn: '2026-11-25', departsOn: '2026-11-27' };

function toBooking(mainGuest: NewGuest, changes: Partial<NewBooking> = {}): NewBooking {
  return { ...stay, mainGuest, ...changes };
}

function toGuestFields(fields: SubjectFields): GuestFields {
  const { isMainGuest, guestsListed, bookedOn, arrivesOn, departsOn, adults, children, sourceName, ...ofGuest } =
    fields;
  expect([isMainGuest, guestsListed, bookedOn, arrivesOn, departsOn, adults, children, sourceName]).toHaveLength(8);
  return ofGuest;
}

function listModified(since = longAgo) {
  return collect(setting.pms.listReservations(setting.call, { by: 'modified', since }));
}

function listChanges(since = longAgo) {
  return collect(setting.pms.listGuestChanges(setting.call, since));
}

describe('properties', () => {
  test('are all that the key opens, with name and time zone', async () => {
    const properties = Array.from({ length: 120 }, (_, index) => ({
      propertyId: String(1_000 + index),
      timezone: 'Asia/Tokyo',
    }));
    setting = await startPmsOnSandbox({ properties });
    const { properties: found, apiUrl } = await setting.pms.openAccount(account, setting.call.signal);
    expect(apiUrl).toBe(setting.sandbox.apiUrl);
    expect(found.map(({ propertyId }) => propertyId).sort()).toEqual(properties.map(({ propertyId }) => propertyId));
    expect(found[0]?.timeZone).toBe('Asia/Tokyo');
    expect(setting.sandbox.stats.requestsByOperation).toEqual({ getMetadata: 1, getHotels: 2 });
  });
});

describe('reservations', () => {
  test('come with all their guests, each a subject', async () => {
    setting = await startPmsOnSandbox();
    const { sandbox, call } = setting;
    const booked = sandbox.world.book(
      toBooking(
        { firstName: 'Ada', lastName: 'Byron', email: 'ada@example.com', country: 'GB' },
        {
          additionalGuests: [{ firstName: 'Charles', lastName: 'Babbage' }],
          adults: 2,
          children: 1,
          sourceName: 'Expedia',
        },
      ),
    );
    const [snapshot, ...others] = await listModified();
    expect(others).toEqual([]);
    expect(snapshot).toMatchObject({
      propertyId: call.property.propertyId,
      reservationId: booked.reservationId,
      status: 'confirmed',
      departsOn: '2026-11-27',
    });
    expect(snapshot?.guests.map(({ subject }) => subject.guestId).sort()).toEqual([...booked.guestIds].sort());
    const main = snapshot?.guests.find(({ subject }) => subject.fields.isMainGuest);
    expect(main?.subject.fields).toMatchObject({
      firstName: 'Ada',
      email: 'ada@example.com',
      country: 'GB',
      arrivesOn: '2026-11-25',
      adults: 2,
      children: 1,
      guestsListed: 2,
      sourceName: 'Expedia',
    });
    expect(sandbox.stats.refusals).toBe(0);
  });

  test('are found by change, by departure and by guest', async () => {
    let now = new Date('2026-11-20T10:00:00Z');
    setting = await startPmsOnSandbox({ now: () => now });
    const { world } = setting.sandbox;
    const early = world.book(toBooking({ firstName: 'Early', lastName: 'Bird' }, { departsOn: '2026-11-26' }));
    now = new Date('2026-11-21T10:00:00Z');
    const late = world.book(
      toBooking(
        { firstName: 'Late', lastName: 'Bird' },
        { additionalGuests: [{ firstName: 'A', lastName: 'B' }], adults: 2 },
      ),
    );
    const find = async (query: Parameters<typeof setting.pms.listReservations>[1]) =>
      (await collect(setting.pms.listReservations(setting.call, query))).map(({ reservationId }) => reservationId);

    expect(await find({ by: 'modified', since: '2026-11-21T10:00:00.500Z' })).toEqual([late.reservationId]);
    expect(await find({ by: 'departure', from: '2026-11-27' })).toEqual([late.reservationId]);
    expect(await find({ by: 'guest', guestId: late.guestIds[1] ?? '' })).toEqual([late.reservationId]);
    expect(await find({ by: 'guest', guestId: early.guestIds[0] })).toEqual([early.reservationId]);
  });

  test('come in pages of a hundred, at the cost of one request each', async () => {
    setting = await startPmsOnSandbox();
    for (let index = 0; index < 230; index += 1) {
      setting.sandbox.world.book(toBooking({ firstName: `Guest ${index}`, lastName: 'Many' }));
    }
    const sizes: number[] = [];
    for await (const page of setting.pms.listReservations(setting.call, { by: 'modified', since: longAgo })) {
      sizes.push(page.length);
    }
    expect(sizes).toEqual([100, 100, 30]);
    expect(setting.sandbox.stats.requestsByOperation).toEqual({ getReservations: 3 });
  });

  test('are not missed when one is deleted between two pages', async () => {
    setting = await startPmsOnSandbox();
    const booked = Array.from({ length: 150 }, (_, index) =>
      setting.sandbox.world.book(toBooking({ firstName: `Guest ${index}`, lastName: 'Many' })),
    );
    const seen = new Set<string>();
    for await (const page of setting.pms.listReservations(setting.call, { by: 'modified', since: longAgo })) {
      if (seen.size === 0) setting.sandbox.world.deleteReservation(booked[3]?.reservationId ?? '');
      for (const { reservationId } of page) seen.add(reservationId);
    }
    expect(booked.filter(({ reservationId }) => !seen.has(reservationId))).toEqual([]);
  });

  test('say what became of them', async () => {
    setting = await startPmsOnSandbox();
    const { world } = setting.sandbox;
    const { reservationId } = world.book(toBooking({ firstName: 'Ada', lastName: 'Byron' }));
    for (const status of ['not_confirmed', 'checked_in', 'checked_out', 'no_show', 'canceled'] as const) {
      world.setReservationStatus(reservationId, status);
      expect((await listModified())[0]?.status).toBe(status);
    }
  });
});

describe('guests', () => {
  test('changed behind the back of their reservation are found by their own change', async () => {
    let now = new Date('2026-11-20T10:00:00Z');
    setting = await startPmsOnSandbox({ now: () => now });
    const { world } = setting.sandbox;
    const { reservationId, guestIds } = world.book(toBooking({ firstName: 'Ada', lastName: 'Byron' }));
    now = new Date('2026-11-21T10:00:00Z');
    world.editGuest(guestIds[0], { lastName: 'Lovelace' }, { movesReservation: false });
    const since = '2026-11-21T09:00:00.000Z';
    expect(await listModified(since)).toEqual([]);
    const [change] = await listChanges(since);
    expect(change).toMatchObject({ guestId: guestIds[0], reservationId, departsOn: '2026-11-27', isAnonymized: false });
    expect(change?.fields.lastName).toBe('Lovelace');
  });

  test('that were merged say where they live on', async () => {
    setting = await startPmsOnSandbox();
    const { world } = setting.sandbox;
    const from = world.book(toBooking({ firstName: 'Ada', lastName: 'Byron' }));
    const into = world.book(toBooking({ firstName: 'Ada', lastName: 'Lovelace' }));
    world.mergeGuests(from.guestIds[0], into.guestIds[0]);
    const merged = (await listChanges()).filter(({ mergedInto }) => mergedInto !== undefined);
    expect(merged.map(({ guestId, mergedInto }) => [guestId, mergedInto])).toEqual([
      [from.guestIds[0], into.guestIds[0]],
    ]);
  });

  test('that were anonymized say so in both ways to read them', async () => {
    setting = await startPmsOnSandbox();
    const { world } = setting.sandbox;
    const { guestIds } = world.book(toBooking({ firstName: 'Ada', lastName: 'Byron', email: 'ada@example.com' }));
    world.anonymizeGuest(guestIds[0]);
    const [change] = await listChanges();
    const guest = (await listModified())[0]?.guests[0];
    expect([change?.isAnonymized, guest?.isAnonymized]).toEqual([true, true]);
    expect(change?.fields).toEqual({});
    expect(toGuestFields(guest?.subject.fields ?? neverRead())).toEqual({});
  });

  test('have the same fields whichever way they are read', async () => {
    setting = await startPmsOnSandbox();
    const { world } = setting.sandbox;
    for (const [index, mainGuest] of drawGuests(60).entries()) {
      const rooms = 1 + (index % 3);
      world.book(
        toBooking(mainGuest, {
          rooms,
          roomsAssigned: index % 2 === 0,
          additionalGuests: drawGuests(index % 4),
          adults: 4,
        }),
      );
    }
    const listed = new Map(
      (await listModified()).flatMap(({ guests }) => guests).map(({ subject }) => [subject.guestId, subject]),
    );
    const changes = await listChanges();
    expect(new Set(changes.map(({ guestId }) => guestId))).toEqual(new Set(listed.keys()));
    for (const { guestId, fields } of changes) {
      expect(fields).toStrictEqual(toGuestFields(listed.get(guestId)?.fields ?? neverRead()));
    }
    expect(setting.logger.lines.filter(({ level }) => level === 'warn')).toEqual([]);
  });
});

describe.each([
  ['back', '2026-10-25T01:00:00Z'],
  ['forward', '2026-03-29T01:00:00Z'],
])('on the night when clocks go %s', (_direction, jumpsAt) => {
  test('every change since an instant is found, by reservation and by guest', async () => {
    let now = new Date(Date.parse(jumpsAt) - 2 * 3_600_000);
    setting = await startPmsOnSandbox({ now: () => now, properties: [{ timezone: 'Europe/Berlin' }] });
    const bookings: { readonly reservationId: string; readonly at: string }[] = [];
    for (; now.getTime() < Date.parse(jumpsAt) + 2 * 3_600_000; now = new Date(now.getTime() + 10 * 60_000)) {
      const { reservationId } = setting.sandbox.world.book(toBooking({ firstName: 'Night', lastName: 'Owl' }));
      bookings.push({ reservationId, at: now.toISOString() });
    }
    for (const { at } of bookings) {
      const expected = bookings.filter((booking) => booking.at >= at).map(({ reservationId }) => reservationId);
      expect((await listModified(at)).map(({ reservationId }) => reservationId)).toEqual(
        expect.arrayContaining(expected),
      );
      expect((await listChanges(at)).map(({ reservationId }) => reservationId)).toEqual(
        expect.arrayContaining(expected),
      );
    }
  });
});

function neverRead(): never {
  throw new Error('The guest was not read');
}

function drawGuests(count: number): NewGuest[] {
  const texts = [
    '',
    ' ',
    'Zoë',
    ' van der Berg ',
    'O’Neill',
    '李',
    'a@example.com',
    '+49 30 1234567',
    '10115',
    'x'.repeat(80),
  ];
  const dates = ['', '1990-01-01', '2012-02-29', '1899-12-31'];
  let drawn = count;
  const pick = <Value>(values: readonly Value[]): Value => values[(drawn += 7) % values.length] ?? neverRead();
  return Array.from({ length: count }, (_, index) => {
    drawn += index;
    return {
      firstName: pick(texts),
      lastName: pick(texts),
      gender: pick(['M', 'F', 'N/A'] as const),
      email: pick(texts),
      phone: pick(texts),
      cellPhone: pick(texts),
      address: pick(texts),
      address2: pick(texts),
      city: pick(texts),
      state: pick(texts),
      country: pick(['', 'DE', 'GB']),
      zip: pick(texts),
      birthDate: pick(dates),
    };
  });
}

describe('reservations of several properties', () => {
  const hotels = [
    { propertyId: '1001', timezone: 'Europe/Lisbon' },
    { propertyId: '1002', timezone: 'Europe/Lisbon' },
    { propertyId: '1003', timezone: 'Asia/Tokyo' },
  ];
  const properties = hotels.map(({ propertyId, timezone: timeZone }) => ({ propertyId, timeZone }));
  const toCall = (asked = properties) => ({ ...account, properties: asked, urgency: 1, signal: setting.call.signal });
  const listRecent = async (since: string, asked = properties) =>
    (await collect(setting.pms.listRecentReservations(toCall(asked), since)))
      .map(({ propertyId, guests }) => `${propertyId} ${guests[0]?.subject.fields.lastName ?? ''}`)
      .sort();

  test('come by one request for each time zone, each with its own property', async () => {
    let now = new Date('2026-11-23T10:00:00.000Z');
    setting = await startPmsOnSandbox({ properties: hotels, now: () => now });
    const book = (propertyId: string, lastName: string) =>
      setting.sandbox.world.book(toBooking({ firstName: 'Ada', lastName }, { propertyId }));
    for (const { propertyId } of hotels) book(propertyId, 'Before');
    now = new Date('2026-11-23T10:05:00.000Z');
    for (const { propertyId } of hotels) book(propertyId, `Of${propertyId}`);
    expect(await listRecent('2026-11-23T10:04:00.000Z')).toEqual(['1001 Of1001', '1002 Of1002', '1003 Of1003']);
    expect(setting.sandbox.stats.requestsByOperation).toEqual({ getReservations: 2 });
    expect(await listRecent('2026-11-23T09:00:00.000Z', properties.slice(0, 1))).toEqual([
      '1001 Before',
      '1001 Of1001',
    ]);
  });
});

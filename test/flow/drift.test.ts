import { afterEach, describe, expect, test } from '@jest/globals';
import type { WriteBack } from '../../src/ports/store.ts';
import { type FollowedHotel, openFollowedHotel, propertyId } from '../support/followed-hotel.ts';

const hourMs = 3_600_000;
const mainGuest = { firstName: 'Solveig', lastName: 'Canaryson', email: 'solveig.canaryson@post.example' };

let hotel: FollowedHotel;
let guestId: string;
let reservationId: string;

afterEach(() => hotel.close());

/** A guest whose result stands in the PMS. */
async function open(config = ''): Promise<void> {
  hotel = await openFollowedHotel(config);
  await hotel.sync();
  const stay = hotel.sandbox.world.book({ arrivesOn: '2026-11-27', departsOn: '2026-11-29', mainGuest });
  ({ reservationId } = stay);
  [guestId] = stay.guestIds;
  await hotel.sync();
  await conclude('completed');
  expect(shown().screening_status).toBe('Completed');
}

/** What the checks say, and what follows from it. */
async function conclude(status: 'completed' | 'failed', attempt?: number): Promise<void> {
  await hotel.store().transaction(async (rows) => {
    const stay = await rows.subjects.find({ propertyId, reservationId, guestId });
    const id = stay?.currentScreeningId ?? '';
    await rows.screenings.saveConclusion(id, { status, findings: [], at: hotel.now() });
    await rows.jobs.enqueue({ kind: 'write-back', payload: { propertyId, guestId }, urgency: 1, runAt: hotel.now() });
  });
  await hotel.run('write-back', attempt);
}

function shown(): Readonly<Record<string, string>> {
  return hotel.sandbox.world.readGuest(guestId).customFields;
}

/** Staff types something in; whether the reservation's time stamp moves or not, some sync or the sweep reads it. */
function typeIn(value: string, movesReservation = true): void {
  hotel.pass(60_000);
  hotel.sandbox.world.fillInField(guestId, { shortcode: 'screening_status', value, movesReservation });
}

async function follow(): Promise<number> {
  await hotel.sync();
  return hotel.run('write-back');
}

async function readTold(): Promise<WriteBack | undefined> {
  return hotel.store().read((rows) => rows.writeBacks.find(propertyId, guestId));
}

function countWrites(): number {
  return hotel.sandbox.stats.requestsByOperation.putGuest ?? 0;
}

describe('a field that staff changed', () => {
  test.each([
    ['is seen on the reservation', true],
    ['or on the guest alone', false],
  ])('%s and written again in one request, whose echo finds nothing', async (_, movesReservation) => {
    await open();
    const before = countWrites();
    typeIn('All fine', movesReservation);
    expect(await follow()).toBe(1);
    expect(shown().screening_status).toBe('Completed');
    expect(countWrites()).toBe(before + 1);
    hotel.pass(60_000);
    expect(await follow()).toBe(0);
    expect(countWrites()).toBe(before + 1);
    expect((await readTold())?.drift).toMatchObject([{ field: 'screening_status', state: 'repaired', repairs: 1 }]);
  });

  test('is written again three times within a day, then the hotel is told once, and the next day it is tried again', async () => {
    await open();
    for (let round = 0; round < 5; round += 1) {
      typeIn(`Mine ${round}`);
      await follow();
      await hotel.run('report-app-error');
    }
    expect(shown().screening_status).toBe('Mine 4');
    expect((await readTold())?.drift).toMatchObject([{ state: 'contested', repairs: 3 }]);
    const errors = hotel.sandbox.world.listAppErrors();
    expect(errors).toMatchObject([{ eventType: 'update', statusCode: 'field_contested/screening_status' }]);
    hotel.pass(25 * hourMs);
    typeIn('Mine again');
    await follow();
    expect(shown().screening_status).toBe('Completed');
  });

  test('stands where the property respects it, until there is something new to say', async () => {
    await open('defaults: { drift: respect }');
    typeIn('All fine');
    expect(await follow()).toBe(0);
    expect(shown().screening_status).toBe('All fine');
    expect((await readTold())?.drift).toMatchObject([{ field: 'screening_status', state: 'respected' }]);
    hotel.pass(60_000);
    await conclude('failed');
    expect(shown().screening_status).toBe('Failed');
    expect(await readTold()).not.toHaveProperty('drift');
  });

  test('is not mistaken for a write of ours that is a moment older than the reading', async () => {
    await open();
    hotel.sandbox.world.fillInField(guestId, { shortcode: 'screening_status', value: 'In progress' });
    expect(await follow()).toBe(0);
  });
});

test('a merged guest’s fields are put right where the PMS kept the other’s', async () => {
  await open();
  const [into] = hotel.sandbox.world.book({ arrivesOn: '2026-12-01', departsOn: '2026-12-02', mainGuest }).guestIds;
  await hotel.sync();
  hotel.pass(60_000);
  hotel.sandbox.world.mergeGuests(guestId, into);
  hotel.sandbox.world.fillInField(into, { shortcode: 'screening_status', value: 'Completed' });
  await hotel.sync();
  guestId = into;
  await conclude('failed');
  expect(shown().screening_status).toBe('Failed');
  expect(hotel.sandbox.world.listAppErrors()).toEqual([]);
});

describe('a field that was archived', () => {
  test('is told to the hotel once, while the others are written, and filled in again when it is back', async () => {
    await open();
    const change = (isArchived: boolean) =>
      hotel.sandbox.world.changeCustomField({ shortcode: 'screening_outcome', isArchived });
    change(true);
    hotel.pass(20 * 60_000);
    await hotel.store().transaction(async (rows) => {
      const stay = await rows.subjects.find({ propertyId, reservationId, guestId });
      const decision = { decision: 'approved', reason: 'Known', decidedBy: 'desk', decidedAt: hotel.now() } as const;
      await rows.screenings.saveDecision(stay?.currentScreeningId ?? '', decision);
    });
    await conclude('failed');
    await hotel.run('report-app-error');
    expect(shown().screening_status).toBe('Failed');
    expect((await readTold())?.drift).toMatchObject([{ field: 'screening_outcome', state: 'missing' }]);
    expect(hotel.sandbox.world.listAppErrors()).toMatchObject([{ statusCode: 'field_missing/screening_outcome' }]);
    await follow();
    expect(await hotel.run('report-app-error')).toBe(0);

    change(false);
    hotel.pass(20 * 60_000);
    await conclude('completed');
    expect(shown()).toMatchObject({ screening_status: 'Completed', screening_outcome: 'Approved' });
    expect(await hotel.store().read((rows) => rows.appErrors.list(propertyId))).toEqual([]);
    expect(await readTold()).not.toHaveProperty('drift');
  });
});

test('a field that was made too short is told to the hotel, holds the beginning, and is not fought over', async () => {
  await open();
  hotel.sandbox.world.changeCustomField({ shortcode: 'screening_updated', maxCharacters: 10 });
  hotel.pass(20 * 60_000);
  await conclude('failed');
  await hotel.run('report-app-error');
  expect(shown().screening_updated).toBe('2026-11-2…');
  expect(hotel.sandbox.world.listAppErrors()).toMatchObject([{ statusCode: 'field_short/screening_updated' }]);
  hotel.pass(60_000);
  expect(await follow()).toBe(0);
});

describe('a note that staff deleted', () => {
  function deleteNote(): void {
    const [note] = hotel.sandbox.world.listNotes(guestId);
    hotel.sandbox.world.deleteNote(guestId, note?.noteId ?? '');
    hotel.pass(60_000);
  }
  const listHeadings = () => hotel.sandbox.world.listNotes(guestId).map(({ text }) => text.split('\n')[0]);

  test.each([
    ['comes back with the next change', 'repair', ['Guest screening: Completed – no outcome yet']],
    ['stays away while its heading would say the same', 'respect', []],
  ])('%s', async (_, drift, headings) => {
    hotel = await openFollowedHotel(`defaults: { writeBack: note, drift: ${drift} }`);
    await hotel.sync();
    const stay = hotel.sandbox.world.book({ arrivesOn: '2026-11-27', departsOn: '2026-11-29', mainGuest });
    ({ reservationId } = stay);
    [guestId] = stay.guestIds;
    await hotel.sync();
    await conclude('completed');
    deleteNote();
    await conclude('completed');
    hotel.pass(60_000);
    await conclude('completed');
    expect(listHeadings()).toEqual(headings);
    await conclude('failed');
    expect(listHeadings()).toEqual(['Guest screening: Failed – no outcome yet']);
  });
});

test('a note whose change the PMS refuses once, and does not say why, is not taken for deleted', async () => {
  hotel = await openFollowedHotel('defaults: { writeBack: note, drift: respect }');
  await hotel.sync();
  const stay = hotel.sandbox.world.book({ arrivesOn: '2026-11-27', departsOn: '2026-11-29', mainGuest });
  ({ reservationId } = stay);
  [guestId] = stay.guestIds;
  await hotel.sync();
  await conclude('completed');
  hotel.pass(60_000);
  hotel.sandbox.faults.set({ kind: 'refused', operation: 'putGuestNote', count: 1 });
  await conclude('completed');
  const told = await readTold();
  expect(told?.drift ?? []).toEqual([]);
  expect(told?.at).toBe(hotel.now());
});

test('a refusal is told to the hotel once, with the reservation and nobody’s data, and again once it was solved', async () => {
  await open();
  const { faults, world } = hotel.sandbox;
  const refuse = async (status: 'completed' | 'failed') => {
    faults.set({ kind: 'refused', operation: 'putGuest' });
    hotel.pass(61_000);
    await expect(conclude(status, 5)).rejects.toMatchObject({ code: 'pms_refused' });
    await hotel.run('report-app-error');
    faults.clear();
  };
  await refuse('failed');
  await refuse('failed');
  const [error, ...others] = world.listAppErrors();
  expect(others).toEqual([]);
  expect(error).toMatchObject({
    statusCode: 'write_refused/other',
    entityType: 'reservation',
    entityId: reservationId,
  });
  expect(JSON.stringify(error)).not.toContain('Canaryson');
  hotel.pass(61_000);
  await conclude('failed');
  await refuse('completed');
  expect(world.listAppErrors()).toHaveLength(2);
});

test('a refusal in words that nobody knows is told to nobody while it is tried again', async () => {
  await open();
  hotel.sandbox.faults.set({ kind: 'refused', operation: 'putGuest', count: 1 });
  hotel.pass(61_000);
  await expect(conclude('failed')).rejects.toMatchObject({ code: 'pms_refused' });
  expect(await hotel.run('report-app-error')).toBe(0);
  expect(await readTold()).toMatchObject({ state: 'written' });
});

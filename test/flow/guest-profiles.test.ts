import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { components } from '../../openapi/service.generated.ts';
import { bookingRulesProvider } from '../../providers/booking-rules/check.ts';
import { houseList } from '../../providers/house-list/check.ts';
import type { OperationId } from '../../src/http/route.ts';
import { loadOpenApiDocument } from '../../src/openapi/openapi-document.ts';
import { getOperationValidators } from '../../src/openapi/operation-validators.ts';
import { toDay } from '../support/days.ts';
import { type Hotel, openHotel } from '../support/hotel.ts';

type Schemas = components['schemas'];
type Card = Schemas['Profile'];

const validators = getOperationValidators(loadOpenApiDocument('service'));
const onMatch = { possible: 'review', likely: 'review', strong: 'flagged' };
const policy = {
  name: 'regulars are left alone',
  version: '1',
  providers: { 'booking-rules': { required: true, onMatch, when: [{ guest: 'new' }] } },
  otherwise: { required: true, onMatch },
  trust: { reasonCode: 'house_list.trusted', excuses: [] },
};

let hotel: Hotel;

beforeAll(async () => {
  hotel = await openHotel({ config: JSON.stringify({ defaults: { policy } }) });
  await hotel.start({ providers: [houseList, bookingRulesProvider] });
});

afterAll(() => hotel.close());

interface Person {
  readonly firstName: string;
  readonly lastName: string;
  readonly email?: string;
  readonly birthDate?: string;
}

const book = (mainGuest: Person | { readonly guestId: string }, day: number, more: object = {}) =>
  hotel.sandbox.world.book({ arrivesOn: toDay(day), departsOn: toDay(day + 2), mainGuest, ...more });

/** The body, once it has been held against the description. */
async function ask<Body>(
  operationId: OperationId,
  asked: readonly [method: string, path: string, body?: unknown],
  status = 200,
): Promise<Body> {
  const [method, path, body] = asked;
  const answer = await hotel.api(method, `/api/v1/properties/${hotel.sandbox.propertyId}/${path}`, body);
  expect({ status: answer.status, body: status === answer.status ? {} : answer.body }).toEqual({ status, body: {} });
  expect(validators.validateAnswer(operationId, status, answer.body)).toEqual([]);
  return answer.body;
}

const getCard = async (guestId: string): Promise<Card> => {
  await hotel.untilIdle();
  return ask('getProfileOfGuest', ['GET', `profiles/by-guest/${guestId}`]);
};

test('two stays of one person stand on one card, under either guest id', async () => {
  const rita = { firstName: 'Rita', lastName: 'Repeatson', email: 'rita.repeatson@post.example' };
  const first = book(rita, 1);
  const second = book({ ...rita, firstName: 'RITA' }, 20);
  const card = await getCard(second.guestIds[0]);
  expect(card.stays.map(({ reservationId }) => reservationId)).toEqual([second.reservationId, first.reservationId]);
  expect(card.stays[0]?.screening).toMatchObject({ status: 'completed', outcome: 'clear' });
  expect(card.guests.map(({ because }) => because).sort()).toEqual(['email', 'first']);
  const [email] = card.contacts;
  expect(email).toMatchObject({ kind: 'email', value: rita.email, isRelay: false });
  expect(email?.sources).toHaveLength(2);
  expect((await getCard(first.guestIds[0])).id).toBe(card.id);
});

test('a companion who books later is merged by a person and not by a name alone, and taken out again', async () => {
  const carla = { firstName: 'Carla', lastName: 'Companionson' };
  const booker = { firstName: 'Bento', lastName: 'Bookerson', email: 'bento@post.example' };
  const trip = book(booker, 3, { adults: 2, additionalGuests: [{ ...carla, birthDate: '1980-02-03' }] });
  const later = book({ ...carla, email: 'carla@post.example' }, 30);
  const [, companionId = ''] = trip.guestIds;
  const card = await getCard(later.guestIds[0]);
  const { duplicates } = await ask<{ duplicates: Schemas['ProfileDuplicate'][] }>('listProfileSuggestions', [
    'GET',
    `profiles/${card.id}/suggestions`,
  ]);
  expect(duplicates).toEqual([]); // a name alone is shared by strangers

  const companion = await getCard(companionId);
  const merge = { otherId: companion.id, version: card.version, otherVersion: companion.version };
  const merged = await ask<Card>('mergeProfiles', ['POST', `profiles/${card.id}/merge`, merge]);
  expect(merged.stays).toHaveLength(2);
  await ask('mergeProfiles', ['POST', `profiles/${card.id}/merge`, merge], 409);
  expect((await getCard(companionId)).id).toBe(card.id);

  const undo = { version: merged.version };
  const path = `profiles/${card.id}/merges/${merged.merges[0]?.id ?? ''}/undo`;
  const alone = await ask<Card>('undoProfileMerge', ['POST', path, undo]);
  expect(alone.stays).toHaveLength(1);
  expect((await getCard(companionId)).id).toBe(companion.id);
});

describe('the known guest’s lane', () => {
  const bySelf = { screening_outcome: 'Clear', screening_summary: /Booking rules: clear/ };

  test('follows the guest ids that people merged, and no namesake before', async () => {
    const first = book({ firstName: 'Marta', lastName: 'Mergeson', email: 'marta@post.example' }, 0);
    await hotel.untilShown(first.guestIds[0], bySelf);
    hotel.sandbox.world.setReservationStatus(first.reservationId, 'checked_in');
    await hotel.untilIdle();
    const other = { firstName: 'Marta', lastName: 'Mergeson-Silva', email: 'm.silva@post.example' };
    const second = book(other, 15);
    await hotel.untilShown(second.guestIds[0], bySelf);
    const [one, two] = [await getCard(first.guestIds[0]), await getCard(second.guestIds[0])];
    const merge = { otherId: two.id, version: one.version, otherVersion: two.version };
    await ask('mergeProfiles', ['POST', `profiles/${one.id}/merge`, merge]);
    const third = book({ guestId: second.guestIds[0] }, 40);
    await hotel.untilShown(third.guestIds[0], { screening_outcome: 'Clear' });
    const card = await getCard(third.guestIds[0]);
    const { screening } = card.stays.find(({ reservationId }) => reservationId === third.reservationId) ?? {};
    const { body } = await hotel.api('GET', `/api/v1/screenings/${screening?.id ?? ''}`);
    expect((body as Schemas['ScreeningDetail']).conclusion?.explanation).toMatchObject({ guest: 'known' });
  });
});

describe('a warning', () => {
  test('stands at every booking until it is lifted, and is in no log', async () => {
    const wim = { firstName: 'Wim', lastName: 'Warnedson', email: 'wim@post.example' };
    const coming = book(wim, 5);
    const { id } = await getCard(coming.guestIds[0]);
    const note = { kind: 'warning', text: ' Broke the piano; call the manager ' };
    const warned = await ask<Card>('addProfileNote', ['POST', `profiles/${id}/notes`, note], 201);
    expect(warned).toMatchObject({ isWarned: true, notes: [{ text: 'Broke the piano; call the manager' }] });
    await hotel.untilShown(coming.guestIds[0], {
      screening_outcome: 'Review',
      screening_summary: /^Known guest: warning/,
    });
    const next = book(wim, 50);
    await hotel.untilShown(next.guestIds[0], { screening_outcome: 'Review' });
    const path = `profiles/${id}/notes/${warned.notes[0]?.id ?? ''}/withdraw`;
    await ask('withdrawProfileNote', ['POST', path, { reason: 'The piano was old' }]);
    await hotel.untilShown(coming.guestIds[0], { screening_outcome: 'Clear' });
    await hotel.untilShown(next.guestIds[0], { screening_outcome: 'Clear' });
    expect(hotel.log()).not.toMatch(/piano|Warnedson/);
  });

  test('of somebody who walked in holds for the booking that follows', async () => {
    const person = { firstName: 'Wanda', lastName: 'Walkinson', email: 'wanda@post.example' };
    const card = await ask<Card>('createProfile', ['POST', 'profiles', person], 201);
    expect(card).toMatchObject({ name: 'Wanda Walkinson', stays: [], given: [person] });
    const note = { kind: 'warning', text: 'Shouted at the porter' };
    await ask('addProfileNote', ['POST', `profiles/${card.id}/notes`, note], 201);
    const stay = book(person, 8);
    await hotel.untilShown(stay.guestIds[0], { screening_outcome: 'Review', screening_summary: /warning/ });
    expect((await getCard(stay.guestIds[0])).id).toBe(card.id);
  });
});

test('a guest whom the PMS forgets is forgotten on the card, and stays counted', async () => {
  const fred = { firstName: 'Fred', lastName: 'Forgottenson', email: 'fred@post.example' };
  const stay = book(fred, 6);
  const { id } = await getCard(stay.guestIds[0]);
  await ask('addProfileNote', ['POST', `profiles/${id}/notes`, { kind: 'note', text: 'Sings at night' }], 201);
  const today = toDay(0);
  // Another step each time: figures may be a minute old.
  const count = async (step: 'day' | 'week') => {
    const path = `/api/v1/statistics?from=${today.slice(0, 8)}01&to=${toDay(1)}&step=${step}&properties=${hotel.sandbox.propertyId}`;
    const { status, body } = await hotel.api('GET', path);
    expect(validators.validateAnswer('getStatistics', status, body)).toEqual([]);
    return (body as Schemas['Statistics']).stays;
  };
  const before = await count('day');
  expect(before).toBeGreaterThan(0);
  hotel.sandbox.world.anonymizeGuest(stay.guestIds[0]);
  await hotel.untilIdle();
  const card = await getCard(stay.guestIds[0]);
  expect(card).toMatchObject({ id, name: '', isForgotten: true, contacts: [], notes: [] });
  expect(await count('week')).toBe(before);
  const found = await ask<{ items: unknown[] }>('listProfiles', ['GET', 'profiles?q=forgottenson']);
  expect(found.items).toEqual([]);
});

test('the disparity report and the health of the checks answer as described', async () => {
  const report = await hotel.api('GET', '/api/v1/statistics/disparity');
  expect(validators.validateAnswer('getDisparityReport', report.status, report.body)).toEqual([]);
  const health = await ask<Schemas['ScreeningHealth']>('getScreeningHealth', ['GET', 'screening-health']);
  const houseList = health.providers.find(({ provider }) => provider === 'house-list');
  expect(houseList).toMatchObject({ state: 'answering', askedAgainAt: null });
  expect(houseList?.answers.clear).toBeGreaterThan(0);
  expect(health.pms).toMatchObject({ waiting: 0, pausedUntil: null });
  expect(health.pms?.lastMinute).toBeGreaterThan(0);
});

test.each([
  ['profiles?cursor=made-up', 400, 'request_invalid'],
  ['profiles?warned=maybe', 400, 'request_invalid'],
  ['profiles/nowhere', 404, 'profile_unknown'],
  ['profiles/by-guest/nobody', 404, 'profile_unknown'],
  ['profiles/nowhere/suggestions', 404, 'profile_unknown'],
  ['profile-duplicates?cursor=made-up', 400, 'request_invalid'],
])('%s is a problem: %s %s', async (path, status, code) => {
  const { body, ...answer } = await hotel.api('GET', `/api/v1/properties/${hotel.sandbox.propertyId}/${path}`);
  expect([answer.status, (body as { code: string }).code]).toEqual([status, code]);
});

test.each([
  ['properties=nowhere', 404],
  ['from=2026-02-30', 400],
  ['from=2026-12-02&to=2026-12-01', 400],
  ['from=2020-01-01&to=2026-01-01', 400],
  ['step=hour', 400],
  ['from=9999-12-01&to=9999-12-31', 400],
  ['to=0000-01-15', 400],
  ['from=0000-01-01&to=0000-01-09&step=week', 400],
])('statistics for %s are a problem', async (query, status) => {
  expect((await hotel.api('GET', `/api/v1/statistics?${query}`)).status).toBe(status);
});

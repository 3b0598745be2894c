import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { components } from '../../openapi/service.generated.ts';
import { bookingRulesProvider } from '../../providers/booking-rules/check.ts';
import { houseList } from '../../providers/house-list/check.ts';
import { loadOpenApiDocument } from '../../src/openapi/openapi-document.ts';
import { getOperationValidators } from '../../src/openapi/operation-validators.ts';
import { toDay } from '../support/days.ts';
import { type Hotel, openHotel } from '../support/hotel.ts';

type Replay = components['schemas']['PolicyReplay'];

const validators = getOperationValidators(loadOpenApiDocument('service'));
const onMatch = { possible: 'review', likely: 'review', strong: 'flagged' };
const base = {
  name: 'changed',
  version: '2',
  providers: {},
  otherwise: { required: true, onMatch },
  trust: { reasonCode: 'house_list.trusted', excuses: ['booking-rules'] },
};
/** One night, booked on the day: too little for a review by default. */
const harmless = { arrivesOn: toDay(0), departsOn: toDay(1) };

let hotel: Hotel;

beforeAll(async () => {
  hotel = await openHotel();
  await hotel.start({ providers: [houseList, bookingRulesProvider] });
  const { world } = hotel.sandbox;
  for (const firstName of ['Ane', 'Bo', 'Cato']) {
    const mainGuest = { firstName, lastName: 'Replayson', email: `${firstName}.replayson@post.example` };
    world.book({ ...harmless, mainGuest });
  }
  const child = {
    firstName: 'Dag',
    lastName: 'Replayson',
    email: 'dag.replayson@post.example',
    birthDate: '2015-02-28',
  };
  world.book({ arrivesOn: toDay(5), departsOn: toDay(9), mainGuest: child });
  for (const { guestId } of world.listGuests()) await hotel.untilShown(guestId, { screening_status: 'Completed' });
  await hotel.untilIdle();
});

afterAll(() => hotel.close());

async function replay(policy: unknown, { query = '', status = 200, days = 7 } = {}): Promise<Replay> {
  const path = `/api/v1/properties/${hotel.sandbox.propertyId}/policy/replay${query}`;
  const answer = await hotel.api('POST', path, { policy, days });
  expect(answer.status).toBe(status);
  expect(validators.validateAnswer('replayPolicy', answer.status, answer.body)).toEqual([]);
  return answer.body;
}

const oneNight = {
  ...base,
  points: {
    reviewAt: 10,
    flaggedAt: 900,
    rules: [{ name: 'one night', provider: 'booking-rules', reasonCode: 'booking.one_night', points: 10 }],
  },
};

describe('the rule lab', () => {
  test('tells before and after, the cases that differ, and why', async () => {
    const replayed = await replay(oneNight);
    expect(replayed).toMatchObject({
      policy: { name: 'changed', version: '2' },
      screenings: 4,
      before: { clear: 3, review: 1, flagged: 0 },
      after: { clear: 0, review: 4, flagged: 0 },
      differing: 3,
      notKnown: [],
      nextCursor: null,
    });
    expect(replayed.items).toHaveLength(3);
    for (const { before, after, reasons } of replayed.items) {
      expect([before, after]).toEqual(['clear', 'review']);
      expect(reasons.map(({ code }) => code)).toContain('booking.one_night');
    }
  });

  test('pages through the cases, and its figures are about all of them', async () => {
    const first = await replay(oneNight, { query: '?limit=2' });
    const second = await replay(oneNight, { query: `?limit=2&cursor=${first.nextCursor}` });
    expect([first.items.length, second.items.length]).toEqual([2, 1]);
    expect([first.differing, second.differing, second.nextCursor]).toEqual([3, 3, null]);
    expect(new Set([...first.items, ...second.items].map(({ screeningId }) => screeningId)).size).toBe(3);
  });

  test('leaves out who would not be asked', async () => {
    const rule = { ...base.otherwise, when: [{ nights: { atMost: 1 } }] };
    const replayed = await replay({ ...base, providers: { 'booking-rules': rule } });
    expect(replayed).toMatchObject({ differing: 1, items: [{ after: 'clear', leftOut: ['booking-rules'] }] });
  });

  test('writes nothing', async () => {
    const list = () => hotel.api('GET', `/api/v1/properties/${hotel.sandbox.propertyId}/screenings?limit=200`);
    const before = (await list()).body;
    const requests = { ...hotel.sandbox.stats.requestsByOperation };
    await replay(oneNight);
    await hotel.untilIdle();
    expect((await list()).body).toEqual(before);
    expect(hotel.sandbox.stats.requestsByOperation.putGuest).toBe(requests.putGuest);
  });

  test.each<{ readonly name: string; readonly policy: unknown; readonly path: string; readonly message: RegExp }>([
    {
      name: 'a hole',
      policy: { ...base, otherwise: undefined },
      path: '/policy/otherwise',
      message: /is required/,
    },
    {
      name: 'a machine that declines',
      policy: { ...base, knownGuests: { onWithdrawn: 'declined' } },
      path: '/policy/knownGuests/onWithdrawn',
      message: /must be one of/,
    },
    {
      name: 'a rule about who somebody is',
      policy: { ...base, otherwise: { ...base.otherwise, when: [{ gender: 'F' }] } },
      path: '/policy/otherwise/when/0/gender',
      message: /nobody is judged by/,
    },
  ])('answers 400 to a policy with $name, with the path', async ({ policy, path, message }) => {
    const problem = (await replay(policy, { status: 400 })) as unknown as components['schemas']['Problem'];
    expect(problem.errors).toEqual([{ path, message: expect.stringMatching(message) }]);
  });

  test('looks back 90 days at most, and at one day at least', async () => {
    for (const days of [0, 91, 1.5]) await replay(base, { status: 400, days });
  });

  test('knows no property that is not connected', async () => {
    const answer = await hotel.api('POST', '/api/v1/properties/nowhere/policy/replay', { policy: base, days: 1 });
    expect(answer).toMatchObject({ status: 404, body: { code: 'property_unknown' } });
  });
});

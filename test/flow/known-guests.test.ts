import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { components } from '../../openapi/service.generated.ts';
import { bookingRulesProvider } from '../../providers/booking-rules/check.ts';
import { houseList } from '../../providers/house-list/check.ts';
import { loadOpenApiDocument } from '../../src/openapi/openapi-document.ts';
import { getOperationValidators } from '../../src/openapi/operation-validators.ts';
import { toDay } from '../support/days.ts';
import { eventually } from '../support/eventually.ts';
import { type Hotel, openHotel } from '../support/hotel.ts';

type Schemas = components['schemas'];

const validators = getOperationValidators(loadOpenApiDocument('service'));
const onMatch = { possible: 'review', likely: 'review', strong: 'flagged' };
const policy = {
  name: 'regulars are left alone',
  version: '1',
  providers: { 'booking-rules': { required: true, onMatch, when: [{ guest: 'new' }] } },
  otherwise: { required: true, onMatch },
  trust: { reasonCode: 'house_list.trusted', excuses: [] },
};

const regular = {
  firstName: 'Randi',
  lastName: 'Regularson',
  email: 'randi.regularson@post.example',
  birthDate: '1971-04-05',
};
const reason = 'The passport was reported stolen';
const byHouseListAlone = { screening_outcome: 'Clear', screening_summary: 'House list: clear' };

let hotel: Hotel;

beforeAll(async () => {
  hotel = await openHotel({ config: JSON.stringify({ defaults: { policy } }) });
  await hotel.start({ providers: [houseList, bookingRulesProvider] });
});

afterAll(() => hotel.close());

const book = (mainGuest: typeof regular | { readonly guestId: string }, day: number) =>
  hotel.sandbox.world.book({ arrivesOn: toDay(day), departsOn: toDay(day + 2), mainGuest });

async function findItem(reservationId: string): Promise<Schemas['Screening'] | undefined> {
  const { body } = await hotel.api(
    'GET',
    `/api/v1/properties/${hotel.sandbox.propertyId}/screenings?q=${reservationId}`,
  );
  const { items } = body as { readonly items: readonly Schemas['Screening'][] };
  return items.find((item) => item.reservationId === reservationId && item.status === 'completed');
}

/** Once it is screened. */
async function getDetail(reservationId: string): Promise<Schemas['ScreeningDetail']> {
  await hotel.untilIdle();
  const item = await eventually(() => findItem(reservationId), { what: `${reservationId} to be screened` });
  const { status, body } = await hotel.api('GET', `/api/v1/screenings/${item.id}`);
  expect(validators.validateAnswer('getScreening', status, body)).toEqual([]);
  return body;
}

/** A guest with a stay that was cleared and goes on. */
async function receive(guest: typeof regular) {
  const stay = book(guest, 0);
  await hotel.untilShown(stay.guestIds[0], { screening_outcome: 'Clear', screening_summary: /Booking rules: clear/ });
  hotel.sandbox.world.setReservationStatus(stay.reservationId, 'checked_in');
  await hotel.untilIdle();
  return stay;
}

test('a guest whose earlier stay was cleared is known, by guest id and by person', async () => {
  const { guestIds } = await receive(regular);
  const again = book({ guestId: guestIds[0] }, 20);
  expect((await getDetail(again.reservationId)).conclusion?.explanation).toMatchObject({
    guest: 'known',
    notAsked: [{ provider: 'booking-rules', text: 'Not asked: only for new guests, and this is a known one' }],
  });
  const otherId = book({ ...regular, firstName: 'RANDI' }, 30);
  await hotel.untilShown(otherId.guestIds[0], byHouseListAlone);
  const namesake = book({ ...regular, birthDate: '1999-01-01' }, 30);
  await hotel.untilShown(namesake.guestIds[0], { screening_summary: /Booking rules: clear/ });
});

describe('a withdrawn verification', () => {
  const withdrawn = { ...regular, firstName: 'Wenche', email: 'wenche.regularson@post.example' };

  async function withdraw(id: string, given: string) {
    const answer = await hotel.api('POST', `/api/v1/screenings/${id}/withdraw-verification`, { reason: given });
    expect(validators.validateAnswer('withdrawVerification', answer.status, answer.body)).toEqual([]);
    return answer;
  }

  test('warns at the next booking in the words of who withdrew it, until a person approves the guest', async () => {
    const stay = await receive(withdrawn);
    const coming = book(withdrawn, 10);
    await hotel.untilShown(coming.guestIds[0], byHouseListAlone);
    const { id } = await getDetail(stay.reservationId);
    expect((await withdraw(id, reason)).status).toBe(200);

    await hotel.untilShown(coming.guestIds[0], { screening_outcome: 'Review' });
    const next = book(withdrawn, 40);
    await hotel.untilShown(next.guestIds[0], {
      screening_outcome: 'Review',
      screening_summary: /^Known guest: verification withdrawn · House list: clear · Booking rules: clear$/,
    });
    const detail = await getDetail(next.reservationId);
    expect(detail.conclusion).toMatchObject({
      reasons: [{ code: 'known_guest.withdrawn', text: expect.stringContaining(reason) }],
      explanation: { guest: 'new', parts: [{ rule: 'knownGuests.onWithdrawn', means: 'review' }] },
    });
    const { timeline } = await getDetail(stay.reservationId);
    expect(timeline.map(({ event }) => event)).toContain('verification_withdrawn');

    const decision = { decision: 'approved', reason: 'Showed a new passport' };
    expect((await hotel.api('POST', `/api/v1/screenings/${detail.id}/decision`, decision)).status).toBe(200);
    const after = book(withdrawn, 50);
    await hotel.untilShown(after.guestIds[0], {
      screening_outcome: 'Clear',
      screening_summary: /Booking rules: clear/,
    });
  });

  test('needs a reason, and a screening', async () => {
    const { id } = await getDetail(book(regular, 60).reservationId);
    expect((await withdraw(id, ' ')).status).toBe(400);
    expect((await withdraw('nowhere', reason)).status).toBe(404);
  });

  test('is not in the log', () => {
    expect(hotel.log()).not.toContain(reason);
  });
});

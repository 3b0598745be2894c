import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { components } from '../../openapi/service.generated.ts';
import { bookingRulesProvider } from '../../providers/booking-rules/check.ts';
import { houseList } from '../../providers/house-list/check.ts';
import { loadOpenApiDocument } from '../../src/openapi/openapi-document.ts';
import { getOperationValidators } from '../../src/openapi/operation-validators.ts';
import { toDay } from '../support/days.ts';
import { type Hotel, openHotel } from '../support/hotel.ts';
import { listPolicyExamples } from '../support/policy-examples.ts';

type Schemas = components['schemas'];

const validators = getOperationValidators(loadOpenApiDocument('service'));

let hotel: Hotel;

beforeAll(async () => {
  const [seaside = ''] = listPolicyExamples();
  hotel = await openHotel({ config: seaside });
  await hotel.start({ providers: [houseList, bookingRulesProvider] });
});

afterAll(() => hotel.close());

const mainGuest = {
  firstName: 'Solveig',
  lastName: 'Policyson',
  email: 'solveig.policyson@post.example',
  phone: '+47 22 12 34 56',
};

async function getDetail(guestId: string): Promise<Schemas['ScreeningDetail']> {
  const path = `/api/v1/properties/${hotel.sandbox.propertyId}/screenings?limit=200`;
  const { body } = await hotel.api('GET', path);
  const { items } = body as { readonly items: readonly Schemas['Screening'][] };
  const detail = await hotel.api('GET', `/api/v1/screenings/${items.find((item) => item.guestId === guestId)?.id}`);
  expect(validators.validateAnswer('getScreening', detail.status, detail.body)).toEqual([]);
  return detail.body;
}

test('points that reach a threshold send to review, and the outcome tells how', async () => {
  const { guestIds } = hotel.sandbox.world.book({ arrivesOn: toDay(0), departsOn: toDay(1), mainGuest });
  await hotel.untilShown(guestIds[0], { screening_status: 'Completed', screening_outcome: 'Review' });
  const { conclusion } = await getDetail(guestIds[0]);
  expect(conclusion).toMatchObject({
    policy: { name: 'seaside', version: '3' },
    explanation: {
      parts: [
        { rule: 'points.rules.1', points: 30 },
        { rule: 'points.rules.2', points: 20 },
        { rule: 'points.reviewAt', means: 'review' },
      ],
      points: 50,
      thresholds: { reviewAt: 50, flaggedAt: 120 },
      guest: 'new',
      notAsked: [],
    },
  });
});

test('points below every threshold leave the guest clear', async () => {
  const { guestIds } = hotel.sandbox.world.book({ arrivesOn: toDay(0), departsOn: toDay(3), mainGuest });
  await hotel.untilShown(guestIds[0], { screening_outcome: 'Clear' });
  expect((await getDetail(guestIds[0])).conclusion?.explanation?.points).toBe(30);
});

test('who is not asked is no finding, and the explanation says why', async () => {
  const additionalGuests = [{ firstName: 'Per', lastName: 'Policyson' }];
  const booking = { arrivesOn: toDay(0), departsOn: toDay(1), mainGuest, additionalGuests };
  const [, companion = ''] = hotel.sandbox.world.book(booking).guestIds;
  await hotel.untilShown(companion, { screening_outcome: 'Clear', screening_summary: 'House list: clear' });
  const { findings, conclusion } = await getDetail(companion);
  expect(findings.map(({ provider }) => provider)).toEqual(['house-list']);
  expect(conclusion?.explanation?.notAsked).toEqual([
    { provider: 'booking-rules', label: 'Booking rules', text: 'Not asked: only for main guests' },
  ]);
});

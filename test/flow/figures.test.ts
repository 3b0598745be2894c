import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { components } from '../../openapi/service.generated.ts';
import { toDay } from '../support/days.ts';
import { fillIn, type FormDesk, openFormDesk } from '../support/form-desk.ts';
import { type Hotel, openHotel } from '../support/hotel.ts';

type Schemas = components['schemas'];

const today = toDay(0);

/** From another day each time: figures may be a minute old. */
function createFigures(hotel: () => Hotel) {
  let days = 100;
  const ask = async <Body>(path: string): Promise<Body> => {
    days += 1;
    const { status, body } = await hotel().api('GET', `${path}?from=${toDay(-days)}&to=${toDay(1)}`);
    expect(status).toBe(200);
    return body;
  };
  return {
    read: () => ask<Schemas['Statistics']>('/api/v1/statistics'),
    readDisparity: () => ask<Schemas['DisparityReport']>('/api/v1/statistics/disparity'),
  };
}

const booked = (lastName: string, more: object = {}) => ({
  ...{ arrivesOn: today, departsOn: toDay(2) },
  mainGuest: { firstName: 'Figa', lastName, email: `${lastName.toLowerCase()}@post.example`, country: 'PT', ...more },
});

describe('the figures', () => {
  let hotel: Hotel;
  const figures = createFigures(() => hotel);

  beforeAll(async () => {
    hotel = await openHotel();
    await hotel.start();
    await hotel.untilIdle();
  });

  afterAll(() => hotel.close());

  const decide = async (guestId: string, decision: 'approved' | 'declined') => {
    const { body } = await hotel.api('GET', `/api/v1/properties/${hotel.sandbox.propertyId}/screenings?limit=200`);
    const { items } = body as { readonly items: readonly { readonly id: string; readonly guestId: string }[] };
    const id = items.find((item) => item.guestId === guestId)?.id ?? '';
    const reason = 'Somebody looked at it';
    expect((await hotel.api('POST', `/api/v1/screenings/${id}/decision`, { decision, reason })).status).toBe(200);
  };

  test('tell what stays came to, and a decision moves a stay and adds none', async () => {
    const before = await figures.read();
    const birthDate = '1980-05-05';
    for (const lastName of ['Canarsky', 'Canarvik']) {
      const ban = { kind: 'ban', names: [`Figa ${lastName}`], birthDate, reason: 'Left without paying' };
      const added = await hotel.api('POST', `/api/v1/properties/${hotel.sandbox.propertyId}/house-list`, ban);
      expect(added.status).toBe(201);
    }
    const { world } = hotel.sandbox;
    const [clearId] = world.book(booked('Canarton')).guestIds;
    const [oneId] = world.book(booked('Canarsky', { birthDate })).guestIds;
    const [otherId] = world.book(booked('Canarvik', { birthDate })).guestIds;
    await hotel.untilShown(clearId, { screening_outcome: 'Clear' });
    for (const guestId of [oneId, otherId]) await hotel.untilShown(guestId, { screening_outcome: 'Flagged' });

    const known = await figures.read();
    const { clear, flagged } = before.outcomes;
    expect(known.stays).toBe(before.stays + 3);
    expect(known.outcomes).toEqual({ ...before.outcomes, clear: clear + 1, flagged: flagged + 2 });
    expect(known.clearedWithoutPerson).toMatchObject({ count: clear + 1, of: before.stays + 3 });
    expect(known.review.count).toBe(before.review.count + 2);
    expect(known.falseAlarms).toEqual({ count: 0, of: 0, share: null });
    expect(known.openReviews.count).toBe(before.openReviews.count + 2);
    expect(known.reasons).toContainEqual({ code: 'house_list.banned', stays: 2 });

    await decide(oneId, 'approved');
    const approved = await figures.read();
    expect(approved.stays).toBe(known.stays);
    expect(approved.outcomes).toEqual({ ...known.outcomes, flagged: flagged + 1, approved: 1 });
    expect(approved.falseAlarms).toEqual({ count: 1, of: 1, share: 1 });
    expect(approved.review).toEqual(known.review);
    expect(approved.openReviews.count).toBe(before.openReviews.count + 1);

    await decide(otherId, 'declined');
    await decide(oneId, 'approved');
    const decided = await figures.read();
    expect(decided.outcomes).toEqual({ ...known.outcomes, flagged, approved: 1, declined: 1 });
    expect(decided.falseAlarms).toEqual({ count: 1, of: 2, share: 0.5 });
    expect(decided.decisionTime.count).toBe(2);

    await decide(oneId, 'declined');
    expect((await figures.read()).falseAlarms).toEqual({ count: 0, of: 2, share: 0 });
  });
});

describe('the disparity report', () => {
  let desk: FormDesk;
  const figures = createFigures(() => desk.hotel);

  beforeAll(async () => {
    desk = await openFormDesk({ config: 'defaults: { form: { ask: always, fields: { nationality: off } } }' });
  });

  afterAll(() => desk.close());

  const countLanguages = async () => {
    const { dimensions } = await figures.readDisparity();
    return dimensions.find(({ dimension }) => dimension === 'form_language')?.hidden;
  };

  test('counts the language of a guest’s own form once, however often the form is sent off', async () => {
    const { hotel } = desk;
    const [guestId] = hotel.sandbox.world.book(booked('Canaryson')).guestIds;
    const token = await desk.untilAsked(guestId);
    expect(await countLanguages()).toEqual({ groups: 0, stays: 0 });
    const said = {
      ...{ firstName: 'Figa', lastName: 'Canaryson', birthDate: '1984-02-09', phone: '+351 21 345 6789' },
      ...{ email: 'canaryson@post.example', documentType: 'passport', documentNumber: 'CCX1234567' },
      ...{ documentIssuingCountry: 'pt', documentIssuedOn: '2020-01-05', documentExpiresOn: toDay(900) },
      ...{ arrivalTime: '9:30' },
    };
    await fillIn(desk.forms(), token, said);
    await hotel.untilShown(guestId, { screening_status: 'Completed', screening_link: '' });
    expect(await countLanguages()).toEqual({ groups: 1, stays: 1 });
    await desk.forms().correct({ token });
    await fillIn(desk.forms(), token, { ...said, arrivalTime: '10:30' });
    await hotel.untilShown(guestId, { screening_status: 'Completed', form_arrival_time: '10:30' });
    await hotel.untilIdle();
    expect(await countLanguages()).toEqual({ groups: 1, stays: 1 });
  });
});

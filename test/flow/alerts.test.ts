import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { components } from '../../openapi/service.generated.ts';
import { toDay } from '../support/days.ts';
import { eventually } from '../support/eventually.ts';
import { type Hotel, openHotel } from '../support/hotel.ts';
import { startVendor, type Vendor } from '../support/vendor-server.ts';

type Alert = components['schemas']['Alert'];

interface Posted {
  readonly event: string;
  readonly alert: Pick<Alert, 'kind' | 'propertyId' | 'about' | 'facts'>;
  readonly url: string;
}

let machine: Vendor;
let hotel: Hotel;

beforeAll(async () => {
  machine = await startVendor();
  hotel = await openHotel({
    environment: {
      ALERT_WEBHOOK_URL: `${machine.url}/alerts`,
      ALERT_WEBHOOK_SECRET: 'a-secret-of-more-than-24-characters',
      ALERT_WEBHOOK_PRIVATE: 'true',
    },
  });
  await hotel.start();
  await hotel.untilIdle();
});

afterAll(async () => {
  await hotel.close();
  await machine.close();
});

const untilPosted = (count: number) =>
  eventually(() => (machine.requests.length >= count ? machine.requests.map(({ body }) => body) : undefined), {
    what: `${count} messages`,
  });

test('a banned guest who arrives tonight is told of as soon as that is concluded, without a name, until somebody decides', async () => {
  const { propertyId, world } = hotel.sandbox;
  const ban = { kind: 'ban', names: ['Marek Canarsky'], birthDate: '1980-05-05', reason: 'left without paying' };
  await hotel.api('POST', `/api/v1/properties/${propertyId}/house-list`, ban);
  const { reservationId, guestIds } = world.book({
    arrivesOn: toDay(0),
    departsOn: toDay(2),
    mainGuest: {
      ...{ firstName: 'Marek', lastName: 'Canarsky', email: 'marek.canarsky@post.example', birthDate: '1980-05-05' },
    },
  });
  const [raised = ''] = await untilPosted(1);
  const about = `${reservationId}/${guestIds[0]}`;
  const { event, alert, url } = JSON.parse(raised) as Posted;
  expect([event, alert]).toEqual([
    'alert.raised',
    expect.objectContaining({ kind: 'match_before_arrival', propertyId, about }),
  ]);
  const { screeningId = '' } = alert.facts;
  expect(url).toBe(`${hotel.environment.PUBLIC_URL ?? ''}/#/${propertyId}/arrivals/${screeningId}`);
  expect(raised).not.toMatch(/Marek|Canarsky|1980/i);
  await eventually(() => hotel.log().includes('alert.raised') || undefined, { what: 'the line in the log' });

  const decision = { decision: 'declined', reason: 'Is banned here' };
  await hotel.api('POST', `/api/v1/screenings/${screeningId}/decision`, decision);
  const [, over = ''] = await untilPosted(2);
  expect(JSON.parse(over)).toMatchObject({ event: 'alert.over', alert: { about } });
  await hotel.untilIdle();
  expect(machine.requests).toHaveLength(2);
  const open = await hotel.api('GET', '/api/v1/alerts');
  expect((open.body as { readonly items: readonly Alert[] }).items).toEqual([]);
});

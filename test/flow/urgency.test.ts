import axios, { type AxiosRequestConfig } from 'axios';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { defaultJobLimits } from '../../src/jobs/job-limits.ts';
import { toDay } from '../support/days.ts';
import { eventually } from '../support/eventually.ts';
import { type Hotel, openHotel } from '../support/hotel.ts';

const requestsPerSecond = 5;

let hotel: Hotel;
/** Guests in the order in which the PMS was told of them. */
let told: string[];
/** Until then nobody hears how the PMS took what it was told, and the write-backs that are under way hold up all others. */
let release: PromiseWithResolvers<undefined>;

beforeEach(async () => {
  told = [];
  release = Promise.withResolvers();
  hotel = await openHotel({
    sandbox: { rateLimitPerSecond: requestsPerSecond },
    environment: { CLOUDBEDS_RATE_LIMIT: String(requestsPerSecond) },
  });
});

afterEach(() => hotel.close());

/** The real thing, which also keeps who is written about. */
const recorder = {
  request: async (config: AxiosRequestConfig) => {
    const answer: unknown = await axios.request(config);
    if (config.url?.endsWith('/putGuest') === true) {
      told.push(new URLSearchParams(String(config.data)).get('guestID') ?? '');
      await release.promise;
    }
    return answer;
  },
} as never;

function book(lastName: string, inDays: number): string {
  const mainGuest = { firstName: 'Ada', lastName, email: `${lastName.toLowerCase()}@post.example`, country: 'PT' };
  return hotel.sandbox.world.book({ arrivesOn: toDay(inDays), departsOn: toDay(inDays + 2), mainGuest }).guestIds[0];
}

async function countConcluded(): Promise<number> {
  const { body } = await hotel.api('GET', `/api/v1/properties/${hotel.sandbox.propertyId}/screenings?limit=200`);
  // Until it is connected, the property is unknown.
  const { items = [] } = body as { readonly items?: readonly { readonly outcome: string | null }[] };
  return items.filter(({ outcome }) => outcome !== null).length;
}

test('with more to tell than the key allows, arrivals of today come first, then tomorrow’s', async () => {
  const bookAll = (name: string, { count, inDays }: { readonly count: number; readonly inDays: number }) =>
    Array.from({ length: count }, (_, index) => book(`${name}${index}`, inDays));
  // Booked last, and told of first.
  const later = bookAll('Canarlater', { count: 10, inDays: 12 });
  const tomorrow = bookAll('Canarsoon', { count: 12, inDays: 1 });
  const today = bookAll('Canarnow', { count: 12, inDays: 0 });
  const all = [...today, ...tomorrow, ...later];
  // On a machine that is out of breath only an answer proves an arrival; see test/contract/pms-budget.test.ts.
  await hotel.start({ axios: recorder, pmsDeadlineMs: 110_000, pmsArrivalAllowanceMs: 5_000 });
  await eventually(async () => (await countConcluded()) === all.length || undefined, { what: 'all outcomes' });
  // What was begun before everybody was found is a handful: all of it has been told, and holds up the others.
  const early = defaultJobLimits['write-back'].concurrency;
  await eventually(() => told.length === early || undefined, { what: 'what is under way to be told' });
  release.resolve(undefined);
  await eventually(() => all.every((guest) => told.includes(guest)) || undefined, { what: 'everybody to be told of' });
  const afterwards = told.slice(early);
  const toPlace = (guests: readonly string[]) =>
    toMean(guests.map((guest) => afterwards.indexOf(guest)).filter((place) => place >= 0));
  expect(toPlace(today)).toBeLessThan(toPlace(tomorrow));
  expect(toPlace(tomorrow)).toBeLessThan(toPlace(later));
  expect(hotel.sandbox.stats.requests.filter(({ status }) => status === 429)).toEqual([]);
}, 120_000);

function toMean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

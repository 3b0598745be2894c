import { isAtLeast, type Principal } from '../../domain/access.ts';
import { toDaysBetween, toLocalDate } from '../../domain/calendar.ts';
import { ServiceError } from '../../domain/errors.ts';
import { plusDays } from '../../domain/statistics/time-steps.ts';
import type { TimeQuery } from '../../screening/statistics/read-statistics.ts';
import type { HttpParts } from '../http-parts.ts';
import { InvalidRequest } from '../problems/invalid-request.ts';
import { type ApiRoute, toApiRoute } from '../route.ts';
import { toDisparityView, toHealthView, toStatisticsView } from './statistics-view.ts';

const usualDays = 90;
const mostDays = 3 * 366;

/** Days are compared as text, which four digits of a year have to suffice for. */
const firstDay = '1000-01-01';
const endOfDays = '9000-01-01';

export function listStatisticsRoutes(parts: HttpParts): readonly ApiRoute[] {
  const { statistics } = parts;
  return [
    toApiRoute('getStatistics', 'GET /api/v1/statistics', {
      handle: async ({ query, principal }) => {
        const { step = 'day' } = query;
        const found = await statistics.read({ ...(await toTimeQuery(parts, query, principal)), step });
        return { status: 200, body: toStatisticsView(found) };
      },
    }),
    toApiRoute('getDisparityReport', 'GET /api/v1/statistics/disparity', {
      handle: async ({ query, principal }) => {
        const report = await statistics.readDisparity(await toTimeQuery(parts, query, principal));
        return { status: 200, body: toDisparityView(report) };
      },
    }),
    toApiRoute('getScreeningHealth', 'GET /api/v1/properties/{propertyId}/screening-health', {
      handle: async ({ params }) => ({
        status: 200,
        body: toHealthView(await statistics.readHealth(params.propertyId)),
      }),
    }),
  ];
}

interface AskedTime {
  readonly properties?: string;
  readonly from?: string;
  readonly to?: string;
}

/**
 * Only of properties where the one who asks is a manager: all of them where none is named. One that is not theirs is answered
 * as one that does not exist.
 */
async function toTimeQuery({ store, clock }: HttpParts, asked: AskedTime, principal: Principal): Promise<TimeQuery> {
  const isManager = (id: string) => isAtLeast(principal.roleFor(id), 'manager');
  const known = (await store.read((rows) => rows.properties.list())).filter(({ id }) => isManager(id));
  const wanted = asked.properties?.split(',') ?? known.map(({ id }) => id);
  const unknown = wanted.find((id) => !known.some((property) => property.id === id));
  if (unknown !== undefined) throw new ServiceError('property_unknown', { propertyId: unknown });
  const now = clock.now();
  const zones = known.filter(({ id }) => wanted.includes(id)).map(({ timeZone }) => timeZone);
  // Stays are counted on the property's own day: up to where the day is furthest.
  const to =
    asked.to ??
    zones
      .map((timeZone) => toLocalDate(now, timeZone))
      .sort()
      .at(-1) ??
    toLocalDate(now, 'UTC');
  const from = asked.from ?? plusDays(to, 1 - usualDays);
  if (to >= endOfDays) throw new InvalidRequest([{ path: '/to', message: `must be before ${endOfDays}` }]);
  if (from < firstDay) throw new InvalidRequest([{ path: '/from', message: `must not be before ${firstDay}` }]);
  if (from > to) throw new InvalidRequest([{ path: '/from', message: 'must not be after `to`' }]);
  if (toDaysBetween(from, to) > mostDays) {
    throw new InvalidRequest([{ path: '/from', message: 'must be at most three years before `to`' }]);
  }
  return { propertyIds: [...new Set(wanted)], from, to };
}

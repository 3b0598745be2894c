import type { components } from '../../../openapi/service.generated.ts';
import { toDayAfter, toDaysBetween, toLocalDate } from '../../domain/calendar.ts';
import { toStateOfNeed } from '../../domain/guest-state.ts';
import type { ArrivalRow } from '../../ports/desk.ts';
import type { Rows, ScreeningListItem } from '../../ports/store.ts';
import { type BoardFacts, readBoardFacts, toBoardView } from './board-view.ts';
import type { HttpParts } from '../http-parts.ts';
import { InvalidRequest } from '../problems/invalid-request.ts';
import { dateShape, idShape, readCursor, toPage } from '../page.ts';
import { type ApiRequest, type ApiRoute, toApiRoute } from '../route.ts';

const mostDays = 61;

export function listArrivalRoutes({ store, clock }: HttpParts): readonly ApiRoute[] {
  return [
    toApiRoute('listArrivals', 'GET /api/v1/properties/{propertyId}/arrivals', {
      handle: (request) =>
        store.read(async (rows) => {
          const { timeZone } = await rows.properties.get(request.params.propertyId);
          const days = toDays(request.query, toLocalDate(clock.now(), timeZone));
          return { status: 200, body: { ...days, ...(await readArrivals(rows, request, days)) } };
        }),
    }),
    toApiRoute('listReviews', 'GET /api/v1/properties/{propertyId}/reviews', {
      handle: (request) =>
        store.read(async (rows) => {
          const { timeZone } = await rows.properties.get(request.params.propertyId);
          return { status: 200, body: await readReviews(rows, request, toLocalDate(clock.now(), timeZone)) };
        }),
    }),
  ];
}

interface Days {
  readonly today: string;
  readonly from: string;
  readonly to: string;
}

/** Throws `request_invalid` for days in the wrong order, and for too many. */
function toDays(query: ApiRequest<'listArrivals'>['query'], today: string): Days {
  const from = query.from ?? today;
  const to = query.to ?? toDayAfter(from);
  const days = toDaysBetween(from, to);
  if (days < 0) throw new InvalidRequest([{ path: '/to', message: 'must not be before from' }]);
  if (days > mostDays)
    throw new InvalidRequest([{ path: '/to', message: `must be at most ${mostDays} days after from` }]);
  return { today, from, to };
}

async function readArrivals(rows: Rows, request: ApiRequest<'listArrivals'>, { from, to }: Days) {
  const { params, query, role } = request;
  const { propertyId } = params;
  const { limit = 50 } = query;
  const [arrivesOn, need, reservationId] = readCursor(query.cursor, [dateShape, /^\d$/, idShape]) ?? [];
  const isNext = arrivesOn !== undefined && need !== undefined && reservationId !== undefined;
  const after = isNext && { after: { arrivesOn, need: Number(need), reservationId } };
  const stays = await rows.arrivals.list({ propertyId, from, to, limit: limit + 1, ...after });
  const items = await rows.screenings.listByIds(stays.flatMap(({ screeningIds }) => screeningIds));
  const facts = await readBoardFacts(rows, { propertyId, items: [...items.values()], viewer: role });
  const counts = Object.fromEntries(await rows.arrivals.countByState({ propertyId, from, to }));
  const toKey = (stay: ArrivalRow) => [stay.arrivesOn, String(stay.need), stay.reservationId];
  return { counts, ...toPage(stays, limit, { toView: (stay) => toArrivalView(stay, items, facts), toKey }) };
}

function toArrivalView(
  { reservationId, arrivesOn, need, screeningIds }: ArrivalRow,
  items: ReadonlyMap<string, ScreeningListItem>,
  facts: BoardFacts,
): components['schemas']['Arrival'] {
  const guests = screeningIds.flatMap((id) => items.get(id) ?? []);
  const departures = guests.map(({ subject }) => subject.fields.departsOn).sort();
  return {
    reservationId,
    arrivalDate: arrivesOn,
    departureDate: departures.at(-1) ?? arrivesOn,
    state: toStateOfNeed(need),
    guests: guests.map((guest) => toBoardView(guest, facts)),
  };
}

async function readReviews(rows: Rows, { params, query, role, principal }: ApiRequest<'listReviews'>, today: string) {
  const { propertyId } = params;
  const { limit = 50, assigned } = query;
  const [arrivesOn, screeningId] = readCursor(query.cursor, [dateShape, idShape]) ?? [];
  const after = arrivesOn !== undefined && screeningId !== undefined && { after: { arrivesOn, screeningId } };
  const assignee = assigned !== undefined && { assigneeId: assigned === 'me' ? principal.id : null };
  const found = await rows.arrivals.listForReview({ propertyId, today, limit: limit + 1, ...after, ...assignee });
  const byId = await rows.screenings.listByIds(found.map(({ screeningId: id }) => id));
  const items = [...byId.values()];
  const facts = await readBoardFacts(rows, { propertyId, items, viewer: role });
  const toKey = ({ screening, subject }: ScreeningListItem) => [subject.fields.arrivesOn, screening.id];
  return toPage(items, limit, { toView: (item) => toBoardView(item, facts), toKey });
}

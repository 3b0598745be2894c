import type { components } from '../../../openapi/service.generated.ts';
import { isAtLeast, type Principal } from '../../domain/access.ts';
import { isCalendarDate } from '../../domain/calendar-date.ts';
import { ServiceError } from '../../domain/errors.ts';
import type { WatchlistQuery } from '../../domain/watchlist-query.ts';
import { OwnListRefused, type WatchlistMatch, type WatchlistStatus } from '../../ports/watchlists.ts';
import type { HttpParts } from '../http-parts.ts';
import { InvalidRequest } from '../problems/invalid-request.ts';
import { type ApiRequest, type ApiRoute, toApiRoute } from '../route.ts';

type Schemas = components['schemas'];

const largestOwnListBytes = 8 * 1024 * 1024;

export function listWatchlistRoutes(parts: HttpParts): readonly ApiRoute[] {
  return [...listListRoutes(parts), ...listJudgementRoutes(parts)];
}

function listListRoutes({ store, watchlists, clock }: HttpParts): readonly ApiRoute[] {
  return [
    toApiRoute('listWatchlists', 'GET /api/v1/watchlists', {
      handle: async ({ principal }) => {
        const properties = await store.read((rows) => rows.properties.list());
        const own = properties.filter(({ id }) => isAtLeast(principal.roleFor(id), 'reviewer'));
        const ownIds = new Set(own.map(({ id }) => watchlists.lists.toOwnListId(id)));
        const used = new Set(own.flatMap(({ id }) => watchlists.listsFor(id)));
        const lists = watchlists.lists.list(clock.now());
        const seen = lists.filter(({ listId, canRefresh }) => canRefresh || ownIds.has(listId));
        const items = seen.map((list) => ({ ...toWatchlistView(list), isUsed: used.has(list.listId) }));
        return { status: 200, body: { items } };
      },
    }),
    toApiRoute('searchWatchlists', 'POST /api/v1/watchlists/search', {
      handle: ({ body, principal }) => {
        assertMaySearch(principal, body.propertyId);
        return Promise.resolve({ status: 200, body: search(watchlists.lists, body, clock.now()) });
      },
    }),
    toApiRoute('refreshWatchlist', 'POST /api/v1/watchlists/{listId}/refresh', {
      handle: async ({ params: { listId } }) => {
        await watchlists.requestRefresh(listId);
        return { status: 202, body: { listId } };
      },
    }),
    toApiRoute('saveOwnWatchlist', 'POST /api/v1/properties/{propertyId}/watchlists/own', {
      largestBodyBytes: largestOwnListBytes,
      handle: async ({ params, body: { csv, mapping }, actor }) => {
        try {
          const status = await watchlists.saveOwn(params.propertyId, { csv, mapping }, actor);
          return { status: 200, body: toWatchlistView(status) };
        } catch (error) {
          if (error instanceof OwnListRefused) throw new InvalidRequest(error.problems);
          throw error;
        }
      },
    }),
  ];
}

function listJudgementRoutes({ watchlists }: HttpParts): readonly ApiRoute[] {
  const path = '/api/v1/screenings/{id}/not-the-same-person';
  const toAnswer = (screeningId: string) => ({
    status: 202 as const,
    body: { id: screeningId },
    headers: { Location: `/api/v1/screenings/${screeningId}` },
  });
  return [
    toApiRoute('dismissMatch', `POST ${path}`, {
      handle: async ({ params, body: { listId, entryId, reason, until }, actor }) => {
        const judgement = { listId, entryId, reason: reason.trim(), actor };
        const validUntil = until === undefined ? {} : { validUntil: until };
        const { screeningId } = await watchlists.dismiss(params.id, { ...judgement, ...validUntil });
        return toAnswer(screeningId);
      },
    }),
    toApiRoute('withdrawDismissal', `DELETE ${path}/{listId}/{entryId}`, {
      handle: async ({ params: { id, listId, entryId }, actor }) => {
        const { screeningId } = await watchlists.withdraw(id, { listId, entryId, actor });
        return toAnswer(screeningId);
      },
    }),
  ];
}

/** A property's own list is searched for those alone who review there; to others there is no such property. */
function assertMaySearch(principal: Principal, propertyId: string | undefined): void {
  if (propertyId === undefined || isAtLeast(principal.roleFor(propertyId), 'reviewer')) return;
  throw new ServiceError('property_unknown');
}

const wholeDate = 'YYYY-MM-DD'.length;

type SearchBody = ApiRequest<'searchWatchlists'>['body'];

function search(lists: HttpParts['watchlists']['lists'], body: SearchBody, now: string) {
  const { top = 5, propertyId } = body;
  const own = propertyId === undefined ? [] : [lists.toOwnListId(propertyId)];
  const here = lists.list(now).filter(({ state }) => state !== 'missing');
  const listIds = here
    .filter(({ listId, canRefresh }) => canRefresh || own.includes(listId))
    .map(({ listId }) => listId);
  const { hasName, matches } = lists.search(toQuery(body), { listIds, top });
  return { hasName, comparedWith: listIds, items: matches.slice(0, top).map(toMatchView) };
}

function toQuery({ name, birthDate, country, gender, documentNumber }: SearchBody): WatchlistQuery {
  if (birthDate?.length === wholeDate && !isCalendarDate(birthDate)) {
    throw new InvalidRequest([{ path: '/birthDate', message: 'there is no such day' }]);
  }
  return {
    name,
    ...(birthDate !== undefined && { birthDate }),
    ...(country !== undefined && { countries: [country] }),
    ...(gender !== undefined && { gender }),
    ...(documentNumber !== undefined && { documentNumbers: [documentNumber] }),
  };
}

export function toWatchlistView({ listId, title, canRefresh, state, ...known }: WatchlistStatus): Schemas['Watchlist'] {
  const { persons = null, publishedOn = null, fetchedAt = null, checkedAt = null, ageMs, problem = null } = known;
  const ageS = ageMs === undefined ? null : Math.round(ageMs / 1_000);
  const times = { publishedOn, fetchedAt, checkedAt, ageS };
  return { listId, title, canRefresh, state, persons, ...times, problem: problem && { ...problem } };
}

function toMatchView(match: WatchlistMatch): Schemas['WatchlistMatch'] {
  const { listId, listTitle, entryId, reference, listedName, listedOn, programmes, links } = match;
  return {
    listId,
    listTitle,
    entryId,
    reference: reference ?? null,
    listedName,
    listedOn: listedOn ?? null,
    programmes: [...programmes],
    links: [...links],
    score: match.units / 100_000,
    threshold: match.thresholdUnits / 100_000,
    strength: match.strength ?? null,
    explanation: match.parts.map(({ about, text, units }) => ({ about, text, units })),
  };
}

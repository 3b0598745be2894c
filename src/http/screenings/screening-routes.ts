import { mayHoldLinks } from '../../domain/access.ts';
import { toSearchQuery } from '../../domain/search-terms.ts';
import type { Rows, ScreeningListItem, ScreeningListQuery } from '../../ports/store.ts';
import type { HttpParts } from '../http-parts.ts';
import { dateShape, idShape, readCursor, toPage } from '../page.ts';
import { type ApiRequest, type ApiRoute, type RawApiRequest, toApiRoute } from '../route.ts';
import { readScreeningDetail } from './screening-detail.ts';
import { toScreeningView } from './screening-view.ts';

export function listScreeningRoutes(parts: HttpParts): readonly ApiRoute[] {
  const { store, clock, staffForms, decide, rescreen, withdrawVerification } = parts;
  const readDetail = (id: string, { role: viewer, principal }: Pick<RawApiRequest, 'role' | 'principal'>) =>
    store.read((rows) => {
      const { links: formLinks } = staffForms.asking;
      return readScreeningDetail(rows, id, { viewer, seesLinks: mayHoldLinks(principal), now: clock.now(), formLinks });
    });
  return [
    toApiRoute('listScreenings', 'GET /api/v1/properties/{propertyId}/screenings', {
      handle: async (request) => {
        const query = toListQuery(request);
        const items = await store.read((rows) => list(rows, query));
        const toView = (item: ScreeningListItem) => toScreeningView(item, request.role);
        return { status: 200, body: toPage(items, query.limit - 1, { toView, toKey }) };
      },
    }),
    toApiRoute('getScreening', 'GET /api/v1/screenings/{id}', {
      handle: async (request) => ({ status: 200, body: await readDetail(request.params.id, request) }),
    }),
    toApiRoute('decideScreening', 'POST /api/v1/screenings/{id}/decision', {
      handle: async (request) => {
        const { params, body, actor } = request;
        const { decision, reason } = body;
        await decide(params.id, { decision, reason: reason.trim(), decidedBy: actor });
        return { status: 200, body: await readDetail(params.id, request) };
      },
    }),
    toApiRoute('withdrawVerification', 'POST /api/v1/screenings/{id}/withdraw-verification', {
      handle: async (request) => {
        const { params, body, actor } = request;
        await withdrawVerification(params.id, { reason: body.reason.trim(), actor });
        return { status: 200, body: await readDetail(params.id, request) };
      },
    }),
    toApiRoute('rescreen', 'POST /api/v1/screenings/{id}/rescreen', {
      handle: async ({ params, actor }) => {
        const { screeningId } = await rescreen(params.id, actor);
        return { status: 202, body: { id: screeningId }, headers: { Location: `/api/v1/screenings/${screeningId}` } };
      },
    }),
  ];
}

/** Asks for one item more than the page holds. */
function toListQuery({ params, query }: ApiRequest<'listScreenings'>): ScreeningListQuery {
  const { q, cursor, limit = 50, ...filters } = query;
  const [arrivalDate, screeningId] = readCursor(cursor, [dateShape, idShape]) ?? [];
  return {
    propertyId: params.propertyId,
    ...filters,
    limit: limit + 1,
    ...(q !== undefined && q.trim() !== '' && { terms: toSearchQuery(q) }),
    ...(arrivalDate !== undefined && screeningId !== undefined && { after: { arrivalDate, screeningId } }),
  };
}

async function list(rows: Rows, query: ScreeningListQuery): Promise<readonly ScreeningListItem[]> {
  await rows.properties.get(query.propertyId);
  // A search for nothing that can be searched for finds nobody, rather than everybody.
  return query.terms?.length === 0 ? [] : rows.screenings.list(query);
}

function toKey({ screening, subject }: ScreeningListItem): readonly string[] {
  return [subject.fields.arrivesOn, screening.id];
}

import { toSearchQuery } from '../../domain/search-terms.ts';
import type { Role } from '../../domain/access.ts';
import type { ScreeningListItem, ScreeningListQuery, Store } from '../../ports/store.ts';
import type { HttpParts } from '../http-parts.ts';
import { type ApiRoute, toApiRoute } from '../route.ts';
import { createScreeningLines } from './screening-lines.ts';

/** Spreadsheets that do not ask take a file without it for one in the country's old encoding. */
const byteOrderMark = '\uFEFF';
const pageSize = 200;

export function listExportRoutes({ store }: HttpParts): readonly ApiRoute[] {
  return [
    toApiRoute('exportScreenings', 'GET /api/v1/properties/{propertyId}/screenings.csv', {
      handle: async ({ params: { propertyId }, query, role }) => {
        const { q, bom = true, ...filters } = query;
        await store.read((rows) => rows.properties.get(propertyId));
        const terms = q !== undefined && q.trim() !== '' && { terms: toSearchQuery(q) };
        const chunks = exportPages(store, { propertyId, ...filters, ...terms, limit: pageSize }, { role, bom });
        return {
          status: 200,
          chunks,
          headers: {
            'Content-Type': 'text/csv; charset=utf-8; header=present',
            'Content-Disposition': 'attachment; filename="screenings.csv"',
          },
        };
      },
    }),
  ];
}

/** A page at a time, so that an export of years holds no more of the memory, nor longer of the store, than a page does. */
async function* exportPages(
  store: Store,
  query: ScreeningListQuery,
  { role, bom }: { readonly role: Role; readonly bom: boolean },
): AsyncGenerator<string, void, undefined> {
  const { header, toLine } = createScreeningLines(role);
  yield (bom ? byteOrderMark : '') + header;
  if (query.terms?.length === 0) return; // a search for nothing finds nothing
  let page: readonly ScreeningListItem[];
  let after: ScreeningListQuery['after'];
  do {
    const next: ScreeningListQuery = { ...query, ...(after !== undefined && { after }) };
    page = await store.read((rows) => rows.screenings.list(next));
    if (page.length > 0) yield page.map(toLine).join('');
    const last = page.at(-1);
    if (last !== undefined) after = { arrivalDate: last.subject.fields.arrivesOn, screeningId: last.screening.id };
  } while (page.length === query.limit);
}

import { toSearchQuery } from '../../domain/search-terms.ts';
import type { ScreeningListQuery } from '../../ports/store.ts';
import type { HttpParts } from '../http-parts.ts';
import { type ApiRoute, toApiRoute } from '../route.ts';
import { toCsvAnswer } from './csv-answer.ts';
import { listScreeningColumns } from './screening-columns.ts';

const pageSize = 200;

export function listExportRoutes({ store }: HttpParts): readonly ApiRoute[] {
  return [
    toApiRoute('exportScreenings', 'GET /api/v1/properties/{propertyId}/screenings.csv', {
      handle: async ({ params: { propertyId }, query, role }) => {
        const { q, bom, ...filters } = query;
        await store.read((rows) => rows.properties.get(propertyId));
        const terms = q === undefined || q.trim() === '' ? undefined : toSearchQuery(q);
        const asked = { propertyId, ...filters, ...(terms && { terms }), limit: pageSize };
        return toCsvAnswer({
          fileName: 'screenings.csv',
          columns: listScreeningColumns(role),
          bom,
          pageSize,
          readPage: async (last) => {
            if (terms?.length === 0) return []; // a search for nothing finds nothing
            const after = last && { arrivalDate: last.subject.fields.arrivesOn, screeningId: last.screening.id };
            const next: ScreeningListQuery = { ...asked, ...(after && { after }) };
            return store.read((rows) => rows.screenings.list(next));
          },
        });
      },
    }),
  ];
}

import { sql } from 'kysely';
import { ServiceError } from '../domain/errors.ts';
import type { ScreeningListItem, ScreeningListQuery, ScreeningRepository, WriteBackState } from '../ports/store.ts';
import type { RowParts } from './row-parts.ts';
import { type ScreeningRow, screeningColumns, toScreening } from './screening-row.ts';
import type { Sealing } from './sealing.ts';
import { type SubjectRow, toSubject } from './subject-row.ts';

export function createScreeningList(parts: RowParts): Pick<ScreeningRepository, 'list' | 'getListItem'> {
  const { database, sealing } = parts;
  return {
    async list(query) {
      if (query.terms?.length === 0) return []; // a search for nothing finds nothing
      const rows = await toPage(parts, query).execute();
      return rows.map((row) => toItem(row, sealing));
    },
    async getListItem(screeningId) {
      const row = await selectItems(database).where('screening.id', '=', screeningId).executeTakeFirst();
      if (row === undefined) throw new ServiceError('screening_unknown', { screeningId });
      return toItem(row, sealing);
    },
  };
}

function selectItems(database: RowParts['database']) {
  return database
    .selectFrom('screening')
    .innerJoin('subject', 'subject.no', 'screening.subject_no')
    .leftJoin('write_back', (join) =>
      join
        .onRef('write_back.property_id', '=', 'subject.property_id')
        .onRef('write_back.guest_id', '=', 'subject.guest_id'),
    )
    .select(screeningColumns)
    .select(['subject.reservation_status as reservationStatus', 'subject.sealed_fields as sealedFields'])
    .select(['write_back.screening_id as toldOf', 'write_back.state as writeBackState', 'write_back.at as toldAt']);
}

/** In the order of an index over property (and status or outcome), arrival and id: no page costs more than another. */
function toPage({ database, digests }: RowParts, query: ScreeningListQuery) {
  const { propertyId, status, outcome, arrivalFrom, arrivalTo, terms = [], after } = query;
  let page = selectItems(database)
    .where('screening.is_current', '=', sql.lit(1))
    .where('screening.property_id', '=', propertyId)
    .orderBy('screening.arrives_on')
    .orderBy('screening.id')
    .limit(query.limit);
  if (status !== undefined) page = page.where('screening.status', '=', status);
  if (outcome !== undefined) page = page.where('screening.shown_outcome', '=', outcome);
  if (arrivalFrom !== undefined) page = page.where('screening.arrives_on', '>=', arrivalFrom);
  if (arrivalTo !== undefined) page = page.where('screening.arrives_on', '<=', arrivalTo);
  if (after !== undefined) {
    const last = sql`(${after.arrivalDate}, ${after.screeningId})`;
    page = page.where(sql`(screening.arrives_on, screening.id)`, '>', last);
  }
  for (const term of terms) {
    page = page.where('screening.subject_no', 'in', (row) =>
      row
        .selectFrom('subject_search')
        .select('subject_search.subject_no')
        .where('subject_search.property_id', '=', propertyId)
        .where('subject_search.digest', '=', digests.searchTerm(term)),
    );
  }
  return page;
}

type ItemRow = ScreeningRow &
  SubjectRow & {
    readonly toldOf: string | null;
    readonly writeBackState: WriteBackState | null;
    readonly toldAt: string | null;
  };

function toItem(row: ItemRow, sealing: Sealing): ScreeningListItem {
  return { screening: toScreening(row, sealing), subject: toSubject(row, sealing), writeBack: toWriteBackView(row) };
}

/** What the PMS was told of an earlier screening, or of another stay of the same guest, says nothing about this one. */
function toWriteBackView({ id, toldOf, writeBackState, toldAt }: ItemRow): ScreeningListItem['writeBack'] {
  if (toldOf !== id || writeBackState === null) return { state: 'pending' };
  return { state: writeBackState, ...(toldAt === null ? {} : { at: toldAt }) };
}

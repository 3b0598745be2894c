import { type Expression, expressionBuilder, sql, type SqlBool } from 'kysely';
import type { ScreeningListQuery } from '../../ports/store.ts';
import type { RowParts } from '../row-parts.ts';
import type { Tables } from '../tables.ts';

/**
 * The ids of one page, in its order. Without a search it follows an index over property (and status or outcome), arrival
 * and id, so no page costs more than another. With one it starts from what the longest term finds, which is most likely
 * the least; the cross join is what keeps SQLite from doing it the other way round.
 */
export function findPage(parts: RowParts, query: ScreeningListQuery) {
  const { terms = [], limit } = query;
  const screenings =
    terms.length === 0
      ? parts.database.selectFrom('screening').select('screening.id')
      : parts.database
          .selectFrom(findSubjects(parts, query.propertyId, terms).as('found'))
          .crossJoin('screening')
          .select('screening.id')
          .where(sql<SqlBool>`screening.subject_no = found.subject_no`);
  return screenings.where(toFilter(query)).orderBy('screening.arrives_on').orderBy('screening.id').limit(limit);
}

function toFilter(query: ScreeningListQuery): Expression<SqlBool> {
  const { status, outcome, arrivalFrom, arrivalTo, after } = query;
  const row = expressionBuilder<Tables, 'screening'>();
  const conditions: Expression<SqlBool>[] = [
    row('screening.is_current', '=', sql.lit(1)),
    row('screening.property_id', '=', query.propertyId),
  ];
  if (status !== undefined) conditions.push(row('screening.status', '=', status));
  if (outcome !== undefined) conditions.push(row('screening.shown_outcome', '=', outcome));
  if (arrivalFrom !== undefined) conditions.push(row('screening.arrives_on', '>=', arrivalFrom));
  if (arrivalTo !== undefined) conditions.push(row('screening.arrives_on', '<=', arrivalTo));
  if (after !== undefined) {
    const last = sql`(${after.arrivalDate}, ${after.screeningId})`;
    conditions.push(sql<SqlBool>`(screening.arrives_on, screening.id) > ${last}`);
  }
  return row.and(conditions);
}

function findSubjects({ database, digests }: RowParts, propertyId: string, terms: readonly string[]) {
  const [first = '', ...others] = [...terms].sort((one, other) => other.length - one.length);
  let found = database
    .selectFrom('subject_search as found')
    .select('found.subject_no')
    .where('found.property_id', '=', propertyId)
    .where('found.digest', '=', digests.searchTerm(first));
  for (const term of others) {
    found = found.where((row) =>
      row.exists(
        row
          .selectFrom('subject_search as other')
          .select('other.subject_no')
          .where('other.property_id', '=', propertyId)
          .where('other.digest', '=', digests.searchTerm(term))
          .whereRef('other.subject_no', '=', 'found.subject_no'),
      ),
    );
  }
  return found;
}

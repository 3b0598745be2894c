import { type Expression, sql, type SqlBool } from 'kysely';
import { toStateOfNeed } from '../../domain/guest-state.ts';
import type { ArrivalDays, ArrivalQuery, ArrivalRepository, ArrivalRow } from '../../ports/desk.ts';
import { selectJsonValues, toJsonRows } from '../engine.ts';
import { needOf } from './need-of.ts';
import { prepareRows } from '../prepared.ts';
import { findForReview } from './review-page.ts';
import type { RowParts } from '../row-parts.ts';

export function createArrivals(parts: RowParts): ArrivalRepository {
  const statements = createStatements(parts);
  return {
    async list(query) {
      const page = await listReservations(parts, query);
      if (page.length === 0) return [];
      const { propertyId, from, to } = query;
      const ids = toJsonRows(page.map(({ reservationId }) => [reservationId]));
      const guests = await statements.guests({ propertyId, ids, from, to });
      const byReservation = Map.groupBy(guests, ({ reservationId }) => reservationId);
      return page.map((row) => {
        const own = [...(byReservation.get(row.reservationId) ?? [])].sort((one, other) => one.need - other.need);
        return { ...row, screeningIds: own.map(({ id }) => id) };
      });
    },
    async countByState({ propertyId, from, to }) {
      const counts = (await statements.count({ propertyId, from, to })).map(
        ({ need, guests }) => [toStateOfNeed(need), guests] as const,
      );
      return new Map(counts);
    },
    listForReview: (query) => findForReview(parts, query).execute(),
  };
}

/** A range of days holds few reservations: they are ranked before the page is cut. */
async function listReservations(
  { database }: RowParts,
  { propertyId, from, to, limit, after }: ArrivalQuery,
): Promise<readonly Omit<ArrivalRow, 'screeningIds'>[]> {
  const ranked = database
    .selectFrom('screening')
    .innerJoin('subject', 'subject.no', 'screening.subject_no')
    .select((row) => [
      row.fn.min('screening.arrives_on').as('arrivesOn'),
      row.fn.min(needOf).as('need'),
      'subject.reservation_id as reservationId',
    ])
    .where('screening.is_current', '=', sql.lit(1))
    .where('screening.property_id', '=', propertyId)
    .where('screening.arrives_on', '>=', from)
    .where('screening.arrives_on', '<=', to)
    .where('screening.status', '!=', 'stopped')
    .groupBy('subject.reservation_id');
  const page = database.selectFrom(ranked.as('ranked')).selectAll();
  const isAfter: Expression<SqlBool> =
    after === undefined
      ? sql.lit(true)
      : sql<SqlBool>`("arrivesOn", need, "reservationId") > (${after.arrivesOn}, ${after.need}, ${after.reservationId})`;
  return page.where(isAfter).orderBy('arrivesOn').orderBy('need').orderBy('reservationId').limit(limit).execute();
}

function createStatements({ database, engine }: RowParts) {
  return {
    guests: prepareRows(database, (given: ArrivalDays & { ids: string }) =>
      database
        .selectFrom('subject')
        .innerJoin('screening', 'screening.subject_no', 'subject.no')
        .select(['screening.id', 'subject.reservation_id as reservationId', needOf.as('need')])
        .where('screening.is_current', '=', sql.lit(1))
        .where('screening.status', '!=', 'stopped')
        .where('screening.arrives_on', '>=', given.from)
        .where('screening.arrives_on', '<=', given.to)
        .where('subject.property_id', '=', given.propertyId)
        .where('subject.reservation_id', 'in', selectJsonValues(engine, given.ids, 'text'))
        .orderBy('screening.id'),
    ),
    count: prepareRows(database, (given: ArrivalDays) =>
      database
        .selectFrom('screening')
        .select((row) => [needOf.as('need'), row.fn.countAll<number>().as('guests')])
        .where('is_current', '=', sql.lit(1))
        .where('property_id', '=', given.propertyId)
        .where('arrives_on', '>=', given.from)
        .where('arrives_on', '<=', given.to)
        .where('status', '!=', 'stopped')
        .groupBy('need'),
    ),
  };
}

import { sql, type SqlBool } from 'kysely';
import type { ReviewQuery } from '../../ports/desk.ts';
import { awaitsDecision, toEarliestArrival } from './awaits-decision.ts';
import type { RowParts } from '../row-parts.ts';

/** Screenings that wait for a decision: an index holds the few that may, in the order of the page. */
export function findForReview({ database }: RowParts, { propertyId, today, assigneeId, limit, after }: ReviewQuery) {
  let query = database
    .selectFrom('screening')
    .innerJoin('subject', 'subject.no', 'screening.subject_no')
    .select('screening.id as screeningId')
    .where('screening.is_current', '=', sql.lit(1))
    .where('screening.property_id', '=', propertyId)
    .where('screening.arrives_on', '>=', toEarliestArrival(today))
    .where('subject.departs_on', '>=', today)
    .where('screening.status', '!=', 'stopped')
    .where(awaitsDecision)
    .where((row) =>
      row.or([
        row('screening.shown_outcome', '=', 'flagged'),
        row.and([row('screening.shown_outcome', '=', 'review'), row('screening.status', '!=', 'waiting_for_guest')]),
        row('screening.status', '=', 'failed'),
      ]),
    );
  if (after !== undefined) {
    query = query.where(
      sql<SqlBool>`(screening.arrives_on, screening.id) > (${after.arrivesOn}, ${after.screeningId})`,
    );
  }
  if (assigneeId !== undefined) {
    query = query
      .leftJoin('assignment', (join) =>
        join
          .onRef('assignment.property_id', '=', 'subject.property_id')
          .onRef('assignment.reservation_id', '=', 'subject.reservation_id')
          .onRef('assignment.guest_id', '=', 'subject.guest_id'),
      )
      .where((row) =>
        assigneeId === null
          ? row('assignment.assignee_id', 'is', null)
          : row('assignment.assignee_id', '=', assigneeId),
      );
  }
  return query.orderBy('screening.arrives_on').orderBy('screening.id').limit(limit);
}

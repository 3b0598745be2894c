import { sql, type SqlBool } from 'kysely';
import type { ReviewQuery } from '../ports/desk.ts';
import type { RowParts } from './row-parts.ts';

/** The longest stay that is looked back for: whoever arrived before has left. */
const longestStayDays = 366;

/**
 * Screenings that wait for a decision. Of the few that are flagged, for review or failed an index by outcome and by status
 * tells; the rest follows from these.
 */
export function findForReview({ database }: RowParts, { propertyId, today, assigneeId, limit, after }: ReviewQuery) {
  const since = new Date(Date.parse(today) - longestStayDays * 86_400_000).toISOString().slice(0, 10);
  let query = database
    .selectFrom('screening')
    .innerJoin('subject', 'subject.no', 'screening.subject_no')
    .select('screening.id as screeningId')
    .where('screening.is_current', '=', sql.lit(1))
    .where('screening.property_id', '=', propertyId)
    .where('screening.arrives_on', '>=', since)
    .where('subject.departs_on', '>=', today)
    .where('screening.status', '!=', 'stopped')
    .where('screening.decision', 'is', null)
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

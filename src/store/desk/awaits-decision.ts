import { sql } from 'kysely';

/**
 * Screenings for which a decision may be needed and has not come. Word for word the condition of an index: SQLite uses that
 * only where a query says the same.
 */
export const awaitsDecision = sql<boolean>`decision is null and (shown_outcome in ('flagged', 'review') or status = 'failed')`;

/** The longest stay that is looked back for: whoever arrived before has left. */
const longestStayDays = 366;

/** The first day on which somebody who has not left by `today` can have arrived. */
export function toEarliestArrival(today: string): string {
  return new Date(Date.parse(today) - longestStayDays * 86_400_000).toISOString().slice(0, 10);
}

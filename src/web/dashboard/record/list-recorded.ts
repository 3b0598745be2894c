import type { Schema } from '../../../client/client.ts';

/** Somebody who edits a booking is screened again; more than so many rounds tell nothing new, unless somebody decided. */
const mostUndecided = 20;

/** Which screenings of a stay its record has beside this one, oldest first: those that somebody decided, and the newest others. */
export function listRecorded(
  timeline: readonly Pick<Schema<'TimelineEntry'>, 'screeningId' | 'event'>[],
  screeningId: string,
): readonly string[] {
  const ids = [...new Set(timeline.map((entry) => entry.screeningId))].filter((id) => id !== screeningId);
  const decided = new Set(timeline.filter(({ event }) => event === 'decided').map((entry) => entry.screeningId));
  const newest = new Set(ids.filter((id) => !decided.has(id)).slice(-mostUndecided));
  return ids.filter((id) => decided.has(id) || newest.has(id));
}

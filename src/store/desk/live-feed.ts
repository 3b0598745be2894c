import type { LiveFeedRepository } from '../../ports/live-feed.ts';
import { prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';

export function createLiveFeed({ database }: RowParts): LiveFeedRepository {
  const latest = prepareRows(database, () =>
    database.selectFrom('timeline').select('no').orderBy('no', 'desc').limit(1),
  );
  const after = prepareRows(database, (given: { no: number; limit: number }) =>
    database
      .selectFrom('timeline')
      .innerJoin('subject', 'subject.no', 'timeline.subject_no')
      .select(['timeline.no', 'timeline.screening_id as screeningId', 'timeline.event', 'timeline.at'])
      .select(['subject.property_id as propertyId', 'subject.reservation_id as reservationId'])
      .select('subject.guest_id as guestId')
      .where('timeline.no', '>', given.no)
      .orderBy('timeline.no')
      .limit(given.limit),
  );
  return {
    findLatest: async () => (await latest({}))[0]?.no ?? 0,
    listAfter: (no, limit) => after({ no, limit }),
  };
}

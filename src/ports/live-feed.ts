import type { Instant } from '../domain/subject.ts';
import type { TimelineEvent } from '../domain/timeline-event.ts';

/** One entry of a timeline, reduced to ids: what happened to which screening. */
export interface LiveEntry {
  /** Grows with each entry, over all properties. */
  readonly no: number;
  readonly propertyId: string;
  readonly reservationId: string;
  readonly guestId: string;
  readonly screeningId: string;
  readonly event: TimelineEvent;
  readonly at: Instant;
}

/** All timelines as one stream, for those who watch. */
export interface LiveFeedRepository {
  /** The newest entry's number; 0 where there is none. */
  findLatest(): Promise<number>;
  /** Oldest first. */
  listAfter(no: number, limit: number): Promise<readonly LiveEntry[]>;
}

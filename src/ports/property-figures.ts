import type { CountedState } from '../domain/tonight.ts';
import type { Instant, LocalDate } from '../domain/subject.ts';

/** What a list of properties tells of each at a glance. For reading only. */
export interface PropertyFigureRepository {
  /** The newest states of those who arrive on a day. */
  countArrivals(propertyId: string, arrivesOn: LocalDate): Promise<readonly CountedState[]>;
  /** When each property was last heard of, among the newest 5,000 events of all; the others are not there. */
  listLastEvents(): Promise<ReadonlyMap<string, Instant>>;
}

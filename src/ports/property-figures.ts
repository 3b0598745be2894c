import type { CountedState } from '../domain/tonight.ts';
import type { LocalDate } from '../domain/subject.ts';

/** What a list of properties tells of each at a glance. For reading only. */
export interface PropertyFigureRepository {
  /** The newest states of those who arrive on a day, by property; where nobody arrives is not there. */
  countArrivals(
    propertyIds: readonly string[],
    arrivesOn: LocalDate,
  ): Promise<ReadonlyMap<string, readonly CountedState[]>>;
}

import type { StatisticDimension, StayFacts } from '../domain/statistics/stay-facts.ts';
import type { Instant, LocalDate, Subject } from '../domain/subject.ts';

export interface StatisticsQuery {
  readonly propertyIds: readonly string[];
  readonly dimension: StatisticDimension;
  /** Days, or months, as the dimension is kept; both inclusive. */
  readonly from: string;
  readonly to: string;
}

export interface StatisticCount {
  readonly propertyId: string;
  readonly period: string;
  readonly value: string;
  readonly outcome: string;
  readonly stays: number;
}

/** What stays came to, in numbers. Within a transaction, or outside of one. */
export interface StatisticsRepository {
  /**
   * Counts a stay once, as `toFacts` says; a stay that is counted moves, also from a guest id that the PMS merged into this one.
   * Nothing where its guest is forgotten.
   */
  count(
    key: Pick<Subject, 'propertyId' | 'reservationId' | 'guestId'>,
    toFacts: (before: StayFacts | undefined) => StayFacts | undefined,
  ): Promise<void>;
  /** Takes back that a stay is counted where it is counted for that guest id too: the PMS says that both are one guest. */
  dropTwin(key: Pick<Subject, 'propertyId' | 'reservationId' | 'guestId'>, otherGuestId: string): Promise<void>;
  /** By the columns that are asked for; the others are empty. */
  sum(query: StatisticsQuery, by: readonly StatisticColumn[]): Promise<readonly StatisticCount[]>;
  /** Since when each stay in house or to come waits for a person, oldest first. */
  listOpenReviews(propertyId: string, departsFrom: LocalDate): Promise<readonly Instant[]>;
  /** Of guests' forms that were opened in this time: how many, and how many of them were sent off. */
  countForms(
    query: Pick<StatisticsQuery, 'propertyIds' | 'from' | 'to'>,
  ): Promise<{ opened: number; completed: number }>;
  /** Current screenings that are concluded and not counted yet, of the next `limit` subjects. */
  listUncounted(query: {
    readonly propertyId: string;
    readonly afterNo: number;
    readonly limit: number;
  }): Promise<UncountedPage>;
  /** The stays of a guest stay counted; as what, is not known any more. */
  forgetGuest(propertyId: string, guestId: string): Promise<void>;
}

export interface UncountedPage {
  readonly screeningIds: readonly string[];
  /** Where the next page begins; absent after the last. */
  readonly nextNo?: number;
}

export type StatisticColumn = 'propertyId' | 'period' | 'value' | 'outcome';

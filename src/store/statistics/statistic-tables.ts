import type { Sealed } from '../column-kinds.ts';

export interface StatisticTables {
  readonly statistic: StatisticTable;
  readonly counted_stay: CountedStayTable;
}

/** Counts only: nothing here is about one person. */
export interface StatisticTable {
  readonly property_id: string;
  readonly dimension: string;
  /** A day or a month. */
  readonly period: string;
  readonly value: string;
  readonly outcome: string;
  readonly stays: number;
}

/** As what a stay is counted, so that it can be moved; gone when its guest is forgotten. */
export interface CountedStayTable {
  readonly subject_no: number;
  readonly sealed_facts: Sealed | null;
}

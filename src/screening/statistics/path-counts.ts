import type { ShownOutcome } from '../../domain/screening.ts';
import type { StatisticDimension } from '../../domain/statistics/stay-facts.ts';
import type { LocalDate } from '../../domain/subject.ts';
import type { StatisticColumn, StatisticCount } from '../../ports/statistics.ts';
import type { Rows } from '../../ports/store.ts';

export type OutcomeCounts = Readonly<Record<ShownOutcome, number>>;

export const noOutcomes: OutcomeCounts = { clear: 0, review: 0, flagged: 0, approved: 0, declined: 0 };

/** Of paths such as `flagged>approved`: where they end. */
export function toOutcomeCounts(paths: readonly StatisticCount[]): OutcomeCounts {
  const counts: Record<string, number> = { ...noOutcomes };
  for (const { outcome, stays } of paths) {
    const shown = outcome.split('>')[1] ?? '';
    counts[shown] = (counts[shown] ?? 0) + stays;
  }
  return counts as OutcomeCounts;
}

export type Counts = (
  dimension: StatisticDimension,
  by: readonly StatisticColumn[],
) => Promise<readonly StatisticCount[]>;

/** What is kept by month is counted over whole months. */
const monthly: readonly StatisticDimension[] = ['reason', 'provider', 'country', 'name_script', 'form_language'];

export function readCounts(
  rows: Rows,
  {
    propertyIds,
    from,
    to,
  }: { readonly propertyIds: readonly string[]; readonly from: LocalDate; readonly to: LocalDate },
): Counts {
  return (dimension, by) => {
    const toPeriod = (day: LocalDate) => (monthly.includes(dimension) ? day.slice(0, 7) : day);
    return rows.statistics.sum({ propertyIds, dimension, from: toPeriod(from), to: toPeriod(to) }, by);
  };
}

import type { ReadDisparity } from '../../screening/statistics/read-disparity.ts';
import type { ReadHealth } from '../../screening/statistics/read-health.ts';
import type { ReadStatistics } from '../../screening/statistics/read-statistics.ts';

/** What the API knows of figures. */
export interface StatisticsHttpParts {
  readonly read: ReadStatistics;
  readonly readDisparity: ReadDisparity;
  readonly readHealth: ReadHealth;
}

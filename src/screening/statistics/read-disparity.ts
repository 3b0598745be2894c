import { type DisparityTable, toDisparityTable } from '../../domain/statistics/disparity.ts';
import type { StatisticDimension } from '../../domain/statistics/stay-facts.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import { createBriefMemory } from './brief-memory.ts';
import { readCounts } from './path-counts.ts';
import type { TimeQuery } from './read-statistics.ts';

export const disparityDimensions = [
  'country',
  'name_script',
  'form_language',
] as const satisfies readonly StatisticDimension[];

export interface DisparityReport extends TimeQuery {
  readonly stays: number;
  readonly dimensions: readonly (DisparityTable & { readonly dimension: (typeof disparityDimensions)[number] })[];
}

export type ReadDisparity = (query: TimeQuery) => Promise<DisparityReport>;

const keptMs = 60_000;

/** Whether guests of some groups meet other outcomes. Counts in, counts out: no single stay is read. */
export function createReadDisparity({ store, clock }: { store: Store; clock: Clock }): ReadDisparity {
  const remember = createBriefMemory<DisparityReport>(clock, keptMs);
  return (query) =>
    remember(JSON.stringify(query), () =>
      store.read(async (rows) => {
        const counts = readCounts(rows, query);
        const dimensions = [];
        for (const dimension of disparityDimensions) {
          const found = await counts(dimension, ['value', 'outcome']);
          const paths = found.map(({ value, outcome, stays }) => ({ value, path: outcome, stays }));
          dimensions.push({ dimension, ...toDisparityTable(paths) });
        }
        return { ...query, stays: dimensions[0]?.overall.stays ?? 0, dimensions };
      }),
    );
}

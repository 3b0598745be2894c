import { parse } from 'csv-parse/sync';
import { comparePair } from '../../providers/watchlist/matching/compare-pair.ts';
import { readDataFile } from './data-files.ts';

export interface PairsFigures {
  readonly curatedPersons: number;
  readonly all: number;
}

/** Best F1 over all thresholds on the labelled pairs: persons that people labelled, and everything. */
export function measurePairs(): PairsFigures {
  const rows: unknown = parse(readDataFile('names/pairs.csv'), { columns: true, bom: true, relax_quotes: true });
  const scored = (rows as readonly Readonly<Record<string, string>>[]).map((row) => ({
    isMatch: row.is_match === 'true',
    isCurated: row.schema === 'Person' && row.category !== 'LLM-proposed deviation',
    score: comparePair(row.name1 ?? '', row.name2 ?? ''),
  }));
  return { curatedPersons: bestF1(scored.filter(({ isCurated }) => isCurated)), all: bestF1(scored) };
}

function bestF1(scored: readonly { readonly isMatch: boolean; readonly score: number }[]): number {
  const sorted = scored.toSorted((left, right) => right.score - left.score);
  const positives = scored.filter(({ isMatch }) => isMatch).length;
  let best = 0;
  let found = 0;
  for (const [position, { isMatch, score }] of sorted.entries()) {
    found += Number(isMatch);
    if (sorted[position + 1]?.score !== score) best = Math.max(best, (2 * found) / (position + 1 + positives));
  }
  return best;
}

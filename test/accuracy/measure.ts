import { buildIndex } from '../../providers/watchlist/matching/index/build-index.ts';
import { Matcher } from '../../providers/watchlist/matching/search/matcher.ts';
import type { MatchQuery } from '../../providers/watchlist/matching/search/query.ts';
import type { Units } from '../../providers/watchlist/matching/score/units.ts';
import type { Half, JudgedSet, TrueQuery } from './judged-set.ts';

/** Best score of each not-listed guest, and of the right entry for each listed one. */
export interface Scores {
  readonly notListed: readonly Units[];
  readonly listed: readonly { readonly query: TrueQuery; readonly units: Units }[];
}

const TOP = 20;

export function scoreSet(
  set: JudgedSet,
  useBirthDates: boolean,
  matcher = new Matcher(buildIndex(set.persons)),
): Scores {
  const search = (query: MatchQuery) =>
    matcher.search(useBirthDates ? query : { name: query.name }, { top: TOP }).matches;
  return {
    notListed: set.notListed.map((query) => search(query)[0]?.units ?? 0),
    listed: set.listed.map((query) => {
      const right = search(query.query).filter(({ entryId }) => query.expected.has(entryId));
      return { query, units: Math.max(0, ...right.map(({ units }) => units)) };
    }),
  };
}

/** The least score that at most this share of the not-listed guests reaches. */
export function thresholdAt(scores: Scores, alertShare: number): Units {
  const sorted = [...scores.notListed].sort((left, right) => right - left);
  return (sorted[Math.floor(sorted.length * alertShare)] ?? 0) + 1;
}

export interface Recall {
  readonly found: number;
  readonly of: number;
}

export function recallAt(scores: Scores, threshold: Units, keep: (query: TrueQuery) => boolean = () => true): Recall {
  const kept = scores.listed.filter(({ query }) => keep(query));
  return { found: kept.filter(({ units }) => units >= threshold).length, of: kept.length };
}

export function inHalf(half: Half): (query: TrueQuery) => boolean {
  return (query) => query.half === half;
}

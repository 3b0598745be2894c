import type { MatchQuery } from '../../providers/watchlist/matching/search/query.ts';

const ROUNDS = 5;
/** No further round is begun after so long. */
const LONGEST_MS = 30_000;

/** Asks every name once a round, after a round to warm up; slow ones get fewer rounds. One value a round. */
export function measureSpeed(
  search: (name: string) => unknown,
  queries: readonly MatchQuery[],
): { readonly perSecond: number[]; readonly p99Ms: number[] } {
  const perSecond: number[] = [];
  const p99Ms: number[] = [];
  const began = performance.now();
  for (let round = 0; round <= ROUNDS; round += 1) {
    const took = queries.map(({ name }) => {
      const started = performance.now();
      search(name);
      return performance.now() - started;
    });
    if (round === 0) continue;
    perSecond.push((1000 * took.length) / took.reduce((sum, ms) => sum + ms, 0));
    p99Ms.push(took.sort((left, right) => left - right)[Math.floor(took.length * 0.99)] ?? 0);
    if (performance.now() - began > LONGEST_MS) break;
  }
  return { perSecond, p99Ms };
}

import type { MatchQuery } from '../../providers/watchlist/matching/search/query.ts';
import type { JudgedSet, TrueQuery } from '../../test/accuracy/judged-set.ts';
import type { Found } from './contestants.ts';

const ALERT_SHARES = [0.001, 0.01] as const;
const MOST_LISTED = 1_500;

interface Asked {
  readonly sets: readonly JudgedSet[];
  readonly share: number;
  readonly name: string;
}

/**
 * Recall of the sets, held-out half, name only, at the scores that 0.1 % and 1 % of the not-listed guests reach. Slow contestants
 * are asked so few that such a share is less than one guest: then nothing is said.
 */
export function measureRecall(search: (name: string) => readonly Found[], { sets, share, name }: Asked) {
  const scores = sample(sets[0]?.notListed ?? [], share).map((query: MatchQuery) => search(query.name)[0]?.score ?? 0);
  scores.sort((left, right) => right - left);
  return sets.flatMap((set) => {
    const heldOut = set.listed.filter(({ half }) => half === 'held_out');
    const listed = sample(heldOut, Math.min(1, MOST_LISTED / heldOut.length, share * 10));
    const right = listed.map((query) => scoreOfRight(search, query));
    return ALERT_SHARES.filter((alerts) => scores.length * alerts >= 1).map((alerts) => {
      const threshold = scores[Math.floor(scores.length * alerts)] ?? 0;
      const recall = right.filter((score) => score > threshold).length / Math.max(1, right.length);
      return { name: `${name}: ${set.id}, recall at ${alerts * 100} % alerts`, unit: '', values: [recall] };
    });
  });
}

function scoreOfRight(search: (name: string) => readonly Found[], { query, expected }: TrueQuery): number {
  return Math.max(
    0,
    ...search(query.name)
      .filter(({ entryId }) => expected.has(entryId))
      .map(({ score }) => score),
  );
}

function sample<Item>(items: readonly Item[], share: number): Item[] {
  const every = Math.max(1, Math.round(1 / share));
  return items.filter((_, position) => position % every === 0);
}

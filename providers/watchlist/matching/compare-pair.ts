import { buildIndex } from './index/build-index.ts';
import { Matcher } from './search/matcher.ts';
import { PAIR_WEIGHING } from './score/settings.ts';
import { MOST_FOR_NAME, type Units } from './score/units.ts';

/** How alike two names are, 0 … 1: the name score of each against a list that holds only the other, on average. */
export function comparePair(left: string, right: string): number {
  return (scoreAgainst(left, right) + scoreAgainst(right, left)) / (2 * MOST_FOR_NAME);
}

function scoreAgainst(guest: string, listed: string): Units {
  const person = {
    entryId: 'other',
    names: [{ full: listed, quality: 'primary' as const }],
    birthDates: [],
    birthPlaces: [],
    countries: [],
    documents: [],
    programmes: [],
    links: [],
  };
  return new Matcher(buildIndex([person]), PAIR_WEIGHING).scoreOf({ name: guest }, 0);
}

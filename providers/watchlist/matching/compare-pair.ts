import { buildIndex } from './index/build-index.ts';
import { Matcher } from './search/matcher.ts';
import { MOST_FOR_NAME } from './score/units.ts';

/** How alike two names are, 0 … 1: the name score of one against a list that holds only the other. */
export function comparePair(left: string, right: string): number {
  const person = {
    entryId: 'other',
    names: [{ full: right, quality: 'primary' as const }],
    birthDates: [],
    birthPlaces: [],
    countries: [],
    documents: [],
    programmes: [],
    links: [],
  };
  const { matches } = new Matcher(buildIndex([person])).search({ name: left }, { top: 1 });
  return (matches[0]?.units ?? 0) / MOST_FOR_NAME;
}

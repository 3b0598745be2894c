import { Searcher } from 'fast-fuzzy';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { comparableName, tokenSortSimilarity } from './rescoring.ts';
import { buildIndex } from '../../providers/watchlist/matching/index/build-index.ts';
import { Matcher } from '../../providers/watchlist/matching/search/matcher.ts';
import type { ListedPerson } from '../../providers/watchlist/listed-person.ts';

export interface Found {
  readonly entryId: string;
  /** Higher is better; only comparable within one contestant. */
  readonly score: number;
}

/** A matcher under test: built from a list, asked one name at a time. */
export interface Contestant {
  readonly name: string;
  /** Share of the queries that it is asked, so that slow ones end within a minute or so. */
  readonly share: number;
  readonly build: (persons: readonly ListedPerson[]) => (name: string) => readonly Found[];
}

const TOP = 20;

interface ListedNameRow {
  readonly id: number;
  readonly entryId: string;
  readonly name: string;
}

function toRows(persons: readonly ListedPerson[]): ListedNameRow[] {
  let id = 0;
  return persons.flatMap(({ entryId, names }) =>
    names.map(({ full }) => ({ id: id++, entryId, name: comparableName(full) })),
  );
}

export const contestants: readonly Contestant[] = [
  {
    name: 'ours',
    share: 1,
    build: (persons) => {
      const matcher = new Matcher(buildIndex(persons));
      return (name) => matcher.search({ name }, { top: TOP }).matches;
    },
  },
  { name: 'minisearch with rescoring', share: 0.03, build: buildMiniSearch },
  { name: 'fast-fuzzy', share: 0.002, build: buildFastFuzzy },
  { name: 'fuse.js', share: 0.001, build: buildFuse },
];

function buildMiniSearch(persons: readonly ListedPerson[]) {
  const rows = toRows(persons);
  const index = new MiniSearch<ListedNameRow>({ fields: ['name'] });
  index.addAll(rows);
  return (name: string): Found[] => {
    const query = comparableName(name);
    const hits = index.search(query, { fuzzy: 0.25, prefix: true }).slice(0, 100);
    return hits
      .flatMap(({ id }) => {
        const row = rows[id as number];
        return row === undefined ? [] : [{ entryId: row.entryId, score: tokenSortSimilarity(query, row.name) }];
      })
      .sort((left, right) => right.score - left.score)
      .slice(0, TOP);
  };
}

function buildFastFuzzy(persons: readonly ListedPerson[]) {
  const searcher = new Searcher(toRows(persons), {
    keySelector: ({ name }) => name,
    threshold: 0.5,
    returnMatchData: true,
  });
  return (name: string): Found[] =>
    searcher
      .search(comparableName(name))
      .slice(0, TOP)
      .map(({ item, score }) => ({ entryId: item.entryId, score }));
}

function buildFuse(persons: readonly ListedPerson[]) {
  const fuse = new Fuse(toRows(persons), { keys: ['name'], includeScore: true, threshold: 0.5, ignoreLocation: true });
  return (name: string): Found[] => {
    const query = comparableName(name);
    if (query === '') return [];
    return fuse
      .search(query, { limit: TOP })
      .map(({ item, score = 1 }) => ({ entryId: item.entryId, score: 1 - score }));
  };
}

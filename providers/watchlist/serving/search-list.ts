import type { WatchlistQuery } from '../../../src/domain/watchlist-query.ts';
import type { WatchlistMatch } from '../../../src/ports/watchlists.ts';
import type { Match } from '../matching/search/matcher.ts';
import { toMatchPart } from './match-words.ts';
import type { ServedList } from './served-list.ts';

/** `undefined` where the name cannot be compared with anything. */
export function searchList(
  list: ServedList,
  query: WatchlistQuery,
  { top, title }: { readonly top: number; readonly title: string },
): readonly WatchlistMatch[] | undefined {
  const { status, matches } = list.matcher.search(query, { top });
  if (status === 'no_name') return undefined;
  return matches.flatMap((match) => toWatchlistMatch(list, query, { match, title }) ?? []);
}

function toWatchlistMatch(
  { matcher, entries, metadata }: ServedList,
  query: WatchlistQuery,
  { match, title }: { readonly match: Match; readonly title: string },
): WatchlistMatch | undefined {
  const explained = matcher.explain(query, match.person);
  if (explained === undefined) return undefined;
  const { hash, ...entry } = entries.get(match.person);
  return {
    ...entry,
    listId: metadata.listId,
    listTitle: title,
    entryHash: hash,
    listedName: explained.listedName,
    units: explained.units,
    thresholdUnits: explained.threshold,
    ...(explained.band !== 'none' && { strength: explained.band }),
    parts: explained.contributions.map(toMatchPart),
  };
}

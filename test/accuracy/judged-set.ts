import type { ListedPerson } from '../../providers/watchlist/listed-person.ts';
import type { MatchQuery } from '../../providers/watchlist/matching/search/query.ts';

/** Settings are chosen on one half and judged on the other; a hash of the expected entry decides. */
export type Half = 'development' | 'held_out';

/** A guest who is listed, and the entries that would be right. */
export interface TrueQuery {
  readonly query: MatchQuery;
  readonly expected: ReadonlySet<string>;
  readonly half: Half;
  /** What the recall is broken down by: script, kind of difference, list. */
  readonly kinds: readonly string[];
}

/** Guests who are listed and guests who are not, against one list. */
export interface JudgedSet {
  readonly id: string;
  readonly persons: readonly ListedPerson[];
  readonly listed: readonly TrueQuery[];
  readonly notListed: readonly MatchQuery[];
}

export function halfOf(key: string): Half {
  let hash = 7;
  for (const character of key) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return (hash >>> 3) % 2 === 0 ? 'development' : 'held_out';
}

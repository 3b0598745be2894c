import { setImmediate } from 'node:timers/promises';
import type { MatchIndex } from '../index/match-index.ts';
import { Matcher } from './matcher.ts';
import { warmUpName } from './warm-up-names.ts';

/** By then the engine has translated what searches run most; the rest comes while guests are compared. */
export const LONGEST_WARM_UP_MS = 1000;
/** No search that waits is held up longer, but for one search. */
const SLICE_MS = 4;
const MOST_SEARCHES = 4000;
/** A short list is soon known by heart: more searches of it take time and show the engine nothing new. */
const SEARCHES_OF_ANY_LIST = 200;
const SEARCHES_A_NAME = 8;
const EXPLAINED_OF = 16;
const TOP = 5;
/** Compared with every second name, so that evidence is weighed too. */
const BIRTH_DATE = '1970-05-14';

/**
 * Searches an index for made-up guests, for at most `LONGEST_WARM_UP_MS`: the engine translates code when it has run for a
 * while, which would make the first thousand guests wait several times as long as those after them. It changes no result:
 * a matcher of its own does the searching, and nothing that it remembers is kept.
 */
export function warmUp(index: MatchIndex): void {
  const until = performance.now() + LONGEST_WARM_UP_MS;
  for (const now of warmUpSearches(index)) if (now >= until) return;
}

/** The same in slices of milliseconds, between which the process does what else is to be done; for at most so long. */
export async function warmUpInSlices(index: MatchIndex, longestMs = LONGEST_WARM_UP_MS): Promise<void> {
  let sliceEnd = performance.now() + SLICE_MS;
  const until = performance.now() + longestMs;
  for (const now of warmUpSearches(index)) {
    if (now >= until) return;
    if (now < sliceEnd) continue;
    await setImmediate();
    sliceEnd = performance.now() + SLICE_MS;
  }
}

/** Yields the time after each search. */
function* warmUpSearches(index: MatchIndex): Generator<number> {
  const { count } = index.names;
  if (count === 0) return;
  const matcher = new Matcher(index);
  const searches = Math.min(MOST_SEARCHES, SEARCHES_OF_ANY_LIST + count * SEARCHES_A_NAME);
  for (let position = 0; position < searches; position += 1) {
    const name = warmUpName(index, position);
    const query = position % 2 === 0 ? { name } : { name, birthDate: BIRTH_DATE };
    const { matches } = matcher.search(query, { top: TOP });
    if (position % EXPLAINED_OF === 0 && matches[0] !== undefined) matcher.explain(query, matches[0].person);
    yield performance.now();
  }
}

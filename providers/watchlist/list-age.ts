import type { Reason } from '../../src/domain/finding.ts';
import type { Instant } from '../../src/domain/subject.ts';
import type { WatchlistStatus } from '../../src/ports/watchlists.ts';

const dayMs = 86_400_000;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** As of when the lists speak, by the oldest of them, e.g. `lists of 20 Aug`; with its age where that is more than it should be. */
export function toListsNote(lists: readonly WatchlistStatus[]): string | undefined {
  const [oldest] = lists
    .flatMap(({ checkedAt }) => checkedAt ?? [])
    .sort()
    .map(toDay);
  if (oldest === undefined) return undefined;
  const stale = lists.filter(({ state }) => state === 'stale').map(({ ageMs = 0 }) => ageMs);
  return `lists of ${oldest}${stale.length === 0 ? '' : `, ${toDays(Math.max(...stale))} old`}`;
}

export function toStaleReasons(lists: readonly WatchlistStatus[]): readonly Reason[] {
  return lists
    .filter(({ state }) => state === 'stale')
    .map(({ title, listId, ageMs = 0 }) => ({
      code: 'watchlist.stale',
      text: `${title} (${listId}) was last confirmed by its publisher ${toDays(ageMs)} ago; it serves all the same`,
    }));
}

export function toMissingReasons(lists: readonly Pick<WatchlistStatus, 'listId' | 'title'>[]): readonly Reason[] {
  return lists.map(({ title, listId }) => ({
    code: 'watchlist.list_missing',
    text: `${title} (${listId}) is not here yet, so nobody was compared with it`,
  }));
}

function toDay(at: Instant): string {
  return `${Number(at.slice(8, 10))} ${months[Number(at.slice(5, 7)) - 1] ?? ''}`;
}

function toDays(ms: number): string {
  const days = Math.floor(ms / dayMs);
  return days === 1 ? '1 day' : `${days} days`;
}

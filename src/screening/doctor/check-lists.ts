import { firstEditionMs } from '../../domain/alerts/list-causes.ts';
import type { CheckResult } from '../../ports/doctor.ts';
import type { WatchlistStatus } from '../../ports/watchlists.ts';

/** Whether the lists that guests are compared with are there, and confirmed by their publishers. */
export function checkLists(lists: readonly WatchlistStatus[]): readonly CheckResult[] {
  if (lists.length === 0) {
    return [{ check: 'lists', propertyId: null, state: 'ok', says: 'no property is compared with a watchlist' }];
  }
  return lists.map(toResult);
}

function toResult({ listId, state, canRefresh, persons = 0, ageMs = 0 }: WatchlistStatus): CheckResult {
  const about = { check: 'lists', propertyId: null } as const;
  const hours = Math.floor(ageMs / 3_600_000);
  if (state === 'fresh' || (state === 'stale' && !canRefresh)) {
    return { ...about, state: 'ok', says: `${listId}: ${persons} persons, confirmed ${hours} hours ago` };
  }
  if (state === 'stale') {
    const advice =
      'Look for watchlist.not_refreshed in the log; most often a firewall or proxy blocks the download. Then press “Look for a new edition” on the lists page.';
    return { ...about, state: 'warning', says: `${listId}: not confirmed by its publisher for ${hours} hours`, advice };
  }
  const advice = canRefresh
    ? `It is downloaded within ${firstEditionMs / 60_000} minutes of the start; if not, look for watchlist.not_refreshed in the log.`
    : 'Upload it, or remove it from the settings of the watchlist provider.';
  return { ...about, state: 'problem', says: `${listId}: was never loaded: nobody is compared with it`, advice };
}

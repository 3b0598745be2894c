import type { WatchlistProviderParts } from '../../providers/watchlist/check.ts';
import { toSelectedLists } from '../../providers/watchlist/selected-lists.ts';
import { openWatchlists, type WatchlistParts } from '../../providers/watchlist/serving/watchlists.ts';
import type { Settings } from '../config/environment.ts';
import { toLocalDate } from '../domain/calendar.ts';
import { watchlistProviderId } from '../domain/entry-mark.ts';
import type { WatchlistHttpParts } from '../http/http-parts.ts';
import type { Clock } from '../ports/clock.ts';
import type { JobHandlers } from '../ports/jobs.ts';
import type { Logger } from '../ports/logger.ts';
import type { Store } from '../ports/store.ts';
import type { Watchlists } from '../ports/watchlists.ts';
import { createDismissals } from '../screening/watchlists/dismiss-match.ts';
import { createEndDismissals } from '../screening/watchlists/end-dismissals.ts';
import { createRecheckWatchlist } from '../screening/watchlists/recheck-watchlist.ts';
import { createRefreshWatchlists } from '../screening/watchlists/refresh-watchlists.ts';
import { createWatchlistRequests } from '../screening/watchlists/watchlist-requests.ts';

export interface WatchlistCompositionParts {
  readonly settings: Settings;
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Default: the publishers on the internet. */
  readonly publishers?: Pick<WatchlistParts, 'httpGet' | 'sources'>;
}

export interface ComposedWatchlists {
  readonly handlers: Pick<JobHandlers, 'refresh-watchlists' | 'recheck-watchlist' | 'end-dismissals'>;
  readonly http: WatchlistHttpParts;
  readonly forProvider: WatchlistProviderParts;
  /** Lists that a property's guests are compared with. */
  readonly listsFor: (propertyId: string) => readonly string[];
}

/** Everything that serves watchlists, keeps them current and remembers what people said of their matches. */
export async function composeWatchlists(parts: WatchlistCompositionParts): Promise<ComposedWatchlists> {
  const { settings, store, clock, logger, publishers } = parts;
  const { folder, refreshMs } = settings.watchlists;
  const watchlists = await openWatchlists({ folder, now: () => new Date(clock.now()), logger, ...publishers });
  const listsFor = (propertyId: string) => toListsOf(settings, watchlists, propertyId);
  const working = { store, clock, logger, watchlists, listsFor };
  return {
    handlers: {
      'refresh-watchlists': createRefreshWatchlists({ ...working, refreshMs }),
      'recheck-watchlist': createRecheckWatchlist(working),
      'end-dismissals': createEndDismissals(working),
    },
    listsFor,
    http: { lists: watchlists, listsFor, ...createWatchlistRequests(working), ...createDismissals(working) },
    forProvider: {
      watchlists,
      listDismissals: (propertyId, person, now) =>
        store.read(async (rows) => {
          const { timeZone } = await rows.properties.get(propertyId);
          const said = await rows.dismissals.list({ propertyId, person }, toLocalDate(now, timeZone));
          return said.map((dismissal) => ({ ...dismissal, timeZone }));
        }),
    },
  };
}

function toListsOf({ properties }: Settings, watchlists: Watchlists, propertyId: string): readonly string[] {
  const provider = properties.configFor(propertyId).providers[watchlistProviderId];
  if (provider?.enabled !== true) return [];
  return toSelectedLists(provider.settings, watchlists.toOwnListId(propertyId)).compared;
}

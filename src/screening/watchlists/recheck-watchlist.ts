import { mentionsEntry, watchlistProviderId } from '../../domain/entry-mark.ts';
import { toWatchlistQuery } from '../../domain/watchlist-query.ts';
import type { Clock } from '../../ports/clock.ts';
import type { JobHandler } from '../../ports/jobs.ts';
import type { Logger } from '../../ports/logger.ts';
import type { ScreeningListItem, Store } from '../../ports/store.ts';
import type { ChangedEntries, Watchlists } from '../../ports/watchlists.ts';
import { listComing } from '../syncing/list-coming.ts';
import { screenAgain } from '../syncing/start-screening.ts';

export interface RecheckWatchlistParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly watchlists: Watchlists;
}

/** Comparing a guest takes up to a millisecond of computing: so many are done at once, then others have their turn. */
const pageSize = 25;
/** As many as a check looks at. */
const mostMatches = 10;

/**
 * After a list changed: screens again every guest in house or to come who now matches an added or changed entry, whose
 * finding speaks of a changed or removed one, or who could not be compared before.
 */
export function createRecheckWatchlist(parts: RecheckWatchlistParts): JobHandler<'recheck-watchlist'> {
  return async ({ propertyId, listId, changeId }, { lease, signal }) => {
    const { store, clock, logger, watchlists } = parts;
    const at = clock.now();
    const changed = await watchlists.readChange({ listId, changeId });
    const { timeZone } = await store.read((rows) => rows.properties.get(propertyId));
    const counts = { seen: 0, touched: 0 };
    for await (const page of listComing(store, { propertyId, timeZone, at, pageSize })) {
      signal.throwIfAborted();
      const touched = page.filter((item) => isTouched(watchlists, item, { listId, changed }));
      counts.seen += page.length;
      counts.touched += touched.length;
      await store.transactionUnder(lease, async (rows) => {
        for (const { subject } of touched) await screenAgain(rows, subject, { at, actor: 'watchlists' });
      });
    }
    logger.info('watchlist.rechecked', { propertyId, listId, ...counts });
  };
}

function isTouched(
  watchlists: Watchlists,
  { screening, subject }: ScreeningListItem,
  { listId, changed }: { readonly listId: string; readonly changed: ChangedEntries },
): boolean {
  const isMeant = (entryId: string) => changed === 'all' || changed.has(entryId);
  const { findings, status } = screening;
  // A new list: whoever waits for it need not wait for the next try.
  if (changed === 'all' && status === 'in_progress') return true;
  if (findings.some(({ provider, result }) => provider === watchlistProviderId && result === 'unavailable'))
    return true;
  if (mentionsEntry(findings, listId, isMeant)) return true;
  const { matches } = watchlists.search(toWatchlistQuery(subject.fields), { listIds: [listId], top: mostMatches });
  return matches.some(({ strength, entryId }) => strength !== undefined && isMeant(entryId));
}

import { housekeeping } from '../../domain/urgency.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Lease } from '../../ports/jobs.ts';
import type { Rows, Store } from '../../ports/store.ts';
import type { Watchlists } from '../../ports/watchlists.ts';

export interface AnnounceParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly watchlists: Watchlists;
  /** The lists that a property compares its guests with; none where it does not. */
  readonly listsFor: (propertyId: string) => readonly string[];
}

/**
 * Makes it due that guests are screened again whom the changes of a list can touch, at every property that uses it. What
 * ends in between is done again: a change counts as announced only once its jobs are on disk.
 */
export async function announceWatchlist(parts: AnnounceParts, listId: string, lease?: Lease): Promise<void> {
  const { store, clock, watchlists, listsFor } = parts;
  const change = await watchlists.findUnannounced(listId);
  if (change === undefined) return;
  const { changeId } = change;
  const enqueue = async (rows: Rows): Promise<void> => {
    const using = (await rows.properties.list()).filter(({ id }) => listsFor(id).includes(listId));
    await rows.jobs.enqueueAll(
      using.map(({ id: propertyId }) => ({
        kind: 'recheck-watchlist',
        payload: { propertyId, listId, changeId },
        urgency: housekeeping,
        runAt: clock.now(),
      })),
    );
  };
  await (lease === undefined ? store.transaction(enqueue) : store.transactionUnder(lease, enqueue));
  await watchlists.noteAnnounced(change);
}

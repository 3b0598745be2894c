import { ServiceError } from '../../domain/errors.ts';
import { personWaits } from '../../domain/urgency.ts';
import type { Logger } from '../../ports/logger.ts';
import type { OwnListUpload, WatchlistStatus } from '../../ports/watchlists.ts';
import { announceWatchlist, type AnnounceParts } from './announce-watchlist.ts';

/** Makes it due that a list's publisher is asked. Throws `watchlist_unknown`, also for a list without a publisher. */
export type RequestRefresh = (listId: string) => Promise<void>;

/** Throws `property_unknown`, and an `OwnListRefused` for what cannot be used. */
export type SaveOwnList = (propertyId: string, upload: OwnListUpload, actor: string) => Promise<WatchlistStatus>;

/** What people may ask of the lists themselves. */
export function createWatchlistRequests(parts: AnnounceParts & { readonly logger: Logger }): {
  readonly requestRefresh: RequestRefresh;
  readonly saveOwn: SaveOwnList;
} {
  const { store, clock, watchlists, logger } = parts;
  return {
    requestRefresh: async (listId) => {
      const runAt = clock.now();
      if (watchlists.find(listId, runAt)?.canRefresh !== true) throw new ServiceError('watchlist_unknown', { listId });
      const job = { kind: 'refresh-watchlists', payload: { listId }, urgency: personWaits, runAt } as const;
      await store.transaction((rows) => rows.jobs.enqueue(job));
    },
    saveOwn: async (propertyId, upload, actor) => {
      await store.read((rows) => rows.properties.get(propertyId));
      const status = await watchlists.saveOwn(propertyId, upload);
      await announceWatchlist(parts, status.listId);
      logger.info('watchlist.own_saved', { propertyId, listId: status.listId, persons: status.persons, actor });
      return status;
    },
  };
}

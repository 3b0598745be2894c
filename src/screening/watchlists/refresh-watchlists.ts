import { plusMs } from '../../domain/calendar.ts';
import type { Instant } from '../../domain/subject.ts';
import { housekeeping } from '../../domain/urgency.ts';
import type { JobHandler } from '../../ports/jobs.ts';
import type { Logger } from '../../ports/logger.ts';
import { announceWatchlist, type AnnounceParts } from './announce-watchlist.ts';

export interface RefreshWatchlistsParts extends AnnounceParts {
  readonly logger: Logger;
  /** How old an edition may be before a new one is looked for; 0: only when somebody asks. */
  readonly refreshMs: number;
}

const minuteMs = 60_000;
/** A publisher that failed is left alone for so long. */
const restMs = 30 * minuteMs;
/** How often it is looked whether anything is due; sooner while no property is connected yet. */
const roundMs = 10 * minuteMs;
const firstRoundMs = 5_000;

/** Keeps every list current that a property uses, and has guests screened again whom the changes can touch. */
export function createRefreshWatchlists(parts: RefreshWatchlistsParts): JobHandler<'refresh-watchlists'> {
  const { store, clock, watchlists, listsFor, refreshMs } = parts;
  const triedAt = new Map<string, Instant>();

  const isDue = (listId: string): boolean => {
    const now = clock.now();
    const status = watchlists.find(listId, now);
    if (status?.canRefresh !== true || refreshMs === 0) return false;
    const tried = triedAt.get(listId);
    if (tried !== undefined && plusMs(tried, Math.min(restMs, refreshMs)) > now) return false;
    return status.checkedAt === undefined || plusMs(status.checkedAt, refreshMs) <= now;
  };

  const refresh = async (listId: string, signal: AbortSignal): Promise<void> => {
    triedAt.set(listId, clock.now());
    const result = await watchlists.refresh(listId, signal);
    signal.throwIfAborted();
    const { state } = result;
    if (result.state !== 'failed') parts.logger.info('watchlist.refreshed', { listId, state, persons: result.persons });
    else parts.logger.warn('watchlist.not_refreshed', { ...result.facts, listId, code: result.code });
  };

  return async ({ listId: asked }, { lease, signal }) => {
    const properties = await store.read((rows) => rows.properties.list());
    const used = new Set(properties.flatMap(({ id }) => listsFor(id)));
    for (const listId of asked === undefined ? used : [asked]) {
      if (asked !== undefined || isDue(listId)) await refresh(listId, signal);
      signal.throwIfAborted();
      await announceWatchlist(parts, listId, lease);
    }
    if (asked !== undefined || refreshMs === 0) return;
    const runAt = plusMs(clock.now(), properties.length === 0 ? firstRoundMs : Math.min(roundMs, refreshMs));
    const next = { kind: 'refresh-watchlists', payload: {}, urgency: housekeeping, runAt } as const;
    await store.transactionUnder(lease, (rows) => rows.jobs.enqueue(next));
  };
}

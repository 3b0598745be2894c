import type { Instant } from '../../../src/domain/subject.ts';
import type { WatchlistStatus } from '../../../src/ports/watchlists.ts';
import type { ListSource } from '../lists/list-source.ts';
import { toListStatus } from '../refresh/list-status.ts';
import { isOwnListId } from './own-list-id.ts';
import type { ServedList } from './served-list.ts';

const ownListTitle = 'The property’s own list';

interface Known {
  readonly served: ReadonlyMap<string, ServedList>;
  readonly problems: ReadonlyMap<string, NonNullable<WatchlistStatus['problem']>>;
}

/** What can be said of each list without searching it. */
export function createStatuses(sources: readonly ListSource[], { served, problems }: Known) {
  const titles = new Map(sources.map(({ listId, title }) => [listId, title]));
  const titleOf = (listId: string): string => titles.get(listId) ?? (isOwnListId(listId) ? ownListTitle : listId);
  const get = (listId: string, now: Instant): WatchlistStatus => {
    const status = toListStatus(served.get(listId)?.metadata, new Date(now));
    const problem = problems.get(listId);
    const head = { listId, title: titleOf(listId), canRefresh: titles.has(listId), ...(problem && { problem }) };
    if (status.state === 'missing') return { ...head, state: 'missing' };
    const { publishedOn, fetchedAt, checkedAt, count } = status.metadata;
    return {
      ...head,
      // Nobody but its owner can say that an own list is out of date.
      state: isOwnListId(listId) ? 'fresh' : status.state,
      persons: count,
      ...(publishedOn !== undefined && { publishedOn }),
      fetchedAt,
      checkedAt,
      ageMs: status.ageMs,
    };
  };
  const known = (): string[] => [...new Set([...titles.keys(), ...served.keys()])];
  return {
    titleOf,
    get,
    list: (now: Instant) => known().map((listId) => get(listId, now)),
    find: (listId: string, now: Instant) => (known().includes(listId) ? get(listId, now) : undefined),
  };
}

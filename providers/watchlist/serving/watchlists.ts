import { mkdir, readdir } from 'node:fs/promises';
import type { Logger } from '../../../src/ports/logger.ts';
import type { WatchlistRefresh, Watchlists, WatchlistStatus } from '../../../src/ports/watchlists.ts';
import { officialSources } from '../lists/official-sources.ts';
import type { ListSource } from '../lists/list-source.ts';
import { EditionStore } from '../refresh/edition-store.ts';
import type { HttpGet } from '../refresh/http-get.ts';
import { httpsGet } from '../refresh/https-get.ts';
import { refreshLists } from '../refresh/refresh-lists.ts';
import { findSystemErrorCode } from '../refresh/system-error.ts';
import { ChangeFiles } from './change-files.ts';
import { createInTurn } from './in-turn.ts';
import { toOwnListId } from './own-list-id.ts';
import { saveOwnList } from './save-own-list.ts';
import { searchList } from './search-list.ts';
import { openServedList, type ServedList } from './served-list.ts';
import { createStatuses } from './statuses.ts';
import { WarmUpBudget } from './warm-up-budget.ts';

export interface WatchlistParts {
  /** Where editions and what is made of them are kept. It is made when the first list is taken. */
  readonly folder: string;
  readonly now: () => Date;
  readonly logger: Logger;
  /** Default: https to public addresses. */
  readonly httpGet?: HttpGet;
  /** Default: those of the governments and of OpenSanctions. */
  readonly sources?: readonly ListSource[];
}

interface Serving extends Required<WatchlistParts> {
  readonly store: EditionStore;
  readonly changes: ChangeFiles;
  /** The only thing that changes: a list is swapped for its next edition by one assignment. */
  readonly served: Map<string, ServedList>;
  /** Why the last refresh of a list brought nothing. */
  readonly problems: Map<string, NonNullable<WatchlistStatus['problem']>>;
  /** One edition after the other is read and indexed. */
  readonly inTurn: ReturnType<typeof createInTurn>;
  readonly warmUp: WarmUpBudget;
}

/** Serves the editions that the folder holds, and takes new ones. A list that cannot be opened is missing, and logged. */
export async function openWatchlists(parts: WatchlistParts): Promise<Watchlists> {
  const { folder } = parts;
  const serving: Serving = {
    ...parts,
    httpGet: parts.httpGet ?? httpsGet,
    sources: parts.sources ?? officialSources,
    store: new EditionStore(folder),
    changes: new ChangeFiles(folder),
    served: new Map(),
    problems: new Map(),
    inTurn: createInTurn(),
    warmUp: new WarmUpBudget(),
  };
  for (const listId of await findListIds(folder)) await tryOpen(serving, listId);
  return createWatchlists(serving);
}

function createWatchlists(serving: Serving): Watchlists {
  const { served, problems, changes, store, sources, now, folder, inTurn } = serving;
  const statuses = createStatuses(sources, { served, problems });
  return {
    list: statuses.list,
    find: statuses.find,
    search: (query, { listIds, top }) => {
      const lists = listIds.flatMap((listId) => served.get(listId) ?? []);
      const found = lists.map((list) => {
        const title = statuses.titleOf(list.metadata.listId);
        return searchList(list, query, { top, title });
      });
      const matches = found.flatMap((perList) => perList ?? []).sort((one, other) => other.units - one.units);
      return { hasName: /\p{L}/u.test(query.name) && found.every((perList) => perList !== undefined), matches };
    },
    findEntryHash: (listId, entryId) => served.get(listId)?.entries.toHashes().get(entryId),
    refresh: (listId, signal) =>
      inTurn(async () => {
        const result = await refresh(serving, listId, signal);
        if (result.state !== 'failed') problems.delete(listId);
        else problems.set(listId, { code: result.code, at: now().toISOString() });
        return result;
      }),
    toOwnListId,
    saveOwn: (propertyId, upload) =>
      inTurn(async () => {
        await mkdir(folder, { recursive: true });
        const listId = toOwnListId(propertyId);
        await saveOwnList({ listId, upload }, { store, now: now() });
        await open(serving, listId);
        return statuses.get(listId, now().toISOString());
      }),
    findUnannounced: async (listId) => {
      const list = served.get(listId);
      return list === undefined ? undefined : changes.find(listId, list.editionKey, list.entries);
    },
    noteAnnounced: async ({ listId, changeId }) => {
      const list = served.get(listId);
      // A newer edition that came meanwhile is not announced yet.
      if (list?.editionKey === changeId) await changes.noteAnnounced(listId, changeId, list.entries);
    },
    readChange: ({ listId, changeId }) => changes.read(listId, changeId),
  };
}

async function refresh(serving: Serving, listId: string, signal: AbortSignal): Promise<WatchlistRefresh> {
  const { store, httpGet, now, sources, served } = serving;
  const findServed = (id: string) => served.get(id)?.metadata;
  const failed = { state: 'failed' as const, listId };
  for await (const result of refreshLists(
    sources.filter((source) => source.listId === listId),
    { store, httpGet, now, signal, findServed },
  )) {
    if (result.state === 'failed') return { ...failed, code: result.code, facts: result.facts };
    const list = served.get(listId);
    if (result.state === 'unchanged' && list !== undefined) {
      served.set(listId, { ...list, metadata: result.metadata });
    } else if (!(await tryOpen(serving, listId))) return { ...failed, code: 'not_indexed', facts: {} };
    return { state: result.state, listId, persons: result.metadata.count };
  }
  return { ...failed, code: signal.aborted ? 'stopped' : 'unknown_list', facts: {} };
}

async function open({ folder, served, warmUp, logger }: Serving, listId: string): Promise<void> {
  const list = await openServedList({ folder, listId });
  if (list === undefined) return;
  try {
    await warmUp.spendOn(list.matcher.index);
  } catch (error) {
    logger.error('watchlist.not_warmed_up', { listId }, error);
  }
  served.set(listId, list);
}

/** What is served stays where its next edition cannot be opened. */
async function tryOpen(serving: Serving, listId: string): Promise<boolean> {
  try {
    await open(serving, listId);
    return serving.served.has(listId);
  } catch (error) {
    serving.logger.error('watchlist.not_opened', { listId }, error);
    return false;
  }
}

async function findListIds(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(folder);
    return names.flatMap((name) => /^([a-z0-9][\w.-]*)\.edition\.ndjson$/.exec(name)?.[1] ?? []).sort();
  } catch (error) {
    if (findSystemErrorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

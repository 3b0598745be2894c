import { useState } from 'preact/hooks';
import { useLoaded } from '../api/use-loaded.ts';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

export interface Pages<Item> {
  /** Of all pages that were asked for so far; undefined before the first came. */
  readonly items: readonly Item[] | undefined;
  readonly error: unknown;
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly loadMore: () => void;
  readonly reload: () => void;
}

type ReadPage<Item> = (cursor: string | undefined, signal: AbortSignal) => Promise<Page<Item>>;

/** A list that comes page by page, the next when somebody wants it; from its beginning when the key changes. */
export function usePages<Item>(key: string, readPage: ReadPage<Item>): Pages<Item> {
  const [wanted, setWanted] = useState({ key, pages: 1 });
  const pages = wanted.key === key ? wanted.pages : 1;
  const loaded = useLoaded(key, (signal) => readPages(readPage, pages, signal));
  return {
    items: loaded.data?.items,
    error: loaded.error,
    hasMore: loaded.data?.nextCursor != null,
    isLoading: loaded.isLoading,
    loadMore: () => {
      setWanted({ key, pages: pages + 1 });
      loaded.reload();
    },
    reload: loaded.reload,
  };
}

/** All over again, so that what is shown is of one moment. */
async function readPages<Item>(readPage: ReadPage<Item>, count: number, signal: AbortSignal): Promise<Page<Item>> {
  const items: Item[] = [];
  let nextCursor: string | null = null;
  for (let read = 0; read < count; read += 1) {
    const page = await readPage(nextCursor ?? undefined, signal);
    items.push(...page.items);
    nextCursor = page.nextCursor;
    if (nextCursor === null) break;
  }
  return { items, nextCursor };
}

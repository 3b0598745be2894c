import type { ComponentChildren } from 'preact';
import { toFailureText } from '../api/api.ts';
import { Failure } from '../components/failure.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { t } from '../i18n/texts.ts';
import type { Pages } from './use-pages.ts';

interface PagedListProps<Item> {
  readonly pages: Pages<Item>;
  /** Said where there is nothing. */
  readonly empty: string;
  readonly toKey: (item: Item) => string;
  readonly render: (item: Item) => ComponentChildren;
}

/** Lines of a list that comes page by page, and the way to the next page. */
export function PagedList<Item>({ pages, empty, toKey, render }: PagedListProps<Item>) {
  const { items, error, hasMore, isLoading, loadMore, reload } = pages;
  return (
    <>
      {error !== undefined && <Failure text={toFailureText(error)} onRetry={reload} />}
      {items === undefined && error === undefined && <Skeleton rows={4} />}
      {items?.length === 0 && <p class="empty">{empty}</p>}
      <ul class="lines">
        {items?.map((item) => (
          <li key={toKey(item)}>{render(item)}</li>
        ))}
      </ul>
      {hasMore && (
        <div class="actions actions-start">
          <button type="button" class="button" disabled={isLoading} onClick={loadMore}>
            {t('administration.more')}
          </button>
        </div>
      )}
    </>
  );
}

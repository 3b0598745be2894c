import type { ListSource } from '../lists/list-source.ts';
import type { EditionMetadata } from './stored-edition.ts';
import { refreshList } from './refresh-list.ts';
import type { RefreshContext, RefreshResult } from './refresh-list.ts';
import { toRefreshFailure } from './refresh-failure.ts';

export interface RefreshListsContext extends RefreshContext {
  /** What is known of an edition that is served, and hence whole. Every other is read from the store to see whether it is. */
  readonly findServed?: (listId: string) => EditionMetadata | undefined;
}

/**
 * Refreshes lists one after the other, so that never more than one is held in memory. Each result comes as soon
 * as it is known; the failure of one list does not keep the next from its turn.
 */
export async function* refreshLists(
  sources: readonly ListSource[],
  context: RefreshListsContext,
): AsyncGenerator<RefreshResult> {
  for (const source of sources) {
    if (context.signal?.aborted) return;
    let previous: EditionMetadata | undefined;
    try {
      previous = context.findServed?.(source.listId) ?? (await findWhole(context, source.listId));
    } catch (error) {
      const failure = toRefreshFailure(error, { stopped: false, expired: false });
      yield { state: 'failed', listId: source.listId, ...failure };
      continue;
    }
    yield await refreshList(source, previous, context);
  }
}

async function findWhole({ store }: RefreshContext, listId: string): Promise<EditionMetadata | undefined> {
  const found = await store.find(listId);
  return found.state === 'stored' ? found.metadata : undefined;
}

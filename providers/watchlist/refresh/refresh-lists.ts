import type { ListSource } from '../lists/list-source.ts';
import type { FoundEdition } from './stored-edition.ts';
import { refreshList } from './refresh-list.ts';
import type { RefreshContext, RefreshResult } from './refresh-list.ts';
import { toRefreshFailure } from './refresh-failure.ts';

/**
 * Refreshes lists one after the other, so that never more than one is held twice in memory. Each result comes as soon
 * as it is known; the failure of one list does not keep the next from its turn.
 */
export async function* refreshLists(
  sources: readonly ListSource[],
  context: RefreshContext,
): AsyncGenerator<RefreshResult> {
  for (const source of sources) {
    if (context.signal?.aborted) return;
    let found: FoundEdition;
    try {
      found = await context.store.find(source.listId);
    } catch (error) {
      const failure = toRefreshFailure(error, { stopped: false, expired: false });
      yield { state: 'failed', listId: source.listId, ...failure };
      continue;
    }
    yield await refreshList(source, found.state === 'stored' ? found : undefined, context);
  }
}

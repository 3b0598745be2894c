import type { LiveEntry } from '../../ports/live-feed.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Store } from '../../ports/store.ts';

export interface LiveHubParts {
  readonly store: Store;
  readonly logger: Logger;
  /** How often the timelines are looked at while anybody watches: the most that a viewer waits. Default 100. */
  readonly pollMs?: number;
  /** Ends every stream at the next look. */
  readonly isStopping: () => boolean;
}

export interface Viewer {
  readonly propertyId: string;
  /** Entries of the property, oldest first; some may come again. Those of all properties are read up to `through`. */
  readonly onRead: (entries: readonly LiveEntry[], through: number) => void;
  readonly onEnd: () => void;
}

/**
 * One reader of the timelines for all viewers of this process, whichever process wrote. It looks only while somebody
 * watches, and one look costs the same for a hundred viewers as for one.
 */
export interface LiveHub {
  /** Where a stream that begins now has to go on from. */
  findLatest(): Promise<number>;
  /** Entries of a property after one that a viewer has seen, a part at a time, up to now. */
  replay(propertyId: string, after: number): AsyncIterable<readonly LiveEntry[]>;
  /** Resolves once nothing that happens is missed any more, with how to stop. */
  watch(viewer: Viewer): Promise<() => void>;
}

const partSize = 500;

export function createLiveHub({ store, logger, isStopping, pollMs = 100 }: LiveHubParts): LiveHub {
  const viewers = new Set<Viewer>();
  let readThrough: number | undefined;
  let timer: NodeJS.Timeout | undefined;

  const findLatest = () => store.read((rows) => rows.liveFeed.findLatest());
  const read = (after: number) => store.read((rows) => rows.liveFeed.listAfter(after, partSize));

  const look = async (): Promise<void> => {
    if (isStopping()) for (const viewer of viewers) viewer.onEnd();
    while (!isStopping()) {
      readThrough ??= await findLatest();
      const entries = await read(readThrough);
      const last = entries.at(-1);
      if (last === undefined) return;
      readThrough = last.no;
      const byProperty = Map.groupBy(entries, ({ propertyId }) => propertyId);
      for (const viewer of viewers) viewer.onRead(byProperty.get(viewer.propertyId) ?? [], last.no);
      if (entries.length < partSize) return;
    }
  };

  const schedule = (): void => {
    timer = setTimeout(() => {
      look()
        .catch((error: unknown) => logger.error('live.not_read', {}, error))
        .finally(() => {
          timer = undefined;
          if (viewers.size > 0) schedule();
          else readThrough = undefined;
        });
    }, pollMs);
  };

  return {
    findLatest,
    replay: (propertyId, after) => replay(read, { propertyId, after }),
    async watch(viewer) {
      viewers.add(viewer);
      readThrough ??= await findLatest();
      if (timer === undefined) schedule();
      return () => void viewers.delete(viewer);
    },
  };
}

async function* replay(
  read: (after: number) => Promise<readonly LiveEntry[]>,
  { propertyId, after }: { readonly propertyId: string; readonly after: number },
): AsyncIterable<readonly LiveEntry[]> {
  for (let from = after; ;) {
    const entries = await read(from);
    const last = entries.at(-1);
    if (last === undefined) return;
    from = last.no;
    yield entries.filter((entry) => entry.propertyId === propertyId);
  }
}

import type { Store } from '../../../src/ports/store.ts';

export interface WatchedStore extends Store {
  /** Resolves when nothing asks the store any more, and nothing is about to. */
  readonly settled: () => Promise<void>;
}

/** Counts what is asked of a store, so that a test can wait for its end instead of for a while. */
export function watchStore(store: Store): WatchedStore {
  let asked = 0;
  const watch = async <Result>(answer: Promise<Result>): Promise<Result> => {
    asked += 1;
    try {
      return await answer;
    } finally {
      asked -= 1;
    }
  };
  return {
    ...store,
    transaction: (work) => watch(store.transaction(work)),
    transactionFirst: (work) => watch(store.transactionFirst(work)),
    transactionUnder: (lease, work) => watch(store.transactionUnder(lease, work)),
    read: (work) => watch(store.read(work)),
    async settled() {
      for (let quietTurns = 0; quietTurns < 20; quietTurns = asked === 0 ? quietTurns + 1 : 0) {
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
}

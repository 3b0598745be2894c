import { AsyncLocalStorage } from 'node:async_hooks';
import type { AuditEntry } from '../../ports/access-memory.ts';
import type { AuditTrail } from '../../ports/audit-trail.ts';
import type { Rows, Store } from '../../ports/store.ts';

interface Trace {
  readonly entry: AuditEntry;
  isNoted: boolean;
}

/** The same store, whose transactions take the entry of the trail along on which they run. */
export function createAuditedStore(store: Store): { readonly store: Store; readonly trail: AuditTrail } {
  const traces = new AsyncLocalStorage<Trace>();
  const taking = async <Result>(trace: Trace | undefined, rows: Rows, work: (rows: Rows) => Promise<Result>) => {
    const result = await work(rows);
    if (trace === undefined || trace.isNoted) return result;
    await rows.audit.add(withPlace(trace.entry, result));
    trace.isNoted = true;
    return result;
  };
  /** What was taken back did not happen. */
  const watching = async <Result>(trace: Trace | undefined, run: () => Promise<Result>): Promise<Result> => {
    const wasNoted = trace?.isNoted ?? true;
    try {
      return await run();
    } catch (error) {
      if (trace !== undefined && !wasNoted) trace.isNoted = false;
      throw error;
    }
  };
  // Looked up when it is asked for: a transaction runs where the one before it ended, which is often of another trail.
  const along = <Result>(transact: Store['transaction'], work: (rows: Rows) => Promise<Result>): Promise<Result> => {
    const trace = traces.getStore();
    return watching(trace, () => transact((rows) => taking(trace, rows, work)));
  };
  return {
    store: {
      ...store,
      transaction: (work) => along((inside) => store.transaction(inside), work),
      transactionFirst: (work) => along((inside) => store.transactionFirst(inside), work),
    },
    trail: {
      async run(entry, work) {
        const trace: Trace = { entry, isNoted: false };
        const result = await traces.run(trace, work);
        const isNoted = trace.isNoted;
        trace.isNoted = true; // what goes on after the answer is nobody's any more
        if (!isNoted) await store.transaction((rows) => rows.audit.add(entry));
        return result;
      },
    },
  };
}

/** With the object and the property that what was done tells of, where the request did not name them. */
function withPlace(entry: AuditEntry, result: unknown): AuditEntry {
  if (typeof result !== 'object' || result === null) return entry;
  const { id, propertyId } = result as { readonly id?: unknown; readonly propertyId?: unknown };
  return {
    ...(typeof id === 'string' && { objectId: id }),
    ...(typeof propertyId === 'string' && { propertyId }),
    ...entry,
  };
}

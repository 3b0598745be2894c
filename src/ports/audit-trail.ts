import type { AuditEntry } from './access-memory.ts';

/** Has changes leave a trace. */
export interface AuditTrail {
  /**
   * Runs `work`; the first transaction that it commits holds the entry too, so that neither is there without the other.
   * Where the entry names no object and the transaction answers something with an `id`, that is the object, and its
   * `propertyId` the property, where the entry names none. Work that
   * commits nothing itself gets its entry when it is done; work that throws before anything is committed gets none.
   */
  run<Result>(entry: AuditEntry, work: () => Promise<Result>): Promise<Result>;
}

import type { Property } from '../ports/store.ts';
import type { SyncState } from '../ports/sync-states.ts';

/**
 * What is known of rows without asking the database, to spare the hottest path its statements. It holds only where this
 * process alone writes, which its lock proves. Forgotten whole where changes were taken back: some of it may have been
 * learned from them.
 */
export interface RowMemory {
  readonly properties: Map<string, Property>;
  readonly syncStates: Map<string, SyncState>;
  /** Some of the jobs that wait, each with the latest that it can be due and the least urgent that it can be. */
  readonly waitingJobs: Map<string, { readonly urgency: number; readonly runAt: string }>;
  readonly forget: () => void;
}

export function createRowMemory(): RowMemory {
  const properties: RowMemory['properties'] = new Map();
  const syncStates: RowMemory['syncStates'] = new Map();
  const waitingJobs: RowMemory['waitingJobs'] = new Map();
  return {
    properties,
    syncStates,
    waitingJobs,
    forget() {
      properties.clear();
      syncStates.clear();
      waitingJobs.clear();
    },
  };
}

/** `payload` as it is stored. */
export function toJobKey(kind: string, payload: string): string {
  return `${kind} ${payload}`;
}

import type { Instant } from '../../domain/subject.ts';

/** Gathers when jobs become due, and tells after the commit: before it, nobody could claim them. */
export interface EnqueuedJobs {
  readonly note: (runAt: Instant) => void;
  readonly tell: () => void;
  readonly listen: (listener: (soonest: Instant) => void) => () => void;
}

export function createEnqueuedJobs(): EnqueuedJobs {
  const listeners = new Set<(soonest: Instant) => void>();
  let soonest: Instant | undefined;
  return {
    note(runAt) {
      if (soonest === undefined || runAt < soonest) soonest = runAt;
    },
    tell() {
      if (soonest === undefined) return;
      const told = soonest;
      soonest = undefined;
      for (const listener of listeners) listener(told);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

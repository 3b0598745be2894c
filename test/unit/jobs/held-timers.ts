import type { Timers } from '../../../src/jobs/timers.ts';
import type { Clock } from '../../../src/ports/clock.ts';

/** Time that moves only when it is told to. */
export interface HeldTimers extends Timers {
  readonly clock: Clock;
  /** Moves time on, ringing each timer at its own instant, in order. */
  passMs(ms: number): Promise<void>;
}

/** `settled` resolves when what a timer set off has come to rest. */
export function holdTimers(start: string, settled: () => Promise<void>): HeldTimers {
  let now = Date.parse(start);
  let waiting: { readonly dueMs: number; readonly ring: () => void }[] = [];
  const ringUntil = async (endMs: number): Promise<void> => {
    for (;;) {
      const [next] = waiting.filter(({ dueMs }) => dueMs <= endMs).sort((one, other) => one.dueMs - other.dueMs);
      if (next === undefined) return;
      waiting = waiting.filter((timer) => timer !== next);
      now = Math.max(now, next.dueMs);
      next.ring();
      await settled();
    }
  };
  return {
    clock: { now: () => new Date(now).toISOString() },
    after(delayMs, callback) {
      const timer = { dueMs: now + delayMs, ring: callback };
      waiting.push(timer);
      return () => (waiting = waiting.filter((other) => other !== timer));
    },
    async passMs(ms) {
      const endMs = now + ms;
      await ringUntil(endMs);
      now = endMs;
      await settled();
    },
  };
}

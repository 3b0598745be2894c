import { plusMs } from '../domain/calendar.ts';
import type { Instant } from '../domain/subject.ts';
import type { Clock } from '../ports/clock.ts';
import type { Timers } from './timers.ts';

/** Rings once, at the soonest of the instants that it was set to. */
export interface Alarm {
  setFor(at: Instant): void;
  cancel(): void;
}

export function createAlarm(
  ring: () => void,
  { clock, timers }: { readonly clock: Clock; readonly timers: Timers },
): Alarm {
  let armed: { readonly at: Instant; readonly cancel: () => void } | undefined;
  const cancel = (): void => {
    armed?.cancel();
    armed = undefined;
  };
  return {
    cancel,
    setFor(at) {
      const now = clock.now();
      // Looking again now and then costs nothing, and heals a clock that was set.
      const due = [at, plusMs(now, longestMs)].sort()[0] ?? at;
      if (armed !== undefined && armed.at <= due) return;
      cancel();
      const delayMs = Math.max(Date.parse(due) - Date.parse(now), shortestMs);
      const callOff = timers.after(delayMs, () => {
        armed = undefined;
        ring();
      });
      armed = { at: due, cancel: callOff };
    },
  };
}

const shortestMs = 1;
const longestMs = 60_000;

import { monitorEventLoopDelay } from 'node:perf_hooks';

/** For how long this process did nothing, because it was busy or the machine was: what it counts meanwhile is late. */
export function startStallWatch(): { longestMs(): number } {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  return { longestMs: () => delay.max / 1e6 };
}

import type { Clock } from '../../ports/clock.ts';
import type { Exchange } from './exchange.ts';

export interface ClockOffset {
  /** The same exchange, whose answers are compared with our clock. */
  watch(exchange: Exchange): Exchange;
  /** By how much our clock was ahead at the latest answer; `undefined` before the first that had a date. */
  findMs(): number | undefined;
}

/** The PMS writes whole seconds, and its answer was on the way: less than two seconds say nothing. */
export function createClockOffset(clock: Clock): ClockOffset {
  let offsetMs: number | undefined;
  return {
    watch: (exchange) => async (request) => {
      const answer = await exchange(request);
      const at = Date.parse(answer.date ?? '');
      if (Number.isFinite(at)) offsetMs = Date.parse(clock.now()) - at;
      return answer;
    },
    findMs: () => offsetMs,
  };
}

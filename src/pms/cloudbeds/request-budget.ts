import PQueue from 'p-queue';
import type { Urgency } from '../../domain/urgency.ts';
import type { PmsBudgetUse } from '../../ports/pms-budget.ts';
import { createMinuteCount } from './minute-count.ts';
import { createQueueTimers, type QueueTimers } from './queue-timers.ts';
import type { SharedSlots } from './shared-slots.ts';
import { createSlowStart } from './slow-start.ts';

const windowMs = 1_000;
/** Timers may fire a millisecond early, and the two clocks round. */
const slackMs = 2;
export const defaultArrivalAllowanceMs = 100;

/** Whose turn it is: the most urgent first, oldest first among equals. */
export interface Turn {
  readonly urgency: Urgency;
  /** Takes a waiting request out of the queue; one that is under way has been spent. */
  readonly signal: AbortSignal;
}

export interface RequestBudget {
  /**
   * Calls `send` when it is its turn, and gives its answer. `send` says when the request has left this machine. Rejects
   * with the signal's own reason where that comes first.
   */
  spend<Answer>(turn: Turn, send: (hasLeft: () => void) => Promise<Answer>): Promise<Answer>;
  /** Nothing is sent for so long. Pauses do not add up: the latest end counts. */
  pauseFor(pauseMs: number): void;
  /** The PMS refused for going too fast: a pause, and then a slow start. */
  slowDown(pauseMs: number): void;
  /** Nobody waits, nothing is spent, no pause: what is forgotten of this budget now does no harm. */
  isIdle(): boolean;
  look(): PmsBudgetUse;
}

export interface BudgetParts {
  readonly requestsPerSecond: number;
  /** How much longer than another one a request may be on its way to the PMS. Default 100. */
  readonly arrivalAllowanceMs?: number;
  readonly onTurn?: (waitedMs: number) => void;
  /** The same key's slots among all processes. Absent: there is no other process. */
  readonly shared?: SharedSlots;
}

/**
 * Never more than `requestsPerSecond` requests in any 1000 ms as the PMS sees them, and never idle while there is work.
 *
 * Counting per interval is not enough: the end of one and the beginning of the next may touch, and it is arrivals that
 * the PMS counts, not departures. So there are as many slots as requests per second, and each request holds its slot for
 * a full second after it has arrived. When that was is not known, only its bounds: not after its answer, and not much
 * later than it left. The earlier of the two, answer or `arrivalAllowanceMs` after leaving, starts the second; so a slow
 * answer costs no time. The next request of that slot arrives a second later or more: N slots, N arrivals. A slot turns
 * once in a second and a bit (5 ms to an answer: 99 % of the limit used; at most the allowance: 91 %).
 *
 * Limit: two requests of one slot whose times on the way differ by more than the allowance can arrive too close together.
 * That takes a lost packet, or a machine that is out of breath.
 *
 * Leaving is counted from when the request is on the wire, not from when it was started: a new TLS connection takes its
 * time, and requests that wait for theirs would otherwise arrive together with those that found one open.
 *
 * A cancelled request that is under way keeps its slot: the PMS has counted it. Times are monotonic: a clock that is set
 * changes nothing.
 */
export function createRequestBudget(parts: BudgetParts): RequestBudget {
  const { requestsPerSecond, arrivalAllowanceMs = defaultArrivalAllowanceMs } = parts;
  const queue = new PQueue({ concurrency: requestsPerSecond });
  const timers = createQueueTimers(queue);
  const pause = createPause(queue, timers);
  const slowStart = createSlowStart(queue, requestsPerSecond);
  const sent = createMinuteCount();

  return {
    pauseFor: pause.extendBy,
    slowDown(pauseMs) {
      pause.extendBy(pauseMs);
      const freeInMs = slowStart.begin(pauseMs);
      parts.shared?.rest(freeInMs);
    },
    isIdle: () => queue.size === 0 && queue.pending === 0 && !queue.isPaused,
    look: () => ({ requestsPerSecond, lastMinute: sent.read(), waiting: queue.size, pausedMs: pause.toLeftMs() }),
    spend: <Answer>(turn: Turn, send: (hasLeft: () => void) => Promise<Answer>) => {
      const askedMs = performance.now();
      const waiting = toWaitingSignal(turn.signal);
      const result = Promise.withResolvers<Answer>();
      const holdSlot = async (): Promise<void> => {
        timers.follow();
        const release = await parts.shared?.take(waiting.signal);
        waiting.detach();
        sent.note();
        parts.onTurn?.(performance.now() - askedMs);
        const arrival = createArrival(arrivalAllowanceMs);
        const answer = send(arrival.hasLeft);
        result.resolve(answer);
        await Promise.race([arrival.isAssumed, answer.then(arrival.isOver, arrival.isOver)]);
        release?.(windowMs + slackMs);
        if (requestsPerSecond !== Infinity) await sleepUntil(performance.now() + windowMs + slackMs, timers);
      };
      // p-queue knows the smallest number as the last in line. It is not given the caller's own signal: that would free
      // the slot of a request that is under way.
      queue.add(holdSlot, { priority: -turn.urgency, signal: waiting.signal }).catch((error: unknown) => {
        timers.follow();
        result.reject(error);
      });
      timers.follow();
      return result.promise;
    },
  };
}

/** When a request has arrived at the latest: a while after it left, or when it is over. */
function createArrival(allowanceMs: number) {
  let timer: NodeJS.Timeout | undefined;
  const assumed = Promise.withResolvers<undefined>();
  const hasLeft = () => {
    timer ??= setTimeout(() => assumed.resolve(undefined), allowanceMs);
  };
  return { hasLeft, isAssumed: assumed.promise, isOver: () => clearTimeout(timer) };
}

function createPause(queue: PQueue, timers: QueueTimers) {
  let endsAtMs = 0;
  let timer: NodeJS.Timeout | undefined;
  const wakeUp = () => {
    const leftMs = endsAtMs - performance.now();
    if (leftMs > 0) timer = timers.after(Math.ceil(leftMs), wakeUp);
    else queue.start();
  };
  const extendBy = (pauseMs: number) => {
    endsAtMs = Math.max(endsAtMs, performance.now() + pauseMs);
    queue.pause();
    timers.cancel(timer);
    wakeUp();
  };
  const toLeftMs = () => Math.max(0, Math.ceil(endsAtMs - performance.now()));
  return { extendBy, toLeftMs };
}

/** A signal that follows the caller's until the request is sent. */
function toWaitingSignal(signal: AbortSignal) {
  const waiting = new AbortController();
  const abort = () => waiting.abort(signal.reason);
  if (signal.aborted) abort();
  else signal.addEventListener('abort', abort, { once: true });
  return { signal: waiting.signal, detach: () => signal.removeEventListener('abort', abort) };
}

async function sleepUntil(endsAtMs: number, timers: QueueTimers): Promise<void> {
  for (let leftMs = endsAtMs - performance.now(); leftMs > 0; leftMs = endsAtMs - performance.now()) {
    await new Promise<void>((resolve) => timers.after(Math.ceil(leftMs), resolve));
  }
}

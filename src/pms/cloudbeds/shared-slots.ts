import type { RequestSlots } from '../../ports/request-slots.ts';

/**
 * Longer than a request takes to leave, as which it is released: a process that dies holds its slots no longer, and they are
 * all that the key has.
 */
const heldAtMostMs = 5_000;

/** The slots of one key among all processes; each process keeps the limit by itself too. */
export interface SharedSlots {
  /** Waits for a free slot; rejects with the signal's reason. Answers how to say in how many milliseconds it is free again. */
  take(signal: AbortSignal): Promise<(freeInMs: number) => void>;
  /** Other processes rest too: their slots come back at these times from now, in milliseconds. */
  rest(freeInMs: readonly number[]): void;
}

export interface SharedSlotParts {
  readonly slots: RequestSlots;
  readonly apiKey: string;
  readonly requestsPerSecond: number;
  /** Of the clock on the wall, which all processes share. */
  readonly toWallMs: () => number;
  /** What cannot be written down is made up for by `heldAtMostMs`. */
  readonly onFailure: (error: unknown) => void;
}

export function createSharedSlots(parts: SharedSlotParts): SharedSlots {
  const { slots, apiKey, requestsPerSecond, toWallMs, onFailure } = parts;
  return {
    async take(signal) {
      for (;;) {
        signal.throwIfAborted();
        const nowMs = toWallMs();
        const answer = await slots.take({ apiKey, slots: requestsPerSecond, nowMs, heldUntilMs: nowMs + heldAtMostMs });
        if ('held' in answer) {
          return (freeInMs) => void slots.release(answer.held, toWallMs() + freeInMs).catch(onFailure);
        }
        signal.throwIfAborted();
        await sleep(Math.max(1, answer.firstFreeAtMs - nowMs), signal);
      }
    },
    rest(freeInMs) {
      const nowMs = toWallMs();
      slots
        .rest(
          apiKey,
          freeInMs.map((ms) => nowMs + ms),
        )
        .catch(onFailure);
    },
  };
}

/** Rejects with the signal's reason. Not of `node:timers/promises`, which tests cannot hold still. */
function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const wakeUp = () => {
      signal.removeEventListener('abort', giveUp);
      resolve();
    };
    const timer = setTimeout(wakeUp, ms);
    const giveUp = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', giveUp, { once: true });
  });
}

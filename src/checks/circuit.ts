import type { VendorHealth } from '../ports/vendor-health.ts';

/** What became of a check that was let through. Exactly one of them is called. */
export interface Pass {
  succeed(): void;
  /** The vendor gave no answer. `retryAfterMs` is what it asks for, if anything. */
  fail(retryAfterMs?: number): void;
  /** It says nothing about the vendor. */
  leave(): void;
}

export interface Circuit {
  isOpen(): boolean;
  look(): VendorHealth;
  /** `undefined` while the circuit is open. Waits while as many trials run as are allowed. */
  enter(signal: AbortSignal): Promise<Pass | undefined>;
}

export interface CircuitLimits {
  /** After how many failures in a row the vendor counts as dead. */
  readonly mostFailures: number;
  /** How long it is left alone at first; doubles with each failed trial. */
  readonly firstOpenMs: number;
  readonly longestOpenMs: number;
}

export const defaultCircuitLimits: CircuitLimits = { mostFailures: 5, firstOpenMs: 30_000, longestOpenMs: 300_000 };

export interface CircuitParts {
  readonly limits: CircuitLimits;
  /** Milliseconds that only ever grow. */
  readonly elapsedMs: () => number;
  readonly onOpened: (openMs: number) => void;
}

/**
 * Keeps a dead vendor from costing a deadline per check. A vendor that has not answered since its last failure, or never, is
 * asked by as many checks at once as would be needed to give it up, and no more; the others wait for what those find. So a
 * vendor that is dead from the start costs `mostFailures` deadlines, then one for each trial.
 */
export function createCircuit(parts: CircuitParts): Circuit {
  const health = createHealth(parts);
  let running = 0;
  let waiting: (() => void)[] = [];

  const end = (): void => {
    running -= 1;
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
  };

  const toPass = (): Pass => {
    running += 1;
    return {
      succeed: () => {
        health.noteSuccess();
        end();
      },
      fail: (retryAfterMs) => {
        health.noteFailure(retryAfterMs);
        end();
      },
      leave: end,
    };
  };

  return {
    isOpen: health.isOpen,
    look: health.look,
    async enter(signal) {
      for (;;) {
        signal.throwIfAborted();
        if (health.isOpen()) return undefined;
        if (running < health.toMostAtOnce()) return toPass();
        await untilWoken(signal, (wake) => waiting.push(wake));
      }
    },
  };
}

function createHealth({ limits, elapsedMs, onOpened }: CircuitParts) {
  let failures = 0;
  let isProven = false;
  let openUntilMs = 0;
  let nextOpenMs = limits.firstOpenMs;

  const isOpen = () => elapsedMs() < openUntilMs;
  return {
    isOpen,
    look: (): VendorHealth => ({
      state: isOpen() ? 'left_alone' : isProven ? 'answering' : failures > 0 ? 'failing' : 'unknown',
      leftAloneMs: Math.max(0, Math.round(openUntilMs - elapsedMs())),
    }),
    toMostAtOnce: () => (isProven ? Infinity : Math.max(1, limits.mostFailures - failures)),
    noteSuccess(): void {
      [isProven, failures, openUntilMs, nextOpenMs] = [true, 0, 0, limits.firstOpenMs];
    },
    noteFailure(retryAfterMs = 0): void {
      isProven = false;
      if (isOpen()) return; // it was under way when the circuit opened
      failures += 1;
      if (failures < limits.mostFailures) return;
      const openMs = Math.min(Math.max(nextOpenMs, retryAfterMs), limits.longestOpenMs);
      openUntilMs = elapsedMs() + openMs;
      nextOpenMs = Math.min(nextOpenMs * 2, limits.longestOpenMs);
      onOpened(openMs);
    },
  };
}

/** Also when the caller gives up: whoever waits looks again. */
function untilWoken(signal: AbortSignal, register: (wake: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const wake = (): void => {
      signal.removeEventListener('abort', wake);
      resolve();
    };
    signal.addEventListener('abort', wake, { once: true });
    register(wake);
  });
}

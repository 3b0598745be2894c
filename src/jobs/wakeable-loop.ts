/** Does the same work again whenever it is woken; never twice at once. Woken at work, it goes round once more. */
export interface WakeableLoop {
  readonly wake: () => void;
  /** Resolves when it sleeps. */
  whenAsleep(): Promise<void>;
}

/** `work` must not throw. */
export function createWakeableLoop(work: () => Promise<void>): WakeableLoop {
  let isWoken = false;
  let running: Promise<void> | undefined;
  const goRound = async (): Promise<void> => {
    while (isWoken) {
      isWoken = false;
      await work();
    }
    running = undefined;
  };
  return {
    wake() {
      isWoken = true;
      running ??= goRound();
    },
    whenAsleep: async () => running,
  };
}

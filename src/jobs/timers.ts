/** The only source of waiting. Tests hold it still. */
export interface Timers {
  /** Calls back once, after a while; answers how to call that off. */
  after(delayMs: number, callback: () => void): () => void;
}

export const systemTimers: Timers = {
  after(delayMs, callback) {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};

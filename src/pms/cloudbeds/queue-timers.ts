import type PQueue from 'p-queue';

/** Timers that somebody in a queue waits for: while nobody does, they do not keep the process alive. */
export interface QueueTimers {
  after(ms: number, run: () => void): NodeJS.Timeout;
  cancel(timer: NodeJS.Timeout | undefined): void;
  /** To be called whenever somebody has joined the queue or left it. */
  follow(): void;
}

export function createQueueTimers(queue: Pick<PQueue, 'size'>): QueueTimers {
  const pending = new Set<NodeJS.Timeout>();
  const follow = () => {
    for (const timer of pending) {
      if (queue.size > 0) timer.ref();
      else timer.unref();
    }
  };
  return {
    after: (ms, run) => {
      const timer = setTimeout(() => {
        pending.delete(timer);
        run();
      }, ms);
      pending.add(timer);
      follow();
      return timer;
    },
    cancel: (timer) => {
      if (timer !== undefined) pending.delete(timer);
      clearTimeout(timer);
    },
    follow,
  };
}

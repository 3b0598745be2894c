const seconds = 60;

export interface MinuteCount {
  note(): void;
  /** How often `note` was called in the last 60 seconds, to the second. */
  read(): number;
}

/** Counts by the second, so that it stays as small however much is counted. Times are monotonic. */
export function createMinuteCount(elapsedMs: () => number = () => performance.now()): MinuteCount {
  const counts = new Map<number, number>();
  const toSecond = () => Math.floor(elapsedMs() / 1_000);
  const forget = (now: number) => {
    for (const second of counts.keys()) if (second <= now - seconds) counts.delete(second);
  };
  return {
    note() {
      const now = toSecond();
      if (!counts.has(now)) forget(now);
      counts.set(now, (counts.get(now) ?? 0) + 1);
    },
    read() {
      forget(toSecond());
      return [...counts.values()].reduce((sum, count) => sum + count, 0);
    },
  };
}

const windowMs = 1_000;

/** Strict and sliding: of the arrivals within any 1000 ms only the first `perSecond` pass. The turned away count too. */
export interface RateLimit {
  /** Notes an arrival; false: too many. */
  admits(key: string): boolean;
}

export function createRateLimit({ perSecond, nowMs }: { perSecond: number; nowMs: () => number }): RateLimit {
  const arrivalsByKey = new Map<string, number[]>();
  return {
    admits: (key) => {
      if (perSecond === Infinity) return true;
      const arrivedAtMs = nowMs();
      const recent = (arrivalsByKey.get(key) ?? []).filter((earlierMs) => arrivedAtMs - earlierMs < windowMs);
      arrivalsByKey.set(key, [...recent, arrivedAtMs]);
      return recent.length < perSecond;
    },
  };
}

export interface Share {
  readonly count: number;
  readonly of: number;
  /** Absent where there is nothing to divide by. */
  readonly share?: number;
}

export function toShare(count: number, of: number): Share {
  return { count, of, ...(of > 0 && { share: toRounded(count / of) }) };
}

/** A share with its 95 % interval. */
export interface Rate extends Share {
  readonly from?: number;
  readonly to?: number;
}

const z = 1.959964;

/** Wilson's score interval: honest for small groups and for shares near 0 and 1, where the usual one is not. */
export function toRate(count: number, of: number): Rate {
  if (of === 0) return { count, of };
  const share = count / of;
  const middle = share + (z * z) / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  return {
    ...toShare(count, of),
    from: toRounded(Math.max(0, (middle - half) / scale)),
    to: toRounded(Math.min(1, (middle + half) / scale)),
  };
}

function toRounded(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}

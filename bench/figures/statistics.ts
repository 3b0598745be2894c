/** The smallest value that at least this share of all values does not exceed; `share` from 0 to 1. */
export function toQuantile(values: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(Math.ceil(sorted.length * share) - 1, 0)] ?? NaN;
}

export function toMedian(values: ArrayLike<number>): number {
  return toQuantile(values, 0.5);
}

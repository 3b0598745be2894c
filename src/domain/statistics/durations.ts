import { timeBucketsS } from './stay-facts.ts';

export interface Durations {
  readonly count: number;
  /** Upper ends of the buckets that they fall into; absent without a count, and beyond the last bucket. */
  readonly medianS?: number;
  readonly p95S?: number;
  /** The last one has no end. */
  readonly buckets: readonly { readonly upToS?: number; readonly count: number }[];
}

/** From counts by `toTimeBucket`. */
export function toDurations(counts: ReadonlyMap<string, number>): Durations {
  const buckets = [
    ...timeBucketsS.map((upToS) => ({ upToS, count: counts.get(String(upToS)) ?? 0 })),
    { count: counts.get('more') ?? 0 },
  ];
  const count = buckets.reduce((total, bucket) => total + bucket.count, 0);
  const medianS = findQuantile(buckets, count * 0.5);
  const p95S = findQuantile(buckets, count * 0.95);
  return {
    count,
    ...(medianS !== undefined && { medianS }),
    ...(p95S !== undefined && { p95S }),
    buckets,
  };
}

function findQuantile(buckets: Durations['buckets'], rank: number): number | undefined {
  let seen = 0;
  if (rank === 0) return undefined;
  for (const { upToS, count } of buckets) {
    seen += count;
    if (seen >= rank) return upToS;
  }
  return undefined;
}

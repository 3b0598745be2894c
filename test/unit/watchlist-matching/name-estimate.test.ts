import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BUCKETS, leastAgreedFor, toEstimate } from '../../../providers/watchlist/matching/search/name-estimate.ts';

const weight = fc.integer({ min: 0, max: 1_600 });

test('no name that agrees on less than is needed for a bucket gets into it, whatever it weighs', () => {
  const inBucket = fc.integer({ min: 0, max: BUCKETS });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const weights = fc.record({ guest: weight, listed: weight });
  const property = fc.property(weights, inBucket, share, ({ guest, listed }, bucket, part) => {
    const least = leastAgreedFor(guest, bucket, 100_000);
    const agreed = Math.floor(least * part);
    fc.pre(agreed < least);
    const estimate = toEstimate(guest, listed, agreed / 1000);
    expect(estimate * BUCKETS).toBeLessThan(bucket);
    expect(Math.fround(estimate) * BUCKETS).toBeLessThan(bucket);
  });
  fc.assert(property, { numRuns: 5_000 });
});

test('a name that agrees on just what is needed, and has nothing else, gets into its bucket', () => {
  const least = leastAgreedFor(200, 64, 100_000);
  expect(toEstimate(200, 0, least / 1000) * BUCKETS).toBeGreaterThanOrEqual(64);
});

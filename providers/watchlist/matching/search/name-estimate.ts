import { SETTINGS } from '../score/settings.ts';

/** Estimates from 0 to 1 are told apart by so much. */
export const BUCKETS = 128;

/** What the name score would be if every part of either side that did not agree stayed without counterpart. */
export function toEstimate(guestWeight: number, listedWeight: number, agreed: number): number {
  const onlyGuest = Math.max(0, guestWeight - agreed);
  const onlyListed = Math.max(0, listedWeight - agreed);
  const both = Math.min(onlyGuest, onlyListed);
  const missing =
    both * SETTINGS.contradiction +
    (onlyGuest - both) * SETTINGS.extraGuestPart +
    (onlyListed - both) * SETTINGS.extraListedPart;
  return Math.min(1, agreed / (agreed + missing / 100 + 0.001));
}

/**
 * The least agreement (of 1,000 by weight) with which a name could come to a bucket, at most `mostAgreed`. An estimate is
 * highest for a name that has nothing beside what agrees, and then never falls while that grows: every step of
 * `toEstimate` keeps the order of its operands, rounded or not. Estimates are kept in 32 bits, so those count too.
 */
export function leastAgreedFor(guestWeight: number, bucket: number, mostAgreed: number): number {
  let low = 0;
  let high = mostAgreed;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const estimate = toEstimate(guestWeight, 0, middle / 1000);
    if (Math.max(estimate, Math.fround(estimate)) * BUCKETS >= bucket) high = middle;
    else low = middle + 1;
  }
  return low;
}

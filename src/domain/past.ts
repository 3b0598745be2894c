import type { Instant } from './subject.ts';

/**
 * When something happened, as it was noted. What is noted for a time that is still to come was noted by a clock that was ahead
 * and has been set right since: when it happened is not known then.
 */
export function toPast(notedAt: Instant | undefined, now: Instant): Instant | undefined {
  return notedAt !== undefined && notedAt <= now ? notedAt : undefined;
}

import type { Instant } from '../subject.ts';

/** How often somebody tried in vain, and until when nobody is let try. */
export interface Throttle {
  readonly failures: number;
  readonly lastAt: Instant;
  readonly lockedUntil?: Instant;
}

export interface ThrottleRule {
  /** Failures that cost no wait. */
  readonly free: number;
  /** The first wait; it doubles from failure to failure. */
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
}

/** Of one account: few people mistype more often. */
export const accountRule: ThrottleRule = { free: 5, firstWaitMs: 30_000, longestWaitMs: 3_600_000 };

/** Of one address: a whole hotel may stand behind it. */
export const addressRule: ThrottleRule = { free: 50, firstWaitMs: 30_000, longestWaitMs: 3_600_000 };

const forgottenAfterMs = 24 * 3_600_000;

/** How long somebody still has to wait; 0 for not at all. */
export function toWaitMs(throttle: Throttle | undefined, now: Instant): number {
  return throttle?.lockedUntil === undefined ? 0 : Math.max(0, Date.parse(throttle.lockedUntil) - Date.parse(now));
}

/** After one more try, which counts as a failure until it succeeds: tries at the same time cannot share one. */
export function withTry(throttle: Throttle | undefined, now: Instant, rule: ThrottleRule): Throttle {
  const isOld = throttle === undefined || Date.parse(now) - Date.parse(throttle.lastAt) > forgottenAfterMs;
  const failures = (isOld ? 0 : throttle.failures) + 1;
  if (failures < rule.free) return { failures, lastAt: now };
  const waitMs = Math.min(rule.longestWaitMs, rule.firstWaitMs * 2 ** Math.min(failures - rule.free, 30));
  return { failures, lastAt: now, lockedUntil: new Date(Date.parse(now) + waitMs).toISOString() };
}

/** After a try that succeeded, of somebody whose other tries still count. */
export function withoutTry(throttle: Throttle): Throttle {
  return { failures: Math.max(0, throttle.failures - 1), lastAt: throttle.lastAt };
}

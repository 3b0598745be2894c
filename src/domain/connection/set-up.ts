import { plusMs } from '../calendar.ts';
import { toPast } from '../past.ts';
import type { Instant } from '../subject.ts';

/** With what a property was found set up in the PMS, or was, and when. */
export interface SetUp {
  /** Stands for everything that it depends on here: another one asks for another look. */
  readonly mark: string;
  readonly lookedAt: Instant;
}

const freshMs = 6 * 3_600_000;
const careMs = 24 * 3_600_000;

/**
 * Whether a start may leave the property to its daily care: nothing has changed here, and it was looked at a short while
 * ago.
 */
export function isFreshlySetUp(setUp: SetUp | undefined, { mark, now }: { mark: string; now: Instant }): boolean {
  const lookedAt = toPast(setUp?.lookedAt, now);
  return setUp?.mark === mark && lookedAt !== undefined && plusMs(lookedAt, freshMs) > now;
}

/** The PMS tries a delivery for five minutes, and syncs are put off for five at most. */
const deafMs = 15 * 60_000;
/** So many syncs may be missed. */
const missedSyncs = 3;

export interface Listening {
  readonly now: Instant;
  /** How often a property is synced by itself. */
  readonly syncIntervalMs: number;
}

/**
 * Whether somebody was there to hear it, had the hotel disconnected the app and connected it again: that takes all
 * subscriptions away. To be asked before anything is synced.
 */
export function hasListened(lastSyncStartedAt: Instant | undefined, { now, syncIntervalMs }: Listening): boolean {
  const last = toPast(lastSyncStartedAt, now);
  return last !== undefined && plusMs(last, Math.max(deafMs, missedSyncs * syncIntervalMs)) > now;
}

/**
 * When it is looked at again if nothing asks for it sooner. One that came to nothing is made up for a day later, and not at
 * once.
 */
export function toNextCare({ lookedAt }: SetUp, now: Instant): Instant {
  const last = toPast(lookedAt, now) ?? now;
  const days = Math.ceil((Date.parse(now) - Date.parse(last)) / careMs);
  return plusMs(last, Math.max(days, 1) * careMs);
}

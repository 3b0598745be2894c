import { plusMs } from '../domain/calendar.ts';
import { quietMemoryMs } from '../domain/silence.ts';
import { housekeeping } from '../domain/urgency.ts';
import type { Clock } from '../ports/clock.ts';
import type { JobHandler } from '../ports/jobs.ts';
import type { Store } from '../ports/store.ts';

const dayMs = 86_400_000;

/** The PMS repeats a delivery within minutes, so a week is ample for recognizing a repetition. */
const keptMs = 7 * dayMs;

/** Longer than any vendor repeats a callback, or takes to change its mind. */
const callbacksKeptMs = 30 * dayMs;

/** Nobody asks about an alert that ended more than a season ago. */
const alertsKeptMs = 90 * dayMs;

/** Removes, once a day, what is no longer needed: old events and callbacks, expired answers, slots of unused keys, and so on. */
export function createForgetOldEvents({
  store,
  clock,
}: {
  readonly store: Store;
  readonly clock: Clock;
}): JobHandler<'forget-old-events'> {
  return (_payload, { lease }) =>
    store.transactionUnder(lease, async (rows) => {
      const now = clock.now();
      await rows.events.removeBefore(plusMs(now, -keptMs));
      await rows.syncStates.removeQuietGapsBefore(plusMs(now, -quietMemoryMs));
      await rows.keptAnswers.removeExpired(now);
      await rows.pendingChecks.removeBefore({
        callbacks: plusMs(now, -callbacksKeptMs),
        earlyAnswers: plusMs(now, -dayMs),
      });
      const dayAgo = plusMs(now, -dayMs);
      // Keys that were only tried to see what they open, and those of before.
      await rows.requestSlots.removeFreeSince(Date.parse(dayAgo));
      await rows.alerts.removeSettledBefore(plusMs(now, -alertsKeptMs));
      await rows.accessLeftovers.removeExpired({ now, requestsBefore: dayAgo, triesBefore: dayAgo });
      await rows.jobs.enqueue({
        kind: 'forget-old-events',
        payload: {},
        urgency: housekeeping,
        runAt: plusMs(now, dayMs),
      });
    });
}

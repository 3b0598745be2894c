import { plusMs } from '../domain/calendar.ts';
import { quietMemoryMs } from '../domain/silence.ts';
import { housekeeping } from '../domain/urgency.ts';
import type { Clock } from '../ports/clock.ts';
import type { JobHandler } from '../ports/jobs.ts';
import type { Store } from '../ports/store.ts';

const dayMs = 86_400_000;

/** The PMS repeats a delivery within minutes; a week is ample to know one again. */
const keptMs = 7 * dayMs;

/** Longer than any vendor repeats a callback, and than it may take to change its mind. */
const callbacksKeptMs = 30 * dayMs;

/** Who was told of what, and when it was over, is asked for after a season at the latest. */
const alertsKeptMs = 90 * dayMs;

/** Removes, once a day, what counts no longer: events that cannot be repeated, answers that do not stand, slots of keys not in use. */
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

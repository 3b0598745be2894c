import { isAnnounced } from '../../domain/announcement.ts';
import { plusMs } from '../../domain/calendar.ts';
import type { Instant } from '../../domain/subject.ts';
import type { Metrics } from '../../ports/metrics.ts';
import type { Rows } from '../../ports/store.ts';
import type { FoundBy } from '../../ports/sync-states.ts';

/** The PMS gives a delivery five tries, a minute apart; what has not come by then never does. */
const lastTryMs = 10 * 60_000;

const eyes: readonly FoundBy[] = ['sync', 'sweep'];

/** Counts the changes of which no event told, not even late, as gaps. */
export async function judgeGaps(
  rows: Rows,
  { propertyId, at }: { readonly propertyId: string; readonly at: Instant },
  metrics: Metrics,
): Promise<void> {
  const found = await rows.syncStates.listUnannounced(propertyId, plusMs(at, -lastTryMs));
  const [first] = found.map(({ announcedSince }) => announcedSince).sort();
  if (first === undefined) return;
  const named = await rows.events.listAnnounced(propertyId, first);
  const gaps = found.filter((change) => !isAnnounced(change, named));
  for (const foundBy of eyes) {
    const count = gaps.filter((gap) => gap.foundBy === foundBy).length;
    if (count === 0) continue;
    await rows.syncStates.addGaps(propertyId, { foundBy, count, at });
    for (let gap = 0; gap < count; gap += 1) metrics.count('sync_gaps', { found_by: foundBy });
  }
  await rows.syncStates.removeUnannounced(found);
}

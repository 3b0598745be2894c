import { plusMs } from '../../domain/calendar.ts';
import { type DriftHandling, type DriftState, type FoundFields, isAsTold, judgeDrift } from '../../domain/drift.ts';
import type { Instant } from '../../domain/subject.ts';
import { housekeeping } from '../../domain/urgency.ts';
import type { Metrics } from '../../ports/metrics.ts';
import type { Rows, WriteBack } from '../../ports/store.ts';
import type { Find } from '../syncing/find.ts';
import { tellHotel } from './tell-hotel.ts';

/** The PMS may answer a moment with what it knew before our write. */
const lagMs = 5_000;
const dayMs = 86_400_000;

export interface DriftLook {
  readonly propertyId: string;
  /** What was written since then may not be in what was read. */
  readonly readSince: Instant;
  readonly at: Instant;
  readonly handling: DriftHandling;
  readonly metrics: Metrics;
}

/**
 * Holds what our fields show, as a sync reads it anyway, against what was written there. What is to be written again counts
 * as never told: the write-back that follows finds it missing, and its echo finds nothing.
 */
export async function noteDrift(rows: Rows, find: Find, look: DriftLook): Promise<void> {
  const seen = listSeen(find);
  if (seen.size === 0) return;
  const told = await rows.writeBacks.listByGuests(look.propertyId, [...seen.keys()]);
  for (const [guestId, writeBack] of told) {
    const found = seen.get(guestId);
    if (found !== undefined) await noteDriftOf(rows, { writeBack, found }, look);
  }
}

/** What our fields show, by guest. */
function listSeen(find: Find): ReadonlyMap<string, FoundFields> {
  const guests =
    find.kind === 'guests'
      ? find.changes.filter(({ mergedInto }) => mergedInto === undefined)
      : find.snapshots.flatMap((snapshot) =>
          snapshot.guests.map(({ subject, ...guest }) => ({ ...guest, guestId: subject.guestId })),
        );
  const shown = guests.filter(({ isAnonymized }) => !isAnonymized);
  return new Map(shown.flatMap(({ guestId, shown }) => (shown === undefined ? [] : [[guestId, shown] as const])));
}

async function noteDriftOf(
  rows: Rows,
  { writeBack, found }: { readonly writeBack: WriteBack; readonly found: FoundFields },
  { readSince, at, handling, metrics }: DriftLook,
): Promise<void> {
  const { writtenFields: told, drift = [], state, propertyId, guestId } = writeBack;
  if (told === undefined || state !== 'written' || plusMs(writeBack.at, lagMs) >= readSince) return;
  if (drift.length === 0 && isAsTold(found, told)) return;
  const contestedElsewhere = await listContested(rows, propertyId, at);
  const verdict = judgeDrift({ told, found, drift, handling, contestedElsewhere, at });
  if (JSON.stringify(verdict.drift) === JSON.stringify(drift)) return;
  await rows.writeBacks.save({ ...writeBack, writtenFields: verdict.told, drift: verdict.drift });
  for (const one of verdict.drift) {
    const isNews = !drift.some(({ field, state: before }) => field === one.field && before === one.state);
    if (isNews && isCounted(one.state)) metrics.count('drift', { state: one.state });
  }
  for (const about of verdict.contested) await tellHotel(rows, { propertyId, cause: 'field_contested', about, at });
  if (verdict.repairs.length === 0) return;
  await rows.jobs.enqueue({ kind: 'write-back', payload: { propertyId, guestId }, urgency: housekeeping, runAt: at });
}

/** What something else keeps filling in, it fills in for every guest: one fight a day is enough. */
async function listContested(rows: Rows, propertyId: string, at: Instant): Promise<ReadonlySet<string>> {
  const errors = await rows.appErrors.list(propertyId);
  const recent = errors.filter((error) => error.cause === 'field_contested' && plusMs(error.lastSeenAt, dayMs) > at);
  return new Set(recent.map(({ about }) => about));
}

function isCounted(state: DriftState): state is 'seen' | 'respected' | 'contested' {
  return state === 'seen' || state === 'respected' || state === 'contested';
}

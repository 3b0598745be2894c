import { plusMs } from '../../domain/calendar.ts';
import { toPast } from '../../domain/past.ts';
import type { Instant } from '../../domain/subject.ts';
import type { Logger } from '../../ports/logger.ts';
import type { PmsBudget } from '../../ports/pms-budget.ts';
import type { Pms } from '../../ports/pms.ts';
import type { Property, Rows, Store } from '../../ports/store.ts';
import type { Look, TakeParts } from './take-find.ts';

export interface SyncParts extends TakeParts {
  readonly store: Store;
  readonly pms: Pms & PmsBudget;
  readonly logger: Logger;
  /** How far before the watermark a sync looks again: the PMS's clock and its writes may lag behind ours. */
  readonly overlapMs: number;
  /** What the PMS allows one key. */
  readonly requestsPerSecond: number;
}

/**
 * A look at what changed in a property since its watermark; at everything, where there is none, or one that a wrong clock left
 * in the future.
 */
export async function findLook(
  rows: Rows,
  { property, startedAt }: { readonly property: Property; readonly startedAt: Instant },
  overlapMs: number,
): Promise<Look> {
  const { id } = property;
  const syncedThrough = toPast(property.syncedThrough, startedAt);
  if (syncedThrough === undefined) return { property, foundBy: 'sync', startedAt };
  const since = plusMs(syncedThrough, -overlapMs);
  const named = await rows.events.listAnnounced(id, since);
  return { property, foundBy: 'sync', startedAt, announcements: { since, named } };
}

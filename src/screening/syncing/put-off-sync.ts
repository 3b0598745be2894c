import { plusMs } from '../../domain/calendar.ts';
import { toPast } from '../../domain/past.ts';
import type { Instant } from '../../domain/subject.ts';
import { type SyncLoad, toSyncGapMs } from '../../domain/sync-pace.ts';
import { syncUrgency } from '../../domain/urgency.ts';
import type { PmsBudgetUse } from '../../ports/pms-budget.ts';
import type { Rows } from '../../ports/store.ts';
import { toGlance } from '../glance-at-connection.ts';
import type { SyncParts } from './sync-look.ts';

export interface PuttingOff {
  /** Looks how much of the budget is used; what it answers puts the sync off where that is called for, and says whether it did. */
  prepare(propertyId: string, now: Instant): Promise<(rows: Rows) => Promise<boolean>>;
  /** What a sync costs says what the next one will. */
  noteCost(propertyId: string, requests: number): void;
}

/** Changed reservations, and changed guests. */
const leastRequests = 2;

/** While there is much to tell the PMS, looking for more waits; see sync-pace.ts. */
export function createPuttingOff(parts: Pick<SyncParts, 'pms' | 'requestsPerSecond'>): PuttingOff {
  const costs = new Map<string, number>();
  return {
    async prepare(propertyId, now) {
      const usedShare = toUsedShare(await parts.pms.findBudgetUse(propertyId));
      const load = { usedShare, requestsOfSync: costs.get(propertyId) ?? leastRequests };
      return (rows) => putOff(rows, { propertyId, load, now }, parts.requestsPerSecond);
    },
    noteCost: (propertyId, requests) => void costs.set(propertyId, Math.max(requests, leastRequests)),
  };
}

/** Nothing is used of what has no limit. */
function toUsedShare({ lastMinute, requestsPerSecond }: PmsBudgetUse): number {
  return lastMinute / (60 * requestsPerSecond);
}

interface DueSync {
  readonly propertyId: string;
  readonly load: Pick<SyncLoad, 'usedShare' | 'requestsOfSync'>;
  readonly now: Instant;
}

async function putOff(rows: Rows, { propertyId, load, now }: DueSync, requestsPerSecond: number): Promise<boolean> {
  const lastSyncStartedAt = toPast((await rows.properties.get(propertyId)).lastSyncStartedAt, now);
  if (lastSyncStartedAt === undefined) return false;
  const standing = await rows.connections.findProperty(propertyId);
  // Nobody has looked since it was connected, and what happened before no glance sees.
  if (standing !== undefined && standing.since > lastSyncStartedAt) return false;
  const connectionId = standing?.connectionId;
  const sharing = await listSharing(rows, connectionId);
  const busyProperties = await countBusy(rows, sharing, now);
  const gapMs = toSyncGapMs({ ...load, properties: sharing.size, busyProperties, requestsPerSecond });
  const runAt = plusMs(lastSyncStartedAt, gapMs);
  if (runAt <= now) return false;
  await rows.jobs.enqueue({ kind: 'sync-property', payload: { propertyId }, urgency: syncUrgency, runAt });
  if (sharing.size > 1 && connectionId !== undefined) await rows.jobs.enqueue(toGlance(connectionId, now));
  return true;
}

/** The properties of a connection, and so of one budget; for one that is disconnected nothing is spent. */
async function listSharing(rows: Rows, connectionId: string | undefined): Promise<ReadonlySet<string>> {
  const properties = await rows.connections.listProperties(connectionId);
  return new Set(properties.filter(({ state }) => state !== 'disconnected').map(({ propertyId }) => propertyId));
}

/** Those with results that are due to be written. */
async function countBusy(rows: Rows, sharing: ReadonlySet<string>, now: Instant): Promise<number> {
  return (await rows.jobs.listWaitingProperties('write-back', now)).filter((id) => sharing.has(id)).length;
}

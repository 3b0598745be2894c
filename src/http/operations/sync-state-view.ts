import type { components } from '../../../openapi/service.generated.ts';
import type { Instant } from '../../domain/subject.ts';
import { toSyncStanding } from '../../domain/sync-standing.ts';
import type { AppError } from '../../ports/app-errors.ts';
import type { Rows } from '../../ports/store.ts';
import type { GapCount } from '../../ports/sync-states.ts';

type Schemas = components['schemas'];

/** How far a property is followed. */
export async function readSyncState(rows: Rows, propertyId: string, now: Instant): Promise<Schemas['SyncState']> {
  const { syncedThrough } = await rows.properties.get(propertyId);
  const state = await rows.syncStates.find(propertyId);
  return {
    standing: toSyncStanding({ syncedThrough, ...state }, now),
    lastEventAt: state?.lastEventAt ?? null,
    lastSyncAt: state?.lastSyncedAt ?? null,
    syncedThrough: syncedThrough ?? null,
    oldestUnsyncedAt: state?.unsyncedSince ?? null,
    silentSince: state?.silentSince ?? null,
    lastSweepAt: state?.lastSweptAt ?? null,
    gaps: { bySync: toGapView(state?.gaps.sync), bySweep: toGapView(state?.gaps.sweep) },
    troubles: (await rows.appErrors.list(propertyId)).map(toTroubleView),
  };
}

function toTroubleView({ cause, about, openedAt, lastSeenAt, toldAt }: AppError): Schemas['PmsTrouble'] {
  return { cause, about, openedAt, lastSeenAt, toldAt: toldAt ?? null };
}

function toGapView(gaps: GapCount | undefined): Schemas['GapCount'] {
  return { count: gaps?.count ?? 0, lastAt: gaps?.lastAt ?? null };
}

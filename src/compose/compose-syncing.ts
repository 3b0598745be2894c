import type { Settings } from '../config/environment.ts';
import type { Clock } from '../ports/clock.ts';
import type { JobHandlers } from '../ports/jobs.ts';
import type { Logger } from '../ports/logger.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { PmsBudget } from '../ports/pms-budget.ts';
import type { Pms } from '../ports/pms.ts';
import type { Store } from '../ports/store.ts';
import { createConfirmDeletion } from '../screening/syncing/confirm-deletion.ts';
import { createGlanceAtConnection } from '../screening/glance-at-connection.ts';
import type { BindProfile } from '../screening/profiles/bind-profile.ts';
import type { ScreenTroubled } from '../screening/profiles/screen-troubled.ts';
import { createSweepProperty } from '../screening/sweep-property.ts';
import { createSyncProperty } from '../screening/sync-property.ts';
import { createDigest } from '../store/keys.ts';

/** How far before the watermark a sync looks again. */
const overlapMs = 60_000;

export interface SyncingParts {
  readonly settings: Pick<Settings, 'secretKey' | 'properties'> & {
    readonly cloudbeds: Pick<Settings['cloudbeds'], 'requestsPerSecond'>;
  };
  readonly store: Store;
  readonly pms: Pms & PmsBudget;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly bindProfile: BindProfile;
  readonly screenTroubled?: ScreenTroubled;
}

/** Everything that finds out what happened in the PMS. */
export function composeSyncing({
  settings,
  ...parts
}: SyncingParts): Pick<JobHandlers, 'sync-property' | 'glance-at-connection' | 'sweep-property' | 'confirm-deletion'> {
  const driftFor = (propertyId: string) => {
    const { writeBack, drift } = settings.properties.configFor(propertyId);
    return writeBack === 'note' ? undefined : drift;
  };
  const { requestsPerSecond } = settings.cloudbeds;
  const digest = createDigest(settings.secretKey);
  const syncing = { ...parts, digest, overlapMs, requestsPerSecond, driftFor };
  return {
    'sync-property': createSyncProperty(syncing),
    'glance-at-connection': createGlanceAtConnection(syncing),
    'sweep-property': createSweepProperty(syncing),
    'confirm-deletion': createConfirmDeletion(syncing),
  };
}

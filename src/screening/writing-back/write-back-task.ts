import type { DriftHandling } from '../../domain/drift.ts';
import type { Screening } from '../../domain/screening.ts';
import type { ShownFields } from '../../domain/shown-fields.ts';
import type { Clock } from '../../ports/clock.ts';
import type { FormLinks } from '../../ports/forms.ts';
import type { JobContext } from '../../ports/jobs.ts';
import type { Metrics } from '../../ports/metrics.ts';
import type { Pms, PmsCall } from '../../ports/pms.ts';
import type { Store, WriteBack } from '../../ports/store.ts';
import type { ExpectedEchoes } from '../syncing/expected-echoes.ts';

export type WriteBackMode = 'custom_fields' | 'note' | 'both';

export interface WriteBackParts {
  readonly store: Store;
  readonly pms: Pms;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly formLinks: FormLinks;
  readonly expectedEchoes: ExpectedEchoes;
  readonly driftFor: (propertyId: string) => DriftHandling;
  readonly modeFor: (propertyId: string) => WriteBackMode;
}

/** What one run is about, read when it starts: the job itself carries ids only. */
export interface WriteBackTask {
  readonly shown: ShownFields;
  readonly screening: Screening;
  /** What the PMS was last told, if anything. */
  readonly told: WriteBack | undefined;
  readonly call: PmsCall;
  readonly context: JobContext;
}

import type { CheckName, CheckState } from '../domain/diagnosis.ts';
import type { ErrorCode } from '../domain/errors.ts';
import type { ShownField } from '../domain/shown-fields.ts';
import type { Instant } from '../domain/subject.ts';
import type { PmsCall } from './pms.ts';

/** What one check found. Ids, counts and addresses of the service: no secret, nothing of a guest. */
export interface CheckResult {
  readonly check: CheckName;
  /** `null` where it concerns the whole service. */
  readonly propertyId: string | null;
  readonly state: CheckState;
  /** How it stands, in plain English. */
  readonly says: string;
  /** What to do; absent where nothing is to be done. */
  readonly advice?: string;
}

/** Everything that is looked at, in the order in which it is told. Never throws: what cannot be looked at is a finding. */
export type Diagnose = (question: DiagnosisQuestion) => Promise<readonly CheckResult[]>;

export interface DiagnosisQuestion {
  readonly signal: AbortSignal;
  /** Whether the service takes requests: only then its own address can be asked. */
  readonly isRunning: boolean;
}

export interface DatabaseFacts {
  readonly isThere: boolean;
  /** Whether this user may write to it and beside it; of one that is not there, whether it can be made. */
  readonly isWritable: boolean;
  /** `unreadable`: no database of ours, or damaged beyond reading. */
  readonly integrity: 'whole' | 'damaged' | 'unreadable';
  /** Absent where it is not known. */
  readonly isKeyRight?: boolean;
  /** Of this release, and not carried out yet. */
  readonly pendingMigrations: readonly string[];
  /** Carried out, and unknown to this release: a newer one wrote here. */
  readonly unknownMigrations: readonly string[];
  readonly bytes: number;
  /** Of the write-ahead log beside it. */
  readonly walBytes: number;
}

/** Looks into the database from outside, while somebody works on it or not. Changes nothing. */
export type InspectDatabase = () => Promise<DatabaseFacts>;

export interface PmsLook {
  /** What of a property's connection is not as it should be; reads only. Throws what the PMS throws where nothing could be read. */
  lookAtProperty(call: PmsCall, endpointUrl: string): Promise<PropertyLook>;
  /** By how much our clock was ahead of the PMS's at its latest answer; `undefined` before the first. */
  findClockOffsetMs(): number | undefined;
}

export interface PropertyLook {
  /** Reads that the key is not allowed, or that failed. */
  readonly refused: readonly { readonly operation: string; readonly errorCode: ErrorCode }[];
  /** Absent where they could not be read. */
  readonly subscriptions?: { readonly missing: readonly string[]; readonly doubled: readonly string[] };
  /** Absent where they could not be read. */
  readonly fields?: {
    readonly missing: readonly ShownField[];
    readonly short: readonly { readonly shortcode: ShownField; readonly holds: number; readonly needs: number }[];
  };
}

/** How much room the disk has on which a file lies, or would. */
export type FindDiskSpace = (path: string) => Promise<{ readonly freeBytes: number; readonly totalBytes: number }>;

/** Asks an address of our own as anybody outside would. `isOurs`: it answered as /healthz does. */
export type AskOwnAddress = (
  url: string,
  signal: AbortSignal,
) => Promise<
  | { readonly status: number; readonly isOurs: boolean }
  | { readonly failure: 'name_unknown' | 'refused' | 'timeout' | 'certificate' | 'unreachable' }
>;

export interface QueueFacts {
  readonly waiting: number;
  readonly running: number;
  readonly buried: number;
  /** When the job that is due the longest was due. */
  readonly oldestDueAt?: Instant;
}

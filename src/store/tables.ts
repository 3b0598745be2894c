import type { ColumnType, Generated } from 'kysely';
import type { HouseListState } from '../domain/house-list-steps.ts';
import type { ScreeningStatus, ShownOutcome } from '../domain/screening.ts';
import type { ReservationStatus } from '../domain/subject.ts';
import type { HouseListKeyKind } from '../ports/house-list.ts';
import type { JobKind } from '../ports/jobs.ts';
import type { PendingCheckState } from '../ports/pending-checks.ts';
import type { StockStep } from '../ports/stock.ts';
import type { TimelineEvent, WriteBackState } from '../ports/store.ts';
import type { AccessTables } from './access/access-tables.ts';
import type { AlertTables } from './alerts/alert-tables.ts';
import type { Flag, KeyedDigest, Sealed } from './column-kinds.ts';
import type { ConnectionTables } from './connections/connection-tables.ts';
import type { DeskTables } from './desk/desk-tables.ts';
import type { FormTables } from './form/form-tables.ts';
import type { ProfileTables } from './profiles/profile-tables.ts';
import type { StatisticTables } from './statistics/statistic-tables.ts';
import type { LedgerTables } from './screenings/ledger-tables.ts';
import type { MailTables } from './mail/mail-tables.ts';

/**
 * The tables. Readable is only what is filtered or sorted by: ids, statuses, outcomes, dates of a stay, instants. `Sealed`
 * opens with SECRET_KEY only; a `KeyedDigest` can be compared and not read.
 */
export interface Tables
  extends
    FormTables,
    AccessTables,
    ConnectionTables,
    DeskTables,
    ProfileTables,
    StatisticTables,
    MailTables,
    AlertTables,
    LedgerTables {
  readonly key_check: { readonly id: number; readonly digest: KeyedDigest };
  readonly property: PropertyTable;
  readonly event: EventTable;
  readonly subject: SubjectTable;
  readonly subject_search: SubjectSearchTable;
  readonly screening: ScreeningTable;
  readonly timeline: TimelineTable;
  readonly write_back: WriteBackTable;
  readonly house_list_entry: HouseListEntryTable;
  readonly house_list_key: HouseListKeyTable;
  readonly kept_answer: KeptAnswerTable;
  readonly spending: SpendingTable;
  readonly pending_check: PendingCheckTable;
  readonly provider_callback: ProviderCallbackTable;
  readonly early_answer: EarlyAnswerTable;
  readonly withdrawal: WithdrawalTable;
  readonly dismissal: DismissalTable;
  readonly merged_guest: MergedGuestTable;
  readonly job: JobTable;
  readonly request_slot: RequestSlotTable;
  readonly stock_taking: StockTakingTable;
}

export type { Flag, KeyedDigest, Sealed };
type Optional<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>;

export interface PropertyTable {
  readonly id: string;
  readonly name: string;
  readonly time_zone: string;
  readonly webhook_secret: Sealed;
  readonly webhook_secret_digest: KeyedDigest;
  readonly synced_through: Optional<string>;
  readonly last_sync_started_at: Optional<string>;
}

export interface EventTable {
  readonly id: string;
  readonly property_id: string;
  readonly name: string;
  readonly guest_id: string | null;
  readonly reservation_id: string | null;
  readonly received_at: string;
}

export interface SubjectTable {
  readonly no: Generated<number>;
  readonly property_id: string;
  readonly reservation_id: string;
  readonly guest_id: string;
  readonly reservation_status: ReservationStatus;
  readonly is_active: Flag;
  readonly fingerprint: string;
  readonly arrives_on: string;
  readonly departs_on: string;
  readonly sealed_fields: Sealed;
  /** All its rows in `subject_search`, one after the other: what to take away there when it changes. */
  readonly search_digests: Uint8Array;
}

export interface SubjectSearchTable {
  readonly property_id: string;
  readonly digest: KeyedDigest;
  readonly subject_no: number;
}

export interface ScreeningTable {
  readonly id: string;
  readonly subject_no: number;
  /** The one that counts for its subject. */
  readonly is_current: Flag;
  /** As the subject has it: the list is filtered and sorted by them. */
  readonly property_id: string;
  readonly arrives_on: string;
  readonly fingerprint: string;
  readonly status: ScreeningStatus;
  readonly outcome: Optional<Extract<ShownOutcome, 'clear' | 'review' | 'flagged'>>;
  readonly decision: Optional<Extract<ShownOutcome, 'approved' | 'declined'>>;
  /** The decision over the outcome. */
  readonly shown_outcome: Optional<ShownOutcome>;
  readonly policy_name: Optional<string>;
  readonly policy_version: Optional<string>;
  readonly sealed_findings: Optional<Sealed>;
  readonly sealed_decision: Optional<Sealed>;
  readonly decided_at: Optional<string>;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface TimelineTable {
  readonly no: Generated<number>;
  readonly subject_no: number;
  readonly screening_id: string;
  readonly at: string;
  readonly event: TimelineEvent;
  readonly sealed_actor: Sealed;
}

export interface WriteBackTable {
  readonly property_id: string;
  readonly guest_id: string;
  readonly screening_id: string;
  readonly state: WriteBackState;
  readonly at: string;
  readonly note_id: string | null;
  readonly request_id: string | null;
  /** JSON of field names, counts and instants. */
  readonly drift: Optional<string>;
  readonly sealed_written: Sealed;
}

export interface HouseListEntryTable {
  readonly no: Generated<number>;
  readonly id: string;
  readonly property_id: string;
  readonly created_at: string;
  readonly valid_until: string | null;
  /** The database's own default is `active`. */
  readonly state: HouseListState;
  readonly sealed_entry: Sealed;
}

export interface HouseListKeyTable {
  readonly property_id: string;
  readonly digest: KeyedDigest;
  readonly kind: HouseListKeyKind;
  readonly entry_no: number;
}

export interface KeptAnswerTable {
  /** A keyed digest in hex. */
  readonly question_key: string;
  readonly property_id: string;
  readonly provider_id: string;
  readonly guest_id: string | null;
  readonly valid_until: string;
  readonly sealed_finding: Sealed;
}

export interface SpendingTable {
  readonly property_id: string;
  readonly provider_id: string;
  readonly month: string;
  readonly minor_units: number;
}

export interface PendingCheckTable {
  readonly id: string;
  readonly property_id: string;
  readonly provider_id: string;
  readonly guest_id: string;
  readonly screening_id: string;
  readonly reference_digest: KeyedDigest;
  readonly question_key: string;
  readonly state: PendingCheckState;
  readonly asked_at: string;
  readonly overdue_at: string;
  readonly next_poll_at: string | null;
  readonly sealed_question: Sealed;
}

export interface ProviderCallbackTable {
  readonly property_id: string;
  readonly provider_id: string;
  readonly event_digest: KeyedDigest;
  readonly received_at: string;
}

export interface EarlyAnswerTable {
  readonly property_id: string;
  readonly provider_id: string;
  readonly reference_digest: KeyedDigest;
  readonly received_at: string;
  readonly sealed_finding: Sealed;
}

export interface WithdrawalTable {
  readonly no: Generated<number>;
  readonly subject_no: number;
  readonly screening_id: string;
  readonly at: string;
  readonly sealed_withdrawal: Sealed;
}

export interface DismissalTable {
  readonly property_id: string;
  readonly person_digest: KeyedDigest;
  readonly list_id: string;
  readonly entry_id: string;
  readonly guest_id: string;
  readonly valid_until: string | null;
  readonly sealed_dismissal: Sealed;
}

/** Each guest whom the PMS merged with another, and under which id it has ended up. */
export interface MergedGuestTable {
  readonly property_id: string;
  readonly guest_id: string;
  readonly into_id: string;
}

export type JobState = 'waiting' | 'running' | 'buried';

export interface JobTable {
  /** Never given twice, so that a lease on a job that is gone can never fit another. */
  readonly no: Generated<number>;
  readonly kind: JobKind;
  /** JSON with sorted names: with `kind`, the key. */
  readonly payload: string;
  /** Of the payload, where it has one; else empty. */
  readonly property_id: Generated<string>;
  readonly urgency: number;
  readonly run_at: string;
  readonly state: JobState;
  readonly attempt: number;
  /** Since the last try that ended in words. */
  readonly takeovers: number;
  readonly generation: number;
  readonly lease_until: Optional<string>;
  readonly error_code: Optional<string>;
  readonly buried_at: Optional<string>;
}

export interface RequestSlotTable {
  readonly key_digest: KeyedDigest;
  readonly slot: number;
  readonly free_at_ms: Generated<number>;
  /** Not before, whoever holds it till when. */
  readonly rests_until_ms: Generated<number>;
}

/** Of each property how far its stock has been taken. */
export interface StockTakingTable {
  readonly property_id: string;
  readonly basis: string;
  readonly step: StockStep;
  readonly after_no: number;
}

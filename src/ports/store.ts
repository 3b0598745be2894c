import type { Announced } from '../domain/announcement.ts';
import type { Drift } from '../domain/drift.ts';
import type { Finding } from '../domain/finding.ts';
import type { KnownSubject } from '../domain/intake.ts';
import type { Conclusion } from '../domain/policy.ts';
import type { Selection } from '../domain/policy/selection.ts';
import type { Decision, Screening, ScreeningStatus, ShownOutcome } from '../domain/screening.ts';
import type { ShownFields } from '../domain/shown-fields.ts';
import type { Instant, LocalDate, Subject } from '../domain/subject.ts';
import type { TimelineEvent } from '../domain/timeline-event.ts';
import type { AccessRows } from './access-rows.ts';
import type { AlertRepository } from './alerts.ts';
import type { KeptAnswerRepository, SpendingRepository } from './check-memory.ts';
import type { AppErrorRepository } from './app-errors.ts';
import type { ArrivalRepository, AssignmentRepository, NoteRepository } from './desk.ts';
import type { ConnectFlowRepository, ConnectionRepository } from './connections.ts';
import type { DismissalRepository } from './dismissals.ts';
import type { FormRepository } from './forms.ts';
import type { GuestMergeRepository } from './guest-merges.ts';
import type { HouseListRepository } from './house-list.ts';
import type { JobRepository, Lease } from './jobs.ts';
import type { LiveFeedRepository } from './live-feed.ts';
import type { MailRepository } from './mail.ts';
import type { KnownGuestRepository } from './known-guests.ts';
import type { PropertyFigureRepository } from './property-figures.ts';
import type { PendingCheckRepository } from './pending-checks.ts';
import type { ProfileRepository } from './profiles.ts';
import type { RequestSlotRepository } from './request-slots.ts';
import type { StatisticsRepository } from './statistics.ts';
import type { StockRepository } from './stock.ts';
import type { SyncStateRepository } from './sync-states.ts';

/**
 * All that the service remembers. One writer at a time: a transaction waits for the one before.
 * Inside `work` use what it is handed and nothing else: asking the store itself there waits for ever.
 */
export interface Store {
  /** All of it or nothing. Never wait for the network inside. Throws `store_full` where the disk is. */
  transaction<Result>(work: (rows: Rows) => Promise<Result>): Promise<Result>;
  /** The same ahead of all that waits, where the PMS waits for an answer; the others keep a share. */
  transactionFirst<Result>(work: (rows: Rows) => Promise<Result>): Promise<Result>;
  /** The same for the holder of a job: throws `lease_lost`, and nothing happens, where the lease has passed on. */
  transactionUnder<Result>(lease: Lease, work: (rows: Rows) => Promise<Result>): Promise<Result>;
  read<Result>(work: (rows: Rows) => Promise<Result>): Promise<Result>;
  /** Calls after each commit that enqueued jobs in this process, with when the first is due. Answers how to end that. */
  onJobsEnqueued(listener: (soonest: Instant) => void): () => void;
  /** Throws where the database cannot be asked; for readiness. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface Rows extends AccessRows {
  readonly properties: PropertyRepository;
  readonly propertyFigures: PropertyFigureRepository;
  readonly connections: ConnectionRepository;
  readonly connectFlows: ConnectFlowRepository;
  readonly events: EventRepository;
  readonly syncStates: SyncStateRepository;
  readonly subjects: SubjectRepository;
  readonly screenings: ScreeningRepository;
  readonly writeBacks: WriteBackRepository;
  readonly appErrors: AppErrorRepository;
  readonly houseList: HouseListRepository;
  readonly keptAnswers: KeptAnswerRepository;
  readonly spending: SpendingRepository;
  readonly knownGuests: KnownGuestRepository;
  readonly pendingChecks: PendingCheckRepository;
  readonly dismissals: DismissalRepository;
  readonly guestMerges: GuestMergeRepository;
  readonly forms: FormRepository;
  readonly arrivals: ArrivalRepository;
  readonly notes: NoteRepository;
  readonly assignments: AssignmentRepository;
  readonly liveFeed: LiveFeedRepository;
  readonly profiles: ProfileRepository;
  readonly statistics: StatisticsRepository;
  readonly stock: StockRepository;
  readonly mails: MailRepository;
  readonly alerts: AlertRepository;
  readonly jobs: JobRepository;
  readonly requestSlots: RequestSlotRepository;
}

export interface Property {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  /** The last part of its webhook address: whoever knows it may ring. */
  readonly webhookSecret: string;
  /** Every change before this instant has been seen; absent until the first sync is done. */
  readonly syncedThrough?: Instant;
  readonly lastSyncStartedAt?: Instant;
}

export interface PropertyRepository {
  /** Adds a property, or brings name and time zone up to date; secret and watermark stay as they are. */
  save(property: Pick<Property, 'id' | 'name' | 'timeZone' | 'webhookSecret'>): Promise<Property>;
  find(propertyId: string): Promise<Property | undefined>;
  /** Throws `property_unknown`. */
  get(propertyId: string): Promise<Property>;
  /** By the secret of its address, or a former one that is still answered. */
  findByWebhookSecret(secret: string, now: Instant): Promise<Property | undefined>;
  /** Gives the property another secret; the one before is a former one from now on. */
  changeWebhookSecret(propertyId: string, secret: string): Promise<Property>;
  /** Those to which the PMS may still be subscribed. */
  listFormerSecrets(propertyId: string): Promise<readonly string[]>;
  /** The PMS is subscribed to none of them any more; until then they are answered, for what it tries again. */
  endFormerSecrets(propertyId: string, until: Instant): Promise<void>;
  list(): Promise<readonly Property[]>;
  noteSyncStarted(propertyId: string, at: Instant): Promise<void>;
  moveWatermark(propertyId: string, syncedThrough: Instant): Promise<void>;
}

/** A delivery, reduced to ids. */
export interface ReceivedEvent {
  /** Digest of the delivery's body: the same delivery twice is the same id. */
  readonly id: string;
  readonly propertyId: string;
  /** `object/action`. */
  readonly name: string;
  readonly guestId?: string;
  readonly reservationId?: string;
  readonly receivedAt: Instant;
}

export interface EventRepository {
  /** Adds those that are not there yet, and answers which those were. */
  addAll(events: readonly ReceivedEvent[]): Promise<readonly ReceivedEvent[]>;
  /** Whom a property's events named since. */
  listAnnounced(propertyId: string, since: Instant): Promise<Announced>;
  removeBefore(receivedBefore: Instant): Promise<number>;
}

export interface StoredSubject extends KnownSubject {
  readonly subject: Subject;
  /** The screening that counts, if it was ever screened. */
  readonly currentScreeningId?: string;
}

export interface SubjectRepository {
  find(key: SubjectKey): Promise<StoredSubject | undefined>;
  /** All subjects of these reservations, including those that are no longer active. */
  listByReservations(propertyId: string, reservationIds: readonly string[]): Promise<readonly StoredSubject[]>;
  /** All subjects of one guest over its reservations. */
  listByGuest(propertyId: string, guestId: string): Promise<readonly StoredSubject[]>;
  /** The reservations with an active subject that is in house or arrives in these days, by id. */
  listActiveReservations(
    propertyId: string,
    days: { readonly from: LocalDate; readonly to: LocalDate },
  ): Promise<readonly string[]>;
  /** Adds or replaces; its search terms with it. */
  save(subject: Subject, state: KnownSubject): Promise<void>;
  setInactive(key: SubjectKey): Promise<void>;
  /** Removes what is known of the person, under every id that was merged into this one; ids and outcomes stay. */
  forgetGuest(propertyId: string, guestId: string): Promise<void>;
}

export type SubjectKey = Pick<Subject, 'propertyId' | 'reservationId' | 'guestId'>;

export interface NewScreening extends SubjectKey {
  readonly id: string;
  readonly fingerprint: string;
  readonly createdAt: Instant;
}

export interface ScreeningRepository {
  /** Becomes the subject's current screening, `in_progress`; an open one before it is stopped. */
  add(screening: NewScreening): Promise<void>;
  /** Throws `screening_unknown`. */
  get(screeningId: string): Promise<Screening>;
  find(screeningId: string): Promise<Screening | undefined>;
  saveConclusion(screeningId: string, result: ScreeningResult): Promise<void>;
  saveDecision(screeningId: string, decision: Decision): Promise<void>;
  /** Ends the subject's open screening, if there is one. */
  stopOpen(key: SubjectKey, at: Instant): Promise<void>;
  list(query: ScreeningListQuery): Promise<readonly ScreeningListItem[]>;
  getListItem(screeningId: string): Promise<ScreeningListItem>;
  /** By id; those that are not there are absent. */
  listByIds(screeningIds: readonly string[]): Promise<ReadonlyMap<string, ScreeningListItem>>;
  /**
   * The newest state of each subject whose screening is finished, by when it was screened, newest first. Those of forgotten
   * guests have no findings left, and are not among them.
   */
  listConcluded(query: ConcludedQuery): Promise<readonly Pick<ScreeningListItem, 'screening' | 'subject'>[]>;
  addToTimeline(entry: TimelineEntry): Promise<void>;
  /** Oldest first, over all screenings of the same subject. */
  listTimeline(screeningId: string): Promise<readonly TimelineEntry[]>;
}

export interface ScreeningResult {
  readonly status: Exclude<ScreeningStatus, 'stopped'>;
  readonly findings: readonly Finding[];
  /** Absent while a required answer is still to come. */
  readonly conclusion?: Conclusion;
  readonly selection?: Selection;
  readonly at: Instant;
}

/** The newest state of each subject of a property. All filters narrow. */
export interface ScreeningListQuery {
  readonly propertyId: string;
  readonly status?: ScreeningStatus;
  readonly outcome?: ShownOutcome;
  readonly arrivalFrom?: LocalDate;
  readonly arrivalTo?: LocalDate;
  /** Terms from `toSearchQuery`; every one must be found. */
  readonly terms?: readonly string[];
  readonly limit: number;
  /** The last item of the page before, in the order of arrival, then id. */
  readonly after?: { readonly arrivalDate: LocalDate; readonly screeningId: string };
}

export interface ConcludedQuery {
  readonly propertyId: string;
  readonly since: Instant;
  readonly limit: number;
  /** The last of the page before. */
  readonly after?: { readonly createdAt: Instant; readonly screeningId: string };
}

export interface ScreeningListItem {
  readonly screening: Screening;
  readonly subject: Subject;
  readonly writeBack: WriteBackView;
}

export type { TimelineEvent } from '../domain/timeline-event.ts';

export interface TimelineEntry {
  readonly screeningId: string;
  readonly at: Instant;
  readonly event: TimelineEvent;
  /** `system`, or who did it. */
  readonly actor: string;
}

/** What the PMS was last told of a guest. */
export interface WriteBack {
  readonly propertyId: string;
  readonly guestId: string;
  /** The screening that it was about. */
  readonly screeningId: string;
  readonly writtenFields?: ShownFields;
  readonly writtenNote?: string;
  readonly noteId?: string;
  readonly state: WriteBackState;
  readonly at: Instant;
  readonly requestId?: string;
  /** What was found to differ since. */
  readonly drift?: readonly Drift[];
}

/** `pending` not told yet · `written` · `refused` the PMS will not; somebody must look. */
export type WriteBackState = 'pending' | 'written' | 'refused';

export interface WriteBackView {
  readonly state: WriteBackState;
  readonly at?: Instant;
}

export interface WriteBackRepository {
  find(propertyId: string, guestId: string): Promise<WriteBack | undefined>;
  /** By guest. */
  listByGuests(propertyId: string, guestIds: readonly string[]): Promise<ReadonlyMap<string, WriteBack>>;
  hasRefused(propertyId: string): Promise<boolean>;
  save(writeBack: WriteBack): Promise<void>;
  /** Removes what was written; that it was, and which note it is, stays. */
  forgetGuest(propertyId: string, guestId: string): Promise<void>;
}

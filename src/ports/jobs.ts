import type { AlertChannel, AlertPhase } from '../domain/alerts/alert-kinds.ts';
import type { ErrorCode } from '../domain/errors.ts';
import type { FormMailKind } from '../domain/mail/mail-kinds.ts';
import type { Instant, LocalDate } from '../domain/subject.ts';
import type { Urgency } from '../domain/urgency.ts';
import type { AppErrorCause } from './app-errors.ts';

/** What each kind of job carries: ids, never data. Its key is what there is at most one of waiting and one of running. */
export interface JobPayloads {
  /** Finds the properties that a credential opens, and connects each. */
  readonly 'connect-account': {
    readonly connectionId: string;
    /**
     * `wish`: somebody has just connected it, so that what belongs to another connection passes to this one · `start`: what
     * each property needs is looked at again · `routine`: only what is new.
     */
    readonly cause: 'wish' | 'start' | 'routine';
  };
  /** Sets up what a connected property needs in the PMS: the events that reach us, and our fields. */
  readonly 'connect-property': { readonly propertyId: string };
  /** Tries whether a property that is disconnected can be connected again: by itself where its key was refused, or as wished. */
  readonly 'probe-connection': { readonly propertyId: string; readonly cause: 'wish' | 'routine' };
  /** Takes back what we set up in the PMS. */
  readonly 'disconnect-property': { readonly propertyId: string };
  /** Has tokens replaced by the next ones. */
  readonly 'refresh-tokens': { readonly connectionId: string };
  readonly 'sync-property': { readonly propertyId: string };
  /** Reads what reservations changed lately in the properties of one connection, while their syncs are put off. */
  readonly 'glance-at-connection': { readonly connectionId: string };
  /** Reads every stay in house or to come within 30 days, changed or not. */
  readonly 'sweep-property': { readonly propertyId: string };
  /** Looks where a reservation is that a bell told was deleted, or that a sweep missed. */
  readonly 'confirm-deletion': { readonly propertyId: string; readonly reservationId: string };
  readonly 'run-checks': { readonly propertyId: string; readonly screeningId: string };
  /** Asks a vendor for an answer that comes later. */
  readonly 'poll-check': { readonly propertyId: string; readonly pendingId: string };
  /** Gives up an answer that is overdue. */
  readonly 'expire-check': { readonly propertyId: string; readonly pendingId: string };
  /** Has a vendor remove what it holds of a guest who is forgotten. */
  readonly 'redact-check': { readonly propertyId: string; readonly pendingId: string };
  readonly 'write-back': { readonly propertyId: string; readonly guestId: string };
  /** Screens again those whom a new or removed house-list entry can touch. */
  readonly 'recheck-house-list': { readonly propertyId: string; readonly entryId: string };
  /** Looks for new editions of the lists that properties use, or of one; tells what changed. */
  readonly 'refresh-watchlists': { readonly listId?: string };
  /** Screens again those whom a changed watchlist can touch. */
  readonly 'recheck-watchlist': { readonly propertyId: string; readonly listId: string; readonly changeId: string };
  /** Screens again those of whom somebody's word that they are not on a list held until a day that is over. */
  readonly 'end-dismissals': { readonly propertyId: string; readonly lastDay: LocalDate };
  /** Tells the PMS what a guest has written. */
  readonly 'deliver-form': { readonly propertyId: string; readonly formId: string };
  /** Puts on cards, and counts, what was there before there were cards and counts. */
  readonly 'take-stock': { readonly propertyId: string };
  /** Writes to a guest about a form, if that is still to be done. */
  readonly 'send-form-mail': { readonly propertyId: string; readonly formId: string; readonly kind: FormMailKind };
  /** Sends somebody who works here a link that sets a password. */
  readonly 'send-staff-mail': { readonly linkId: string };
  /** Tells the world of an alert on one channel, or one recipient on it. */
  readonly 'deliver-alert': {
    readonly alertId: string;
    readonly phase: AlertPhase;
    readonly channel: AlertChannel;
    readonly recipient?: string;
  };
  /** Looks for what somebody should be told of, and for what is over. */
  readonly 'watch-alerts': Readonly<Record<string, never>>;
  /** Tells the hotel in the PMS what is wrong, if it still is. */
  readonly 'report-app-error': { readonly propertyId: string; readonly cause: AppErrorCause; readonly about: string };
  readonly 'forget-old-events': Readonly<Record<string, never>>;
}

export type JobKind = keyof JobPayloads;

export interface NewJob<Kind extends JobKind = JobKind> {
  readonly kind: Kind;
  readonly payload: JobPayloads[Kind];
  readonly urgency: Urgency;
  readonly runAt: Instant;
}

/** A job in the hands of a worker. `generation` says which claim of it this is. */
export interface ClaimedJob<Kind extends JobKind = JobKind> {
  readonly id: string;
  readonly kind: Kind;
  readonly payload: JobPayloads[Kind];
  readonly urgency: Urgency;
  /** 1 on the first try. */
  readonly attempt: number;
  /** How often in a row its holder vanished, as a process does that is killed or runs out of memory. */
  readonly takeovers: number;
  readonly generation: number;
}

export type Lease = Pick<ClaimedJob, 'id' | 'generation'>;

export interface BuriedJob {
  readonly id: string;
  readonly kind: JobKind;
  readonly payload: JobPayloads[JobKind];
  readonly attempts: number;
  readonly errorCode: ErrorCode | 'bug';
  readonly buriedAt: Instant;
}

export interface BuriedCount {
  readonly kind: JobKind;
  readonly jobs: number;
  readonly newestAt: Instant;
}

export interface PostponedTry {
  readonly startedAt: Instant;
  readonly runAt: Instant;
  readonly errorCode: ErrorCode | 'bug';
}

/**
 * Durable work, as rows beside those that cause it. All of it within one transaction of the store.
 *
 * What names a lease that has passed to another, or a job that is gone, throws `lease_lost` and changes nothing.
 * Keys are `kind` and payload. `enqueue` of a key that already waits keeps the sooner time and the greater urgency of
 * the two and adds nothing. A claim frees the key, so that news arriving mid-run queues another run; a job whose key is
 * running is not claimed.
 */
export interface JobRepository {
  enqueue(job: NewJob): Promise<void>;
  enqueueAll(jobs: readonly NewJob[]): Promise<void>;
  /**
   * The most urgent jobs that are due, oldest first among equals; each under a lease until `leaseUntil`. A job whose
   * lease has run out is due again.
   */
  claim(query: ClaimQuery): Promise<readonly ClaimedJob[]>;
  /** Throws `lease_lost` where the lease has passed to another. */
  assertHeld(lease: Lease): Promise<void>;
  extend(lease: Lease, leaseUntil: Instant): Promise<void>;
  complete(lease: Lease): Promise<void>;
  /** Gives the job back for another try; where the same key waits already, that one stands for it. */
  retry(lease: Lease, next: { readonly runAt: Instant; readonly errorCode: ErrorCode | 'bug' }): Promise<void>;
  /**
   * The same without the try being counted: it waits for something else than time. Where that has come about since the try
   * was started, it is due at once.
   */
  postpone(lease: Lease, next: PostponedTry): Promise<void>;
  /** Makes what waits for a property, and ended so the last time, due now. */
  wake(propertyId: string, errorCodes: readonly ErrorCode[], now: Instant): Promise<void>;
  /** Gives it back as if it had never been claimed; the attempt does not count. For a drain at shutdown. */
  release(lease: Lease): Promise<void>;
  bury(lease: Lease, verdict: { readonly at: Instant; readonly errorCode: ErrorCode | 'bug' }): Promise<void>;
  listBuried(page: { readonly limit: number; readonly after?: string }): Promise<readonly BuriedJob[]>;
  /** Makes a buried job due now, its attempts forgotten. Throws `job_unknown`. */
  replay(jobId: string, now: Instant): Promise<void>;
  /** Makes every running job due, whoever holds it. Only where it is certain that nobody else works, as at start. */
  reclaimAll(now: Instant): Promise<number>;
  /** Those of these kinds that there may be something to claim of: one question in place of a claim for each. */
  listDueKinds(kinds: readonly JobKind[], now: Instant): Promise<readonly JobKind[]>;
  /** When the next job of these kinds could be claimed, or any lease runs out; `undefined` when nothing waits. */
  findNextDue(kinds: readonly JobKind[]): Promise<Instant | undefined>;
  /** When the job that has waited longest, or else comes first, is or was due; `undefined` when none waits. */
  findFirstWaiting(): Promise<Instant | undefined>;
  /** Of each kind that has any. */
  countBuriedByKind(): Promise<readonly BuriedCount[]>;
  /** The properties of whom jobs of this kind are due and wait for their turn. */
  listWaitingProperties(kind: JobKind, now: Instant): Promise<readonly string[]>;
  countByState(): Promise<Readonly<Record<'waiting' | 'running' | 'buried', number>>>;
}

export interface ClaimQuery {
  readonly kinds: readonly JobKind[];
  readonly limit: number;
  readonly now: Instant;
  readonly leaseUntil: Instant;
  /** Among equally urgent jobs, those of the property with the fewest of these kinds under way come first. Default: no. */
  readonly isFair?: boolean;
}

/** What a handler of jobs is given. */
export interface JobContext {
  readonly lease: Lease;
  readonly attempt: number;
  /** True on the last try before burial. */
  readonly isLastAttempt: boolean;
  /** Aborted when the lease is lost and at shutdown. */
  readonly signal: AbortSignal;
}

export type JobHandler<Kind extends JobKind = JobKind> = (
  payload: JobPayloads[Kind],
  context: JobContext,
) => Promise<void>;

/** One handler for each kind of job. */
export type JobHandlers = { readonly [Kind in JobKind]: JobHandler<Kind> };

import type { ErrorCode } from '../domain/errors.ts';
import type { FormMailKind } from '../domain/mail/mail-kinds.ts';
import type { Instant } from '../domain/subject.ts';
import type { Urgency } from '../domain/urgency.ts';

/** What each kind of job carries: ids, never data. Its key is what there is at most one of waiting and one of running. */
export interface JobPayloads {
  /** Finds the properties that our key opens, and connects each. */
  readonly 'connect-account': Readonly<Record<string, never>>;
  readonly 'connect-property': { readonly propertyId: string };
  readonly 'sync-property': { readonly propertyId: string };
  /** Looks whether a reservation of whose deletion a bell told is really gone. */
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
  /** Tells the PMS what a guest has written. */
  readonly 'deliver-form': { readonly propertyId: string; readonly formId: string };
  /** Puts on cards, and counts, what was there before there were cards and counts. */
  readonly 'take-stock': { readonly propertyId: string };
  /** Writes to a guest about a form, if that is still to be done. */
  readonly 'send-form-mail': { readonly propertyId: string; readonly formId: string; readonly kind: FormMailKind };
  /** Sends somebody who works here a link that sets a password. */
  readonly 'send-staff-mail': { readonly linkId: string };
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
  countByState(): Promise<Readonly<Record<'waiting' | 'running' | 'buried', number>>>;
}

export interface ClaimQuery {
  readonly kinds: readonly JobKind[];
  readonly limit: number;
  readonly now: Instant;
  readonly leaseUntil: Instant;
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

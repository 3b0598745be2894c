import { type ErrorCode, ServiceError } from '../domain/errors.ts';
import { mayPass } from '../domain/refusals.ts';

/**
 * What becomes of a job whose handler threw. `retry` after a delay · `wait`: the same, and the try does not count, because
 * nothing was tried · `bury` for a person to look · `drop`: there is
 * nothing left to do · `release`: as if it had not been tried · `lose`: it is somebody else's, and this run counts for
 * nothing.
 */
export type FailureVerdict =
  | { readonly action: 'retry' | 'wait'; readonly afterMs: number; readonly errorCode: JobErrorCode }
  | { readonly action: 'bury' | 'drop' | 'release' | 'lose'; readonly errorCode: JobErrorCode };

/** `bug` stands for everything that is not a `ServiceError`. */
export type JobErrorCode = ErrorCode | 'bug';

export interface FailedTry {
  readonly error: unknown;
  /** 1 on the first. */
  readonly attempt: number;
  readonly attemptLimit: number;
  /** Between 0 and 1. */
  readonly random: () => number;
}

/** The one place that knows what an error means for its job. */
export function toFailureVerdict({ error, attempt, attemptLimit, random }: FailedTry): FailureVerdict {
  const errorCode = toErrorCode(error);
  const rule = error instanceof ServiceError && mayPass(error, attempt) ? unreadRefusal : rules[errorCode];
  if (rule === 'wait') return { action: rule, afterMs: Math.round(longestWaitMs * (1 + random()) * 0.5), errorCode };
  if (typeof rule === 'string') return { action: rule, errorCode };
  if (attempt >= Math.min(attemptLimit, rule.attempts ?? attemptLimit) && rule.isEndless !== true) {
    return { action: 'bury', errorCode };
  }
  return { action: 'retry', afterMs: toDelayMs({ error, attempt, random }, rule), errorCode };
}

export function toErrorCode(error: unknown): JobErrorCode {
  return error instanceof ServiceError ? error.code : 'bug';
}

interface RetryRule {
  /** The longest that the first retry waits; it doubles from try to try. */
  readonly firstMs: number;
  readonly longestMs: number;
  /** Fewer than the kind of job allows. */
  readonly attempts?: number;
  /** Never buried: it is not the job's fault, and passes for all jobs at once. */
  readonly isEndless?: boolean;
}

type Rule = RetryRule | 'wait' | 'bury' | 'drop' | 'release' | 'lose';

/** Whatever they wait for wakes them; this is for what was forgotten. */
const longestWaitMs = 30 * 60_000;

/** An outage of the PMS is no fault of the job's, however long it lasts. */
const outage: RetryRule = { firstMs: 1_000, longestMs: 5 * 60_000, isEndless: true };
const mailOutage: RetryRule = { firstMs: 5_000, longestMs: 15 * 60_000, isEndless: true };
const needsPerson: RetryRule = { firstMs: 60_000, longestMs: 60 * 60_000 };
const storeTrouble: RetryRule = { firstMs: 1_000, longestMs: 5 * 60_000, isEndless: true };

const unreadRefusal: RetryRule = { firstMs: 5_000, longestMs: 60_000 };

const rules: Readonly<Record<JobErrorCode, Rule>> = {
  pms_unreachable: outage,
  pms_timeout: outage,
  pms_rate_limited: outage,
  pms_server_error: outage,
  pms_bad_answer: { firstMs: 1_000, longestMs: 15 * 60_000 },
  // A new key heals it, and then nobody should have to replay what piled up. Seldom enough not to be suspended.
  pms_unauthorized: { ...needsPerson, isEndless: true },
  pms_grant_refused: { ...needsPerson, isEndless: true },
  // Its end makes them due at once.
  property_disconnected: 'wait',
  connection_unknown: 'drop',
  // The PMS has understood, and will say the same again; for what may pass, see domain/refusals.ts.
  pms_refused: 'bury',
  pms_pages_moved: { firstMs: 1_000, longestMs: 60_000 },
  checks_unavailable: { firstMs: 5_000, longestMs: 2 * 60_000 },
  // The guest has a right to it: no outage ends it, and a refusal is tried for a day before a person must look.
  redaction_unavailable: { firstMs: 5_000, longestMs: 15 * 60_000, isEndless: true },
  redaction_refused: needsPerson,
  mail_unreachable: mailOutage,
  // Greylisting lets a stranger in after some minutes; a full mailbox may be emptied within a day.
  mail_deferred: { firstMs: 60_000, longestMs: 60 * 60_000 },
  mail_unauthorized: needsPerson,
  mail_refused: 'bury',
  store_full: storeTrouble,
  store_locked: storeTrouble,
  secret_key_mismatch: 'bury',
  lease_lost: 'lose',
  // What the job was about is gone.
  property_unknown: 'drop',
  screening_unknown: 'drop',
  house_list_entry_unknown: 'drop',
  user_unknown: 'drop',
  link_unknown: 'drop',
  profile_unknown: 'drop',
  profile_changed: 'drop',
  profile_has_guests: 'drop',
  profile_note_unknown: 'drop',
  profile_link_unknown: 'drop',
  service_stopping: 'release',
  // These belong to other callers: out of a job, each is a mistake of ours that will not pass.
  form_unknown: 'drop',
  form_conflict: 'drop',
  form_mail_off: 'drop',
  form_mail_no_address: 'drop',
  form_mail_unwanted: 'drop',
  form_mail_too_soon: 'drop',
  watchlist_unknown: 'drop',
  watchlist_entry_unknown: 'drop',
  connect_unavailable: 'bury',
  connect_state_wrong: 'bury',
  connect_denied: 'bury',
  key_refused: 'bury',
  house_list_conflict: 'bury',
  second_person_needed: 'bury',
  note_unknown: 'bury',
  job_unknown: 'bury',
  alert_unknown: 'drop',
  alert_hook_unreachable: { firstMs: 5_000, longestMs: 30 * 60_000 },
  alert_hook_refused: needsPerson,
  request_invalid: 'bury',
  token_missing: 'bury',
  token_wrong: 'bury',
  access_denied: 'bury',
  session_ended: 'bury',
  second_factor_needed: 'bury',
  sign_in_failed: 'bury',
  sign_in_locked: 'bury',
  second_factor_wrong: 'bury',
  request_forged: 'bury',
  user_exists: 'bury',
  own_account: 'bury',
  session_unknown: 'bury',
  token_unknown: 'bury',
  oidc_unavailable: 'bury',
  oidc_refused: 'bury',
  oidc_unmapped: 'bury',
  rate_limited: 'bury',
  version_conflict: 'bury',
  idempotency_key_reused: 'bury',
  idempotency_in_doubt: 'bury',
  decision_conflict: 'bury',
  callback_unsigned: 'bury',
  callback_malformed: 'bury',
  route_unknown: 'bury',
  method_not_allowed: 'bury',
  content_type_unsupported: 'bury',
  body_too_large: 'bury',
  bug: { firstMs: 1_000, longestMs: 60_000, attempts: 5 },
};

/** Exponential with full jitter, so that what failed together does not come back together. */
function toDelayMs({ error, attempt, random }: Omit<FailedTry, 'attemptLimit'>, rule: RetryRule): number {
  const told = error instanceof ServiceError ? error.facts.retryAfterMs : undefined;
  const atMost = Math.min(rule.longestMs, rule.firstMs * 2 ** Math.min(attempt - 1, 30));
  if (typeof told === 'number') return Math.round(told + random() * rule.firstMs);
  return Math.round(random() * atMost);
}

/**
 * Every failure that this service expects, by code. What a failed job does next is decided by code in
 * `jobs/failure-verdict.ts`, what a caller over HTTP is told in `http/problem.ts`; nothing branches on a message.
 */
export const errorCodes = [
  /** No connection, a reset, or a name that does not resolve. A write may have been carried out all the same. */
  'pms_unreachable',
  /** No answer within the deadline. A write may have been carried out all the same. */
  'pms_timeout',
  /** The PMS answered 429. `facts.retryAfterMs` where it said how long. */
  'pms_rate_limited',
  /** The PMS answered 5xx. */
  'pms_server_error',
  /** The answer is not what the PMS documents: HTML from a gateway, or a shape that cannot be read. */
  'pms_bad_answer',
  /** The PMS answered 401 or 403: the key is wrong, expired or withdrawn. */
  'pms_unauthorized',
  /** The token endpoint of the PMS will not: `facts.reason` is `invalid_grant`, `invalid_client` or `other`. */
  'pms_grant_refused',
  /** Nothing is sent for this property: see `domain/connection/connection-state.ts`. */
  'property_disconnected',
  'connection_unknown',
  /** There is no app of a technology partner in the settings. */
  'connect_unavailable',
  /** The way back from the authorize page is not one that this session began, or took too long. */
  'connect_state_wrong',
  /** Whoever was asked on the authorize page said no. */
  'connect_denied',
  /** A key that somebody gave opens no property. */
  'key_refused',
  /** The PMS answered `success: false`: it understood, and will not. */
  'pms_refused',
  /** Pages kept moving while they were read, so that a reservation may have been missed. */
  'pms_pages_moved',
  /** A required check could not be asked this time. */
  'checks_unavailable',
  /** A vendor that should remove what it holds of a guest does not answer, or does not take our key. */
  'redaction_unavailable',
  /** A vendor will not remove what it holds of a guest, or cannot be told to. */
  'redaction_refused',
  /** The mail server cannot be reached, does not answer in time, or hung up. The mail may have arrived all the same. */
  'mail_unreachable',
  /** The mail server answered 4xx: not now. */
  'mail_deferred',
  /** The mail server does not take our user and password, or offers no encryption that can be trusted. */
  'mail_unauthorized',
  /** The mail server answered 5xx, or the address is none: never. */
  'mail_refused',
  'store_full',
  'store_locked',
  /** The database was written with another SECRET_KEY. */
  'secret_key_mismatch',
  /** A job's lease passed to another worker; nothing that its old holder does may count. */
  'lease_lost',
  'property_unknown',
  'screening_unknown',
  'house_list_entry_unknown',
  /** The entry is in no state for it: decided already, or ended. */
  'house_list_conflict',
  /** A ban counts once somebody else than its proposer has approved it. */
  'second_person_needed',
  'profile_unknown',
  /** Somebody changed or merged the card since it was read. */
  'profile_changed',
  /** The PMS knows somebody on the card: what is known of them goes when the PMS forgets them. */
  'profile_has_guests',
  'profile_note_unknown',
  'profile_link_unknown',
  'watchlist_unknown',
  /** There is no form for this guest, or it was never opened. */
  'form_unknown',
  /** The stay is over or cancelled, or the form is not in a state for it. */
  'form_conflict',
  /** The service sends no mail, or the property wants none. */
  'form_mail_off',
  /** There is no address to write to. */
  'form_mail_no_address',
  /** The guest wants no more mails about this form. */
  'form_mail_unwanted',
  /** The guest was written to just now, or often enough for today. `facts.retryAfterS` */
  'form_mail_too_soon',
  /** No match with this entry is known of this guest, or nobody said anything of it. */
  'watchlist_entry_unknown',
  /** The guest has no such note of staff. */
  'note_unknown',
  'job_unknown',
  'alert_unknown',
  /** The address that alerts are posted to cannot be reached, or answered 429 or 5xx. `facts.retryAfterMs` where it said so. */
  'alert_hook_unreachable',
  /** It answered anything else than 2xx, or is an address that this service does not go to. */
  'alert_hook_refused',
  'request_invalid',
  'token_missing',
  'token_wrong',
  /** Known, and not allowed to: the role is too small for it. */
  'access_denied',
  /** A session that has ended, or never was. */
  'session_ended',
  /** The password was right, and the code of the authenticator is still to come. */
  'second_factor_needed',
  /** No account with this address and password, or not one that may sign in. */
  'sign_in_failed',
  /** Too many tries in vain. `facts.retryAfterS` */
  'sign_in_locked',
  'second_factor_wrong',
  /** A request that another site had a browser send. */
  'request_forged',
  'user_unknown',
  'user_exists',
  /** Nobody changes their own roles or standing. */
  'own_account',
  'session_unknown',
  'token_unknown',
  /** A link that was used, replaced, or has ended. */
  'link_unknown',
  /** The identity provider cannot be asked. */
  'oidc_unavailable',
  /** The identity provider does not vouch for this person, or not to us. */
  'oidc_refused',
  /** The identity provider vouches for somebody who has no role here. */
  'oidc_unmapped',
  /** More requests than one caller may send. `facts.retryAfterS` */
  'rate_limited',
  /** Somebody changed it since it was read. */
  'version_conflict',
  /** The same key came with another body. */
  'idempotency_key_reused',
  /** The first request with this key is being carried out, or was cut off in the middle. */
  'idempotency_in_doubt',
  'decision_conflict',
  /** A callback that is not signed as agreed with the vendor, or too long ago. */
  'callback_unsigned',
  'callback_malformed',
  'route_unknown',
  'method_not_allowed',
  'content_type_unsupported',
  'body_too_large',
  'service_stopping',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Ids, counts and statuses only: never a name, a contact, a document or a payload. */
export type ErrorFacts = Readonly<Record<string, string | number | boolean | undefined>>;

/** An expected failure. Its message is made of its code and facts, so that it cannot quote a guest. */
export class ServiceError extends Error {
  readonly code: ErrorCode;
  readonly facts: ErrorFacts;

  constructor(code: ErrorCode, facts: ErrorFacts = {}, cause?: unknown) {
    super(toMessage(code, facts), cause === undefined ? undefined : { cause });
    this.name = 'ServiceError';
    this.code = code;
    this.facts = facts;
  }
}

export function isServiceError(error: unknown, code?: ErrorCode): error is ServiceError {
  return error instanceof ServiceError && (code === undefined || error.code === code);
}

function toMessage(code: ErrorCode, facts: ErrorFacts): string {
  const told = Object.entries(facts)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${String(value)}`);
  return told.length === 0 ? code : `${code} (${told.join(', ')})`;
}

import { type ErrorCode, isServiceError, type ServiceError } from '../../domain/errors.ts';
import { type PasswordProblem, shortestPassword } from '../../domain/access/password-rules.ts';
import { PasswordRefused } from '../../screening/access/password-refused.ts';
import type { components } from '../../../openapi/service.generated.ts';
import { accessProblems } from './access-problems.ts';
import { formMailProblems } from './form-mail-problems.ts';
import { connectionProblems } from './connection-problems.ts';
import { InvalidRequest } from './invalid-request.ts';
import type { ProblemRow } from './problem-row.ts';

export type ProblemDocument = components['schemas']['Problem'];

export interface ProblemAnswer {
  readonly document: ProblemDocument;
  readonly headers: Readonly<Record<string, string>>;
}

// The PMS tries a delivery again after a minute: sooner than that nobody needs to come back.
const laterS = 60;
const soonS = 5;

const pmsTrouble = { status: 503, title: 'The PMS cannot be asked', detail: 'Try again later.', retryAfterS: laterS };
const pmsRefusal = { status: 502, title: 'The PMS will not', detail: 'The log says which call and why.' };

const vendorTrouble = {
  status: 502,
  title: 'A vendor has not removed its data',
  detail: 'The log says which and why.',
};

/** What a caller is told of each failure that the service expects. The only place where a code becomes a status. */
export const problemTable: Readonly<Record<ErrorCode, ProblemRow>> = {
  pms_unreachable: pmsTrouble,
  pms_timeout: pmsTrouble,
  pms_rate_limited: pmsTrouble,
  pms_server_error: pmsTrouble,
  pms_bad_answer: pmsRefusal,
  pms_unauthorized: pmsRefusal,
  pms_refused: pmsRefusal,
  pms_pages_moved: pmsTrouble,
  checks_unavailable: {
    status: 503,
    title: 'A check could not be asked',
    detail: 'Try again later.',
    retryAfterS: laterS,
  },
  redaction_unavailable: vendorTrouble,
  redaction_refused: vendorTrouble,
  store_full: {
    status: 503,
    title: 'Nothing can be stored',
    detail: 'The disk of the service is full. Nothing of this request was kept.',
    retryAfterS: laterS,
  },
  store_locked: {
    status: 503,
    title: 'The database is busy',
    detail: 'Nothing of this request was kept. Try again.',
    retryAfterS: soonS,
  },
  mail_unreachable: {
    status: 503,
    title: 'The mail server cannot be reached',
    detail: 'The mail is sent as soon as it can be.',
    retryAfterS: soonS,
  },
  mail_deferred: {
    status: 503,
    title: 'The mail server does not take the mail now',
    detail: 'The mail is sent as soon as it can be.',
    retryAfterS: soonS,
  },
  mail_unauthorized: {
    status: 502,
    title: 'The mail server does not let the service in',
    detail: 'SMTP_URL needs another user, password or kind of encryption.',
  },
  mail_refused: {
    status: 502,
    title: 'The mail server refused the mail',
    detail: 'The address may be wrong. It is not tried again by itself.',
  },
  secret_key_mismatch: { status: 500, title: 'The service is set up wrongly', detail: 'The log says more.' },
  lease_lost: { status: 503, title: 'The work has passed to another', detail: 'Try again.', retryAfterS: soonS },
  property_unknown: { status: 404, title: 'No such property', detail: 'No property with this ID is connected.' },
  screening_unknown: { status: 404, title: 'No such screening', detail: 'There is no screening with this ID.' },
  house_list_entry_unknown: {
    status: 404,
    title: 'No such entry',
    detail: 'The house list of this property has no entry with this ID.',
  },
  house_list_conflict: {
    status: 409,
    title: 'Not with this entry now',
    detail: 'The entry was decided or ended in the meantime. Read it again.',
  },
  second_person_needed: {
    status: 409,
    title: 'This needs a second person',
    detail:
      'A ban is proposed by one person and approved by another, who is a manager. Propose it, or ask somebody else.',
  },
  profile_unknown: { status: 404, title: 'No such profile', detail: 'No card with this ID is kept here.' },
  profile_changed: {
    status: 409,
    title: 'The card was changed meanwhile',
    detail: 'Somebody changed or merged it since it was read. Read it again, and decide again.',
  },
  profile_has_guests: {
    status: 409,
    title: 'The card is of a guest',
    detail: 'Only cards of people who never booked are erased here. Guests are forgotten when the PMS forgets them.',
  },
  profile_note_unknown: { status: 404, title: 'No such note', detail: 'No note with this ID stands on this card.' },
  profile_link_unknown: { status: 404, title: 'No such link', detail: 'This card has no link with this ID.' },
  form_unknown: { status: 404, title: 'No such form', detail: 'This guest was not asked for anything yet.' },
  form_conflict: {
    status: 409,
    title: 'Not with this form now',
    detail: 'The stay is over or cancelled, the form is closed, or there is nothing to do with it.',
  },
  ...formMailProblems,
  watchlist_unknown: {
    status: 404,
    title: 'No such list',
    detail: 'GET /api/v1/watchlists names those that there are.',
  },
  watchlist_entry_unknown: {
    status: 404,
    title: 'No such match',
    detail: 'The list has no such entry, or nothing was said of it for this guest.',
  },
  note_unknown: { status: 404, title: 'No such note', detail: 'This guest has no note with this ID.' },
  alert_hook_unreachable: {
    status: 502,
    title: 'The address for alerts cannot be reached',
    detail: 'What alerts are posted to does not answer.',
  },
  alert_hook_refused: {
    status: 502,
    title: 'The address for alerts refuses',
    detail: 'What alerts are posted to does not take them.',
  },
  alert_unknown: { status: 404, title: 'No such alert', detail: 'No alert has this ID.' },
  job_unknown: { status: 404, title: 'No such job', detail: 'No buried job has this ID.' },
  request_invalid: {
    status: 400,
    title: 'The request is not valid',
    detail: 'Something in the request is not as the API describes it; see errors.',
  },
  ...accessProblems,
  ...connectionProblems,
  decision_conflict: {
    status: 409,
    title: 'The screening has ended',
    detail: 'The stay was cancelled or has ended: there is nothing to decide or to screen again.',
  },
  callback_unsigned: {
    status: 401,
    title: 'The callback is not genuine',
    detail: 'It is not signed as agreed, or too long ago.',
  },
  callback_malformed: {
    status: 400,
    title: 'The callback cannot be read',
    detail: 'It is not as its vendor describes it.',
  },
  route_unknown: { status: 404, title: 'Nothing is here', detail: 'See /api/v1/openapi.json for what is.' },
  method_not_allowed: {
    status: 405,
    title: 'Not with this method',
    detail: 'The header Allow names the methods of this path.',
  },
  content_type_unsupported: {
    status: 415,
    title: 'Not in this form',
    detail: 'Send the body as application/json, not compressed.',
  },
  body_too_large: { status: 413, title: 'The body is too large', detail: 'Nothing of it was read.' },
  service_stopping: { status: 503, title: 'The service is stopping', detail: 'Try again.', retryAfterS: soonS },
};

const unexpected: ProblemRow = {
  status: 500,
  title: 'Something unexpected happened',
  detail: 'It is in the log of the service.',
};

/** Makes the answer to any failure. What is not expected is told nothing about. */
export function toProblemAnswer(error: unknown): ProblemAnswer {
  const known = isServiceError(error) ? error : undefined;
  const row = known === undefined ? unexpected : problemTable[known.code];
  const code = known?.code ?? 'unexpected';
  return {
    document: {
      type: `urn:guest-screening:problem:${code}`,
      title: row.title,
      status: row.status,
      code,
      detail: row.detail,
      ...(known?.code === 'request_invalid' && { errors: toErrors(known) }),
    },
    headers: toHeaders(row, known),
  };
}

const passwordProblems: Readonly<Record<PasswordProblem, string>> = {
  too_short: `must have at least ${shortestPassword} characters`,
  too_common: 'is one that is guessed first',
  holds_name: 'holds your name or address',
};

function toErrors(error: ServiceError): { path: string; message: string }[] {
  if (error instanceof PasswordRefused) return [{ path: '/password', message: passwordProblems[error.problem] }];
  if (error instanceof InvalidRequest) return error.problems.map(({ path, message }) => ({ path, message }));
  const { field } = error.facts;
  return typeof field === 'string' ? [{ path: `/${field}`, message: 'is not valid' }] : [];
}

function toHeaders(row: ProblemRow, error: ServiceError | undefined): Readonly<Record<string, string>> {
  return {
    ...(row.retryAfterS !== undefined && { 'Retry-After': String(row.retryAfterS) }),
    ...(typeof error?.facts.retryAfterS === 'number' && { 'Retry-After': String(error.facts.retryAfterS) }),
    ...(error?.code === 'token_missing' && { 'WWW-Authenticate': 'Bearer realm="guest-screening"' }),
    ...(error?.code === 'token_wrong' && {
      'WWW-Authenticate': 'Bearer realm="guest-screening", error="invalid_token"',
    }),
    ...(error?.code === 'method_not_allowed' && { Allow: String(error.facts.allow) }),
    // What is left of the body is not worth the wait.
    ...(error?.code === 'body_too_large' && { Connection: 'close' }),
  };
}

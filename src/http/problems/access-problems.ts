import type { ErrorCode } from '../../domain/errors.ts';
import type { ProblemRow } from './problem-row.ts';

/** The rows of the table of problems that are about who asks. */
export const accessProblems = {
  token_missing: {
    status: 401,
    title: 'A token is needed',
    detail: 'Send the header Authorization: Bearer, and the token; or sign in.',
  },
  token_wrong: { status: 401, title: 'The token is wrong', detail: 'No access is given for this token.' },
  access_denied: { status: 403, title: 'Not allowed', detail: 'This needs a greater role at this property.' },
  session_ended: { status: 401, title: 'The session has ended', detail: 'Sign in again.' },
  second_factor_needed: {
    status: 401,
    title: 'The second factor is needed',
    detail: 'Give the code of the authenticator to POST /api/v1/session/second-factor.',
  },
  sign_in_failed: {
    status: 401,
    title: 'The sign-in failed',
    detail: 'There is no such account, or not with this password.',
  },
  sign_in_locked: {
    status: 429,
    title: 'Too many tries',
    detail: 'Wait as long as the header Retry-After says, in seconds.',
  },
  second_factor_wrong: {
    status: 401,
    title: 'The code is wrong',
    detail: 'It is not the code of now, or it was used before.',
  },
  request_forged: {
    status: 403,
    title: 'Sent by another site',
    detail: 'With a session, what changes something must come from a page of this service.',
  },
  user_unknown: { status: 404, title: 'No such user', detail: 'There is no user with this ID.' },
  user_exists: { status: 409, title: 'There is such a user', detail: 'A user has this address.' },
  own_account: {
    status: 409,
    title: 'Not oneself',
    detail: 'Nobody changes their own roles or standing, or removes themselves. Ask another admin.',
  },
  session_unknown: { status: 404, title: 'No such session', detail: 'None of your sessions has this ID.' },
  token_unknown: { status: 404, title: 'No such token', detail: 'There is no token with this ID.' },
  link_unknown: {
    status: 404,
    title: 'The link does not hold',
    detail: 'It was used, replaced by a newer one, or has ended. Ask for another.',
  },
  oidc_unavailable: {
    status: 503,
    title: 'The identity provider cannot be asked',
    detail: 'Try again later, or sign in another way.',
    retryAfterS: 60,
  },
  oidc_refused: {
    status: 401,
    title: 'The identity provider does not vouch',
    detail: 'The sign-in was not begun here, took too long, or was refused.',
  },
  oidc_unmapped: {
    status: 403,
    title: 'No role here',
    detail: 'The identity provider knows you, and gives you no role in this service.',
  },
  rate_limited: {
    status: 429,
    title: 'Too many requests',
    detail: 'Wait as long as the header Retry-After says, in seconds.',
  },
  version_conflict: {
    status: 409,
    title: 'It was changed meanwhile',
    detail: 'It is not any more as it was when it was read. Read it again, and decide anew.',
  },
  idempotency_key_reused: {
    status: 422,
    title: 'The key was used for something else',
    detail: 'A request with this Idempotency-Key came with another body.',
  },
  idempotency_in_doubt: {
    status: 409,
    title: 'It is not known whether this was done',
    detail:
      'The first request with this Idempotency-Key is under way or was cut off. Look before you send another key.',
  },
} as const satisfies Partial<Record<ErrorCode, ProblemRow>>;

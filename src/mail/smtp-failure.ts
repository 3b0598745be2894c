import { ServiceError } from '../domain/errors.ts';

interface SmtpFailure {
  readonly code?: unknown;
  readonly responseCode?: unknown;
}

/** What went wrong, without the server's words: they quote addresses. RFC 5321: 4xx passes, 5xx stays. */
export function toMailError(error: unknown): ServiceError {
  const { code, responseCode } = (error instanceof Error ? error : {}) as SmtpFailure;
  const status = typeof responseCode === 'number' ? responseCode : undefined;
  const facts = { smtpStatus: status, smtpCode: typeof code === 'string' ? code : undefined };
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'ETLS' || code === 'EREQUIRETLS') {
    return new ServiceError('mail_unauthorized', facts);
  }
  if (status === undefined) {
    const isOurs = code === 'EENVELOPE' || code === 'EMESSAGE' || code === 'ECONFIG';
    return new ServiceError(isOurs ? 'mail_refused' : 'mail_unreachable', facts);
  }
  // 421: the server closes for now, which says nothing of the message.
  if (status === 421) return new ServiceError('mail_unreachable', facts);
  return new ServiceError(status >= 500 ? 'mail_refused' : 'mail_deferred', facts);
}

import type { ErrorCode } from '../../domain/errors.ts';
import type { ProblemRow } from './problem-row.ts';

/** Why a guest is not written to, for staff who want it. */
export const formMailProblems = {
  form_mail_off: {
    status: 409,
    title: 'No mail is sent',
    detail: 'The service has no mail server (SMTP_URL), or the property wants no mails about forms.',
  },
  form_mail_no_address: { status: 409, title: 'There is no address', detail: 'Neither the PMS nor the form has one.' },
  form_mail_unwanted: {
    status: 409,
    title: 'The guest wants no more mails',
    detail: 'They ended mails about this form. Its link can be handed over otherwise.',
  },
  form_mail_too_soon: {
    status: 429,
    title: 'The guest was written to already',
    detail: 'Ten minutes after a mail the next can be sent, and three such mails in a day.',
  },
} as const satisfies Partial<Record<ErrorCode, ProblemRow>>;

import type { Settings } from '../config/environment.ts';
import type { MailStopParts } from '../http/mail/mail-stop-app.ts';
import { mailWriter } from '../mail/mail-writer.ts';
import { createSmtpMailer } from '../mail/smtp-mailer.ts';
import type { Clock } from '../ports/clock.ts';
import type { FormAsking } from '../ports/forms.ts';
import type { JobHandlers } from '../ports/jobs.ts';
import type { Logger } from '../ports/logger.ts';
import type { Mailer } from '../ports/mail.ts';
import type { Store } from '../ports/store.ts';
import { createSendStaffMail, mailLink } from '../screening/access/send-staff-mail.ts';
import type { LinkParts } from '../screening/access/sign-in-links.ts';
import { createSendFormMail } from '../screening/mail/send-form-mail.ts';
import { createStopMails } from '../screening/mail/stop-mails.ts';
import { createMailStopLinks } from '../store/mail/mail-stop-links.ts';
import { composeLinks } from './compose-access.ts';

export interface MailParts {
  readonly settings: Settings;
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly formAsking: FormAsking;
}

export interface ComposedMail {
  readonly handlers: Pick<JobHandlers, 'send-form-mail' | 'send-staff-mail'>;
  readonly http: MailStopParts;
  /** Absent where nothing can be sent. */
  readonly mailer: Mailer | undefined;
  readonly isOn: boolean;
  /** Absent where nothing can be sent: then links are shown to whoever asked for them. */
  readonly mailLink: LinkParts['mailLink'];
  close(): void;
}

/** Everything that writes to people's mailboxes, and lets them end it. */
export function composeMail({ settings, formAsking: forms, ...parts }: MailParts): ComposedMail {
  const mailer: Mailer | undefined = settings.mail && createSmtpMailer(settings.mail);
  const stopLinks = createMailStopLinks(settings.secretKey, settings.publicUrl);
  const sending = { ...parts, writer: mailWriter, mailer };
  return {
    handlers: {
      'send-form-mail': createSendFormMail({ ...sending, forms, stopLinks }),
      'send-staff-mail': createSendStaffMail({ ...sending, links: composeLinks({ settings }) }),
    },
    http: { stopMails: createStopMails({ ...parts, forms, stopLinks }), logger: parts.logger },
    mailer,
    isOn: mailer !== undefined,
    mailLink: mailer && mailLink,
    close: () => mailer?.close(),
  };
}

import type { MailWriter } from '../ports/mail.ts';
import { toFormMail } from './form-mail.ts';
import { toStaffMail } from './staff-mail.ts';

/** Mails in the language of whoever reads them, as text and as markup that say the same. */
export const mailWriter: MailWriter = { toFormMail, toStaffMail };

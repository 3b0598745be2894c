import { isServiceError } from '../../domain/errors.ts';
import type { CheckResult } from '../../ports/doctor.ts';
import type { Mailer } from '../../ports/mail.ts';

const about = { check: 'mail', propertyId: null } as const;

/** Whether the mail server lets us in. Sends nothing, so that it does not prove that a mail arrives. */
export async function checkMail(mailer: Mailer | undefined, signal: AbortSignal): Promise<CheckResult> {
  if (mailer === undefined) {
    const advice = 'Set SMTP_URL and MAIL_FROM if guests and staff should get mail.';
    return { ...about, state: 'warning', says: 'is off: no mail is sent', advice };
  }
  try {
    await mailer.verify(signal);
    return { ...about, state: 'ok', says: 'the server accepts our user and password' };
  } catch (error) {
    const code = isServiceError(error) ? error.code : 'bug';
    const advice =
      code === 'mail_unauthorized'
        ? 'Check user and password in SMTP_URL, and the server’s certificate.'
        : 'Check host and port in SMTP_URL, and that a firewall lets this machine reach them.';
    return { ...about, state: 'problem', says: `the server cannot be used (${code})`, advice };
  }
}

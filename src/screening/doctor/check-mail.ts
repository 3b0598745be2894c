import { isServiceError } from '../../domain/errors.ts';
import type { CheckResult } from '../../ports/doctor.ts';
import type { Mailer } from '../../ports/mail.ts';

const about = { check: 'mail', propertyId: null } as const;

/** Whether the mail server lets us in. Sends nothing, so that it does not prove that a mail arrives. */
export async function checkMail(mailer: Mailer | undefined, signal: AbortSignal): Promise<CheckResult> {
  if (mailer === undefined) {
    const advice = 'Set SMTP_URL and MAIL_FROM where guests and staff are to be written to.';
    return { ...about, state: 'warning', says: 'is off: nobody is written to', advice };
  }
  try {
    await mailer.verify(signal);
    return { ...about, state: 'ok', says: 'the server takes our user and password' };
  } catch (error) {
    const code = isServiceError(error) ? error.code : 'bug';
    const advice =
      code === 'mail_unauthorized'
        ? 'See user, password and certificate of SMTP_URL.'
        : 'See host and port of SMTP_URL, and whether this machine is let out to them.';
    return { ...about, state: 'problem', says: `the server cannot be used (${code})`, advice };
  }
}

import type { Clock } from '../../ports/clock.ts';
import type { JobHandler } from '../../ports/jobs.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Mailer, MailWriter, StaffMail } from '../../ports/mail.ts';
import type { Rows, Store } from '../../ports/store.ts';
import type { SignInLink } from '../../ports/users.ts';
import { personWaits } from '../../domain/urgency.ts';
import type { LinkParts } from './sign-in-links.ts';

export interface StaffMailParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly writer: MailWriter;
  /** Absent where the service sends no mail. */
  readonly mailer: Mailer | undefined;
  readonly links: Pick<LinkParts, 'toToken' | 'toUrl'>;
}

/** Makes the mail due that carries a link; the job names the link alone. */
export const mailLink: NonNullable<LinkParts['mailLink']> = async (rows, { id }, at) => {
  await rows.jobs.enqueue({ kind: 'send-staff-mail', payload: { linkId: id }, urgency: personWaits, runAt: at });
};

/**
 * Sends somebody who works here a link that sets a password, unless it was used, replaced or has ended. Sent twice it is the
 * same message with the same key.
 */
export function createSendStaffMail(parts: StaffMailParts): JobHandler<'send-staff-mail'> {
  const { store, clock, logger, writer, mailer, links } = parts;
  return async ({ linkId }, { signal }) => {
    const found = await store.read((rows) => findMail(rows, linkId, { now: clock.now(), links }));
    if (found === undefined || mailer === undefined) {
      logger.info('mail.not_sent', { linkId, why: mailer === undefined ? 'mail_off' : 'link_over' });
      return;
    }
    const kind = found.link.purpose === 'invitation' ? 'user_invitation' : 'password_reset';
    await mailer.send(writer.toStaffMail(kind, `sign-in-${linkId}`, found.mail), signal);
    logger.info('mail.sent', { linkId, kind });
  };
}

async function findMail(
  rows: Rows,
  linkId: string,
  { now, links }: Pick<StaffMailParts, 'links'> & { readonly now: string },
): Promise<{ readonly link: SignInLink; readonly mail: StaffMail } | undefined> {
  const link = await rows.signInLinks.find(linkId);
  const user = link && link.expiresAt > now ? await rows.users.find(link.userId) : undefined;
  if (link === undefined || user === undefined || user.state === 'disabled') return undefined;
  const properties = await rows.properties.list();
  const own = properties.filter(({ id }) => user.grants.some(({ propertyId }) => propertyId === id));
  const mail: StaffMail = {
    to: user.email,
    ...(user.language !== undefined && { language: user.language }),
    propertyNames: own.map(({ name }) => name),
    url: links.toUrl(links.toToken(linkId)),
    expiresAt: link.expiresAt,
    timeZone: (own[0] ?? properties[0])?.timeZone ?? 'UTC',
  };
  return { link, mail };
}

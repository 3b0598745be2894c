import type { StaffMailKind } from '../domain/mail/mail-kinds.ts';
import { toSingleLine } from '../domain/mail/safe-text.ts';
import { chooseLanguage } from '../i18n/choose-language.ts';
import { formatsFor } from '../i18n/formats.ts';
import { textsFor } from '../i18n/texts.ts';
import { toAccent } from '../pages/form/colours.ts';
import type { Mail, StaffMail } from '../ports/mail.ts';
import { isolating } from './isolating.ts';
import { type MailBody, toMailHtml, toMailText } from './mail-body.ts';

const groups = { user_invitation: 'userInvitation', password_reset: 'passwordReset' } as const satisfies Record<
  StaffMailKind,
  string
>;

export function toStaffMail(kind: StaffMailKind, key: string, mail: StaffMail): Mail {
  const language = chooseLanguage({ asked: mail.language });
  const text = isolating(textsFor(language, 'mail'), language);
  const formats = formatsFor(language);
  const group = groups[kind];
  const properties = formats.list(mail.propertyNames.map((name) => toSingleLine(name, 80)));
  const intro = properties === '' ? text(`${group}.introAnywhere`) : text(`${group}.intro`, { properties });
  const body: MailBody = {
    language,
    heading: text('staffSender'),
    accent: toAccent(undefined),
    greeting: text('greetingWithoutName'),
    paragraphs: [intro, text(`${group}.expires`, { expires: formats.minute(mail.expiresAt, mail.timeZone) })],
    facts: [],
    button: { label: text(`${group}.button`), url: mail.url },
    addressNote: text('footer.address'),
    notes: [text('footer.personal'), text('footer.whyStaff')],
  };
  return {
    to: mail.to,
    language,
    fromName: body.heading,
    subject: text(`${group}.subject`),
    text: toMailText(body),
    html: toMailHtml(body),
    key,
  };
}

import { toSingleLine } from '../domain/mail/safe-text.ts';
import { chooseLanguage } from '../i18n/choose-language.ts';
import { formatsFor } from '../i18n/formats.ts';
import { textsFor } from '../i18n/texts.ts';
import { toAccent } from '../pages/form/colours.ts';
import type { AlertMailFacts } from '../ports/alerts.ts';
import type { Mail } from '../ports/mail.ts';
import { isolating } from './isolating.ts';
import { type MailBody, toMailHtml, toMailText } from './mail-body.ts';

/** What happened, where and since when, and what to do; never about whom. */
export function toAlertMail(facts: AlertMailFacts): Mail {
  const { alert, phase, timeZone } = facts;
  const language = chooseLanguage({ asked: facts.language });
  const text = isolating(textsFor(language, 'alerts'), language);
  const common = isolating(textsFor(language, 'mail'), language);
  const formats = formatsFor(language);
  const title = text(`kinds.${alert.kind}.title`);
  const place = facts.propertyName === undefined ? text('mail.wholeService') : toSingleLine(facts.propertyName, 80);
  const toRow = (key: string, value: string | undefined) => (value ? [{ label: text(`mail.${key}`), value }] : []);
  const body: MailBody = {
    language,
    heading: common('staffSender'),
    accent: toAccent(undefined),
    greeting: common('greetingWithoutName'),
    paragraphs: [title, phase === 'over' ? text('mail.overText') : text(`kinds.${alert.kind}.todo`)],
    facts: [
      ...toRow('place', place),
      ...toRow('about', alert.about),
      ...toRow('began', formats.minute(alert.openedAt, timeZone)),
      ...toRow('ended', phase === 'over' && alert.settledAt ? formats.minute(alert.settledAt, timeZone) : undefined),
    ],
    button: { label: text('mail.button'), url: facts.url },
    addressNote: common('footer.address'),
    notes: [text('mail.why')],
  };
  return {
    to: facts.to,
    language,
    fromName: body.heading,
    subject: text(`mail.${phase}`, { title, place }),
    text: toMailText(body),
    html: toMailHtml(body),
    key: facts.key,
  };
}

import { chooseLanguage } from '../i18n/choose-language.ts';
import { type Formats, formatsFor } from '../i18n/formats.ts';
import { type Text, textsFor } from '../i18n/texts.ts';
import { findMailableName, toSingleLine } from '../domain/mail/safe-text.ts';
import { toAccent } from '../pages/form/colours.ts';
import type { FormMailFacts, Mail } from '../ports/mail.ts';
import { isolating } from './isolating.ts';
import { type MailBody, toMailHtml, toMailText } from './mail-body.ts';

export function toFormMail(facts: FormMailFacts): Mail {
  const { guestCountry } = facts.language;
  const language = chooseLanguage(facts.language);
  const text = isolating(textsFor(language, 'mail'), language);
  const formats = formatsFor(language, guestCountry);
  const property = toSingleLine(facts.property.name, 80);
  const body: MailBody = {
    language,
    heading: property,
    accent: toAccent(facts.property.colour),
    greeting: toGreeting(facts, text, formats),
    paragraphs: [toIntro(facts, text, formats), text(`${facts.kind}.effort`)],
    facts: toStay(facts, text, formats),
    button: { label: text(`${facts.kind}.button`), url: facts.formUrl },
    addressNote: text('footer.address'),
    notes: [text('footer.personal'), text('footer.whyGuest', { property })],
    stop: { label: text('footer.unsubscribe'), url: facts.stopUrl },
  };
  return {
    to: facts.to,
    language,
    text: toMailText(body),
    html: toMailHtml(body),
    fromName: property,
    ...(facts.property.replyTo !== undefined && { replyTo: facts.property.replyTo }),
    subject: text(`${facts.kind}.subject`, { property }),
    key: facts.key,
    stopUrl: facts.stopUrl,
  };
}

function toGreeting({ firstName, lastName, secret }: FormMailFacts, text: Text, formats: Formats): string {
  // Whoever must know the last name is not told it.
  const whole = secret === 'last_name' ? '' : formats.personName({ firstName, lastName });
  const name = findMailableName(whole);
  return name === undefined ? text('greetingWithoutName') : text('greeting', { name });
}

function toIntro({ kind, secret, arrivesOn, bookerName = '' }: FormMailFacts, text: Text, formats: Formats): string {
  const booker = kind === 'companion' && secret !== 'last_name' ? findMailableName(bookerName) : undefined;
  const dated = secret === 'arrival_date' ? 'introUndated' : 'intro';
  const withoutBooker = { intro: 'introWithoutBooker', introUndated: 'introUndatedWithoutBooker' } as const;
  const key = kind === 'companion' && booker === undefined ? withoutBooker[dated] : dated;
  const arrival = secret === 'arrival_date' ? {} : { arrival: formats.longDate(arrivesOn) };
  return text(`${kind}.${key}`, { ...arrival, ...(booker !== undefined && { booker }) });
}

function toStay(facts: FormMailFacts, text: Text, formats: Formats): MailBody['facts'] {
  const dates =
    facts.secret === 'arrival_date'
      ? []
      : [
          { label: text('stay.arrival'), value: formats.longDate(facts.arrivesOn) },
          { label: text('stay.departure'), value: formats.longDate(facts.departsOn) },
        ];
  return [...dates, { label: text('stay.booking'), value: toSingleLine(facts.reservationId, 40) }];
}

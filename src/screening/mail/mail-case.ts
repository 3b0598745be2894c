import { toLocalDate } from '../../domain/calendar.ts';
import type { FormMailKind } from '../../domain/mail/mail-kinds.ts';
import type { FormMailCase } from '../../domain/mail/form-mail-plan.ts';
import type { Instant } from '../../domain/subject.ts';
import { toGuestName } from '../../domain/subject.ts';
import type { FormAsking, GuestForm } from '../../ports/forms.ts';
import type { FormMailFacts, MailStopLinks } from '../../ports/mail.ts';
import type { Property, Rows, StoredSubject } from '../../ports/store.ts';

/** A form with what decides about mails, and what they would say. */
export interface FormMailOrder {
  readonly form: GuestForm;
  readonly given: FormMailCase;
  readonly toFacts: (no: number, stopLinks: MailStopLinks) => FormMailFacts;
}

/** `undefined` where the form is gone. */
export async function findFormMailOrder(
  rows: Rows,
  { formId, kind, now }: { readonly formId: string; readonly kind: FormMailKind; readonly now: Instant },
  forms: FormAsking,
): Promise<FormMailOrder | undefined> {
  const form = await rows.forms.find(formId);
  if (form === undefined) return undefined;
  const property = await rows.properties.get(form.propertyId);
  const host = form.hostFormId === undefined ? undefined : await rows.forms.find(form.hostFormId);
  const own = await findSubject(rows, form);
  const booker = host && (await findSubject(rows, host));
  const anchor = own ?? booker;
  const to = toAddress(form, own);
  const given: FormMailCase = {
    kind,
    now,
    today: toLocalDate(now, property.timeZone),
    timeZone: property.timeZone,
    settings: forms.settingsFor(form.propertyId),
    form: {
      state: form.state,
      generation: form.generation,
      submittedAt: form.submittedAt,
      isFilledInByAnother: form.content.completedBy === 'booker',
    },
    stay: anchor && toStay(anchor),
    hasAddress: to !== '',
    hasUnsubscribed: (await rows.mails.findStop(formId)) !== undefined,
    records: await rows.mails.list(formId),
  };
  const people = { own, booker, anchor, to, hostLanguage: host?.language };
  return {
    form,
    given,
    toFacts: (no, stopLinks) => toFacts({ kind, no, form, property, people }, { forms, stopLinks }),
  };
}

function findSubject(rows: Rows, { propertyId, reservationId, guestId }: GuestForm) {
  return guestId === undefined ? undefined : rows.subjects.find({ propertyId, reservationId, guestId });
}

function toStay({ isActive, subject }: StoredSubject): FormMailCase['stay'] {
  const { arrivesOn, departsOn } = subject.fields;
  return { isActive, status: subject.reservationStatus, arrivesOn, departsOn };
}

/** What the guest wrote counts before what the booker wrote, and that before what the PMS has, which may be a booking site's. */
function toAddress({ content }: GuestForm, own: StoredSubject | undefined): string {
  const { answers, overlay, invitedEmail } = content;
  return (answers.email ?? overlay.email?.value ?? invitedEmail ?? own?.subject.fields.email ?? '').trim();
}

interface FactsOrder {
  readonly kind: FormMailKind;
  readonly no: number;
  readonly form: GuestForm;
  readonly property: Property;
  readonly people: {
    readonly own: StoredSubject | undefined;
    readonly booker: StoredSubject | undefined;
    readonly anchor: StoredSubject | undefined;
    readonly to: string;
    /** What the booker reads: most companions read it too. */
    readonly hostLanguage: string | undefined;
  };
}

function toFacts(
  { kind, no, form, property, people }: FactsOrder,
  { forms, stopLinks }: { readonly forms: FormAsking; readonly stopLinks: MailStopLinks },
): FormMailFacts {
  const settings = forms.settingsFor(form.propertyId);
  const { look, mail } = settings;
  const fallback = mail.language ?? settings.language;
  const fields = people.own?.subject.fields;
  const { firstName = fields?.firstName, lastName = fields?.lastName, country } = form.content.answers;
  const isNamed = firstName !== undefined || lastName !== undefined;
  const asked = form.language ?? people.hostLanguage;
  const guestCountry = country ?? fields?.country;
  return {
    kind,
    key: `${kind}.${no}.${form.id}`,
    to: people.to,
    firstName: isNamed ? (firstName ?? '') : (form.content.invitedAs ?? ''),
    lastName: lastName ?? '',
    ...(people.booker && { bookerName: toGuestName(people.booker.subject.fields) }),
    property: {
      name: look.name ?? property.name,
      ...(look.colour !== undefined && { colour: look.colour }),
      ...(mail.replyTo !== undefined && { replyTo: mail.replyTo }),
    },
    reservationId: form.reservationId,
    arrivesOn: people.anchor?.subject.fields.arrivesOn ?? '',
    departsOn: people.anchor?.subject.fields.departsOn ?? '',
    secret: settings.secondFactor,
    language: {
      ...(asked !== undefined && { asked }),
      ...(guestCountry !== undefined && { guestCountry }),
      ...(fallback !== undefined && { fallback }),
    },
    formUrl: forms.links.toUrl(form),
    stopUrl: stopLinks.toUrl(form.id),
  };
}

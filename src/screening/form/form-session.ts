import { checkStep } from '../../domain/form/check-answers.ts';
import type { ConsentRecord } from '../../domain/form/form-content.ts';
import type { FormAnswers } from '../../domain/form/form-field.ts';
import type { AskedStep } from '../../domain/form/form-steps.ts';
import { toGuestName } from '../../domain/subject.ts';
import type { FormLinks, GuestForm } from '../../ports/forms.ts';
import type { Rows, StoredSubject } from '../../ports/store.ts';
import { type FormCase, listSteps } from './form-case.ts';
import type { Companion, CompanionParty, FormSession } from './guest-form.ts';

export interface SessionParts {
  readonly forms: { readonly links: Pick<FormLinks, 'toUrl'> };
  /** Whether the service sends mail at all. */
  readonly sendsMail: boolean;
}

export async function toSession(rows: Rows, found: FormCase, parts: SessionParts): Promise<FormSession> {
  const { form, settings, own, anchor } = found;
  const { content } = form;
  const { arrivesOn, departsOn, country } = anchor.subject.fields;
  const nextUrl = form.state === 'submitted' ? await findNextUrl(rows, own) : undefined;
  return {
    formId: form.id,
    property: toPropertyView(found),
    filledBy: found.filledBy,
    state: form.state,
    revision: form.revision,
    ...(form.language !== undefined && { language: form.language }),
    ...(country !== undefined && { country }),
    stay: { arrivesOn, departsOn },
    isBooker: own?.subject.fields.isMainGuest ?? false,
    steps: listSteps(found).map((step) => ({ ...step, isDone: isStepDone(step, form) })),
    answers: toShownAnswers(found),
    questions: content.questions,
    notice: settings.privacyNotice,
    asksMarketing: settings.marketing,
    allowsDocumentUpload: settings.documentUpload,
    hasDocument: settings.documentUpload && (await rows.forms.hasDocument(form.id)),
    consents: toNewest(content.consents),
    companions: await listParty(rows, found, parts),
    requests: content.requests,
    ...(form.submittedAt !== undefined && { submittedAt: form.submittedAt }),
    delivery: form.delivery,
    ...(nextUrl !== undefined && { nextUrl }),
  };
}

export function toPropertyView({ property, settings }: FormCase): FormSession['property'] {
  const { look, language } = settings;
  const { id, name, timeZone } = property;
  return { id, timeZone, name: look.name ?? name, look, ...(language !== undefined && { language }) };
}

function isStepDone(step: AskedStep, { content }: GuestForm): boolean {
  return content.doneSteps.includes(step.id) && Object.keys(checkStep(step, content)).length === 0;
}

/** What was typed, over the names that were booked; nothing else that is known is shown to whoever holds the link. */
function toShownAnswers({ form, own }: FormCase): FormAnswers {
  const { firstName, lastName } = own?.subject.fields ?? {};
  return {
    ...(firstName !== undefined && { firstName }),
    ...(lastName !== undefined && { lastName }),
    ...form.content.answers,
  };
}

function toNewest(consents: readonly ConsentRecord[]): readonly ConsentRecord[] {
  return [...new Map(consents.map((consent) => [consent.purpose, consent])).values()];
}

/** Where a vendor waits for the guest to show a document. */
async function findNextUrl(rows: Rows, own: StoredSubject | undefined): Promise<string | undefined> {
  if (own?.currentScreeningId === undefined) return undefined;
  const screening = await rows.screenings.get(own.currentScreeningId);
  return screening.findings.find(({ result, guestUrl }) => result === 'pending' && guestUrl !== undefined)?.guestUrl;
}

/** Everybody else on the reservation, as far as the booker may know of them. */
export async function listParty(
  rows: Rows,
  { form, own, settings }: FormCase,
  { forms: { links }, sendsMail }: SessionParts,
): Promise<CompanionParty> {
  const canBeMailed = sendsMail && settings.mail.invitations;
  if (own?.subject.fields.isMainGuest !== true || !settings.companions) return { most: 0, listed: [], canBeMailed };
  const { propertyId, reservationId, guestId, fields } = own.subject;
  const forms = await rows.forms.listByReservation(propertyId, reservationId);
  const guests = (await rows.subjects.listByReservations(propertyId, [reservationId])).filter(
    ({ subject, isActive }) => isActive && subject.guestId !== guestId,
  );
  // A companion whom the PMS has just been told of comes with the next sync.
  const isKnown = (id: string | undefined) => guests.some(({ subject }) => subject.guestId === id);
  const ofForms = forms.filter((other) => other.hostFormId === form.id && !isKnown(other.guestId));
  const listed = [
    ...guests.map(({ subject }) => {
      const theirs = forms.find((other) => other.guestId === subject.guestId);
      return toCompanion(subject.guestId, toGuestName(subject.fields), { form: theirs, links });
    }),
    ...ofForms
      .filter(({ state }) => state !== 'closed')
      .map((theirs) => toCompanion(theirs.id, toNameOf(theirs), { form: theirs, links })),
  ];
  return { most: Math.max(fields.adults + fields.children - 1, 0), listed, canBeMailed };
}

function toNameOf({ content }: GuestForm): string {
  const { firstName = '', lastName = '' } = content.answers;
  const name = `${firstName} ${lastName}`.trim();
  return name === '' ? (content.invitedAs ?? '') : name;
}

/** A link that its guest has begun to use is that guest's alone. */
function toCompanion(
  id: string,
  name: string,
  { form, links }: { readonly form: GuestForm | undefined; readonly links: Pick<FormLinks, 'toUrl'> },
): Companion {
  const companion = { id, name, isMailed: form?.content.invitedEmail !== undefined };
  if (form === undefined || form.state === 'closed') return { ...companion, state: 'listed' };
  if (form.submittedAt !== undefined) return { ...companion, state: 'done' };
  if (form.content.completedBy === 'booker') return { ...companion, state: 'filled' };
  const isBegun = form.content.doneSteps.length > 0;
  return { ...companion, state: 'invited', ...(!isBegun && { url: links.toUrl(form) }) };
}

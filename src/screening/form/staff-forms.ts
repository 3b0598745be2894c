import { randomBytes } from 'node:crypto';
import { plusMs } from '../../domain/calendar.ts';
import { ServiceError } from '../../domain/errors.ts';
import type { FormTopic } from '../../domain/form/form-settings.ts';
import { type Instant, toGuestName } from '../../domain/subject.ts';
import type { DeskLink, GuestForm } from '../../ports/forms.ts';
import type { Rows, StoredSubject } from '../../ports/store.ts';
import { openForm } from './ask-guest.ts';
import { closeForm, noteOnTimeline } from './close-forms.ts';
import { type FormMailView, mailForm, toMailView } from './mail-form.ts';
import { settleAgain } from './settle-again.ts';
import { enqueueDelivery, type SubmitParts } from './submit-form.ts';

/** A desk session: long enough to fill a form in with a guest, and no longer. */
const deskLinkMs = 4 * 3_600_000;

/**
 * What staff do with the form of a screening's guest. All throw `screening_unknown`; those that need a form `form_unknown`; those
 * that need a stay to come or under way, or another state of the form, `form_conflict`.
 */
export interface StaffForms {
  get(screeningId: string): Promise<StaffFormView>;
  /** Asks for these topics besides what is asked anyway, and opens the form if it is not open. */
  ask(screeningId: string, asked: StaffQuestion): Promise<StaffFormView>;
  /** The link leads nowhere from now on, until staff ask again; the screening does not wait any longer. */
  withdraw(screeningId: string, actor: string): Promise<StaffFormView>;
  /** A link by which staff complete the form with the guest: whatever comes by it is recorded with the actor. */
  startAtDesk(screeningId: string, actor: string): Promise<Pick<DeskLink, 'validUntil'> & { readonly url: string }>;
  /** Tells the PMS again what it refused. */
  retry(screeningId: string): Promise<StaffFormView>;
  /**
   * Has the open form's link mailed to the guest. Throws `form_mail_off`, `form_mail_no_address`, `form_mail_unwanted` and
   * `form_mail_too_soon` besides.
   */
  mail(screeningId: string, actor: string): Promise<StaffFormView>;
  /** A person has looked at what the guest asked for. Throws `version_conflict` where the guest has asked again since. */
  attend(screeningId: string, seen: RequestsSeen): Promise<StaffFormView>;
  /** Forms whose guests asked for a person, those who wait longest first, each with its screening. */
  listPersonAsked(propertyId: string, limit: number): Promise<readonly PersonAsked[]>;
}

/** A guest's form, and those of companions that the guest has named and the PMS does not know yet. */
export interface StaffFormView {
  readonly form: GuestForm;
  readonly companions: readonly GuestForm[];
  /** A picture of a document that the PMS has not taken yet. */
  readonly hasDocument: boolean;
  readonly mail: FormMailView;
}

export interface StaffQuestion {
  readonly topics: readonly FormTopic[];
  readonly actor: string;
}

export interface RequestsSeen {
  readonly actor: string;
  /** When the newest request that the person has seen was made; without it, all count as seen. */
  readonly newestSeenAt?: Instant | undefined;
}

export interface PersonAsked {
  readonly form: GuestForm;
  readonly screeningId: string;
  readonly guestName: string;
}

interface Work {
  readonly stored: StoredSubject;
  readonly form: GuestForm | undefined;
  readonly at: Instant;
}

export function createStaffForms(parts: SubmitParts): StaffForms {
  const { store } = parts;
  return {
    ...createLinkUse(parts),
    ...createFollowUp(parts),
    get: (screeningId) =>
      store.read(async (rows) => toView(rows, { ...(await getWork(rows, screeningId, parts)), screeningId }, parts)),
    listPersonAsked: (propertyId, limit) =>
      store.read(async (rows) => {
        await rows.properties.get(propertyId);
        const asked = await rows.forms.listPersonAsked(propertyId, { limit });
        return (await Promise.all(asked.map((form) => toPersonAsked(rows, form)))).flat();
      }),
  };
}

function changeForm(
  parts: SubmitParts,
  screeningId: string,
  write: (rows: Rows, work: Work) => Promise<void>,
): Promise<StaffFormView> {
  return parts.store.transaction(async (rows) => {
    const work = await getWork(rows, screeningId, parts);
    await write(rows, work);
    return toView(rows, { ...work, screeningId }, parts);
  });
}

function createLinkUse(parts: SubmitParts): Pick<StaffForms, 'ask' | 'withdraw' | 'startAtDesk'> {
  return {
    ask: (screeningId, asked) =>
      changeForm(parts, screeningId, (rows, work) => ask(rows, work, { ...parts, ...asked })),
    withdraw: (screeningId, actor) =>
      changeForm(parts, screeningId, async (rows, { stored, form, at }) => {
        const known = getForm(form, screeningId);
        if (known.state === 'closed') return;
        await closeForm(rows, known, { at, actor, content: { ...known.content, withdrawnBy: actor } });
        await settleAgain(rows, stored.subject, { ...parts, at });
      }),
    startAtDesk: (screeningId, actor) =>
      parts.store.transaction(async (rows) => {
        const work = await getWork(rows, screeningId, parts);
        const isUsable = work.form?.state === 'open' || work.form?.state === 'submitted';
        if (!isUsable) await ask(rows, work, { ...parts, topics: [], actor });
        const { id: formId } = getForm(await rows.forms.findBySubject(work.stored.subject), screeningId);
        const token = randomBytes(32).toString('base64url');
        const validUntil = plusMs(work.at, deskLinkMs);
        await rows.forms.addDeskLink({ token, formId, actor, validUntil });
        return { url: parts.forms.links.toUrlOf(token), validUntil };
      }),
  };
}

function createFollowUp(parts: SubmitParts): Pick<StaffForms, 'retry' | 'mail' | 'attend'> {
  return {
    mail: (screeningId, actor) =>
      changeForm(parts, screeningId, (rows, { form, at: now }) =>
        mailForm(rows, { form: getForm(form, screeningId), now, actor }, parts),
      ),
    retry: (screeningId) =>
      changeForm(parts, screeningId, async (rows, work) => {
        const { at } = work;
        const { form, companions } = await toView(rows, { ...work, screeningId }, parts);
        const isUndelivered = ({ delivery }: GuestForm) => delivery === 'refused' || delivery === 'waiting';
        const undelivered = [form, ...companions].filter(isUndelivered);
        if (undelivered.length === 0) throw conflict(screeningId);
        for (const one of undelivered) {
          await rows.forms.save(one.id, { delivery: 'waiting', refusal: undefined });
          await enqueueDelivery(rows, one, at);
        }
      }),
    attend: (screeningId, { actor, newestSeenAt }) =>
      changeForm(parts, screeningId, async (rows, { form, at }) => {
        const known = getForm(form, screeningId);
        if (known.personAskedAt === undefined) return;
        const isUnseen = known.content.requests.some((request) => isAfter(request.at, newestSeenAt));
        if (isUnseen) throw new ServiceError('version_conflict', { screeningId });
        await rows.forms.save(known.id, { personAskedAt: undefined });
        await noteOnTimeline(rows, known, { at, event: 'request_attended', actor });
      }),
  };
}

async function ask(rows: Rows, { stored, form, at }: Work, asked: StaffQuestion & SubmitParts): Promise<void> {
  const { topics, actor, forms } = asked;
  const { subject, isActive } = stored;
  if (!isActive) throw conflict(stored.currentScreeningId ?? '');
  const before = form?.content.askedByStaff ?? [];
  const content = { askedBy: actor, askedByStaff: [...new Set([...before, ...topics])] };
  const isAnswered = form?.submittedAt !== undefined && form.state !== 'open';
  await openForm(rows, { key: subject, form, needed: form?.needed ?? [], at, forms, actor, content });
  // Who has answered is asked anew: the screening waits again.
  const again = isAnswered ? await rows.forms.findBySubject(subject) : undefined;
  if (again !== undefined) await rows.forms.save(again.id, { submittedAt: undefined });
  await settleAgain(rows, subject, { ...asked, at });
}

async function getWork(rows: Rows, screeningId: string, { clock }: SubmitParts): Promise<Work> {
  const screening = await rows.screenings.get(screeningId);
  const stored = await rows.subjects.find(screening);
  if (stored === undefined) throw new ServiceError('screening_unknown', { screeningId });
  return { stored, form: await rows.forms.findBySubject(screening), at: clock.now() };
}

async function toView(
  rows: Rows,
  { stored: { subject }, at: now, screeningId }: Pick<Work, 'stored' | 'at'> & { readonly screeningId: string },
  parts: SubmitParts,
): Promise<StaffFormView> {
  const form = getForm(await rows.forms.findBySubject(subject), screeningId);
  const party = await rows.forms.listByReservation(subject.propertyId, subject.reservationId);
  const companions = party.filter(({ hostFormId, guestId }) => hostFormId === form.id && guestId === undefined);
  const hasDocument = await rows.forms.hasDocument(form.id);
  return { form, companions, hasDocument, mail: await toMailView(rows, { form, now }, parts) };
}

/** Whoever calls may write an instant in another zone, or without fractions. */
function isAfter(at: Instant, seenAt: Instant | undefined): boolean {
  return seenAt !== undefined && Date.parse(at) > Date.parse(seenAt);
}

function getForm(form: GuestForm | undefined, screeningId: string): GuestForm {
  if (form === undefined) throw new ServiceError('form_unknown', { screeningId });
  return form;
}

function conflict(screeningId: string): ServiceError {
  return new ServiceError('form_conflict', { screeningId });
}

async function toPersonAsked(rows: Rows, form: GuestForm): Promise<readonly PersonAsked[]> {
  const { propertyId, reservationId, guestId, content } = form;
  // Earlier versions left the mark on the forms of guests who were forgotten: there is nothing left to look at.
  if (guestId === undefined || content.requests.length === 0) return [];
  const stored = await rows.subjects.find({ propertyId, reservationId, guestId });
  const screeningId = stored?.currentScreeningId;
  if (stored === undefined || screeningId === undefined) return [];
  return [{ form, screeningId, guestName: toGuestName(stored.subject.fields) }];
}

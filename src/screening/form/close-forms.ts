import type { Instant } from '../../domain/subject.ts';
import type { FormChange, GuestForm } from '../../ports/forms.ts';
import type { Rows, SubjectKey } from '../../ports/store.ts';

/** The stay is off: the guest's link leads nowhere from now on, nor do those of companions whom the PMS does not know. */
export async function closeFormsOf(rows: Rows, key: SubjectKey, at: Instant): Promise<void> {
  const form = await rows.forms.findBySubject(key);
  if (form === undefined) return;
  const party = await rows.forms.listByReservation(key.propertyId, key.reservationId);
  const unknown = party.filter(({ hostFormId, guestId }) => hostFormId === form.id && guestId === undefined);
  for (const one of [form, ...unknown]) await closeForm(rows, one, { at, actor: 'system' });
}

/** Closes what is open; a picture that the PMS never took is not kept for a stay that is off. */
export async function closeForm(
  rows: Rows,
  form: GuestForm,
  { at, actor, ...change }: { readonly at: Instant; readonly actor: string } & FormChange,
): Promise<void> {
  await rows.forms.removeDocument(form.id);
  if (form.state === 'closed') return;
  await rows.forms.save(form.id, { ...change, state: 'closed' });
  await noteOnTimeline(rows, form, { at, event: 'form_closed', actor });
}

/** Opened by a check's need or for everybody, and nobody has written anything into it. */
export function isUntouched(form: GuestForm): boolean {
  return form.state === 'open' && isUnwritten(form);
}

/** The same, whether or not it was closed since. */
export function isUnwritten({ state, submittedAt, hostFormId, content }: GuestForm): boolean {
  const isInvited = hostFormId !== undefined || content.invitedAs !== undefined;
  return state !== 'submitted' && submittedAt === undefined && !isInvited && content.doneSteps.length === 0;
}

/** One that nobody has written in makes room for another form of the same guest on the same stay. */
export async function giveWay(rows: Rows, form: GuestForm, at: Instant): Promise<void> {
  await closeForm(rows, form, { at, actor: 'system' });
  await rows.forms.save(form.id, { guestId: undefined });
}

/** On the timeline of the guest's screening, where there is one. */
export async function noteOnTimeline(
  rows: Rows,
  { propertyId, reservationId, guestId }: Pick<GuestForm, 'propertyId' | 'reservationId' | 'guestId'>,
  entry: Omit<Parameters<Rows['screenings']['addToTimeline']>[0], 'screeningId'>,
): Promise<string | undefined> {
  if (guestId === undefined) return undefined;
  const stored = await rows.subjects.find({ propertyId, reservationId, guestId });
  const screeningId = stored?.currentScreeningId;
  if (screeningId !== undefined) await rows.screenings.addToTimeline({ screeningId, ...entry });
  return screeningId;
}

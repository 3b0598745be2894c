import type { FormContent } from '../../domain/form/form-content.ts';
import { joinContents } from '../../domain/form/join-contents.ts';
import type { Instant } from '../../domain/subject.ts';
import type { GuestForm } from '../../ports/forms.ts';
import type { GuestKey } from '../../ports/profiles.ts';
import type { Rows } from '../../ports/store.ts';
import { closeForm, isUnwritten } from './close-forms.ts';
import { enqueueDelivery } from './submit-form.ts';

/**
 * A guest who lives on under another id may have been asked under both for one stay. One form goes on, with what was written in
 * the other and whom it named; the other is closed and keeps what it held under the id that is gone.
 */
export async function moveForms(
  rows: Rows,
  { guest: { propertyId, guestId }, into }: { readonly guest: GuestKey; readonly into: string },
  at: Instant,
): Promise<void> {
  const replaced: GuestForm[] = [];
  for (const form of await rows.forms.listByGuest(propertyId, guestId)) {
    const { reservationId } = form;
    const other = await rows.forms.findBySubject({ propertyId, reservationId, guestId: into });
    if (other === undefined) continue;
    if (!goesBefore(form, other)) await joinForms(rows, { kept: other, closed: form }, at);
    else {
      await joinForms(rows, { kept: form, closed: other }, at);
      await rows.forms.save(other.id, { guestId: undefined });
      replaced.push(other);
    }
  }
  await rows.forms.moveGuest(propertyId, guestId, into);
  for (const { id } of replaced) await rows.forms.save(id, { guestId });
}

/** What can be written in, then what was sent off last, then what somebody has begun; else the form of who remains. */
function goesBefore(form: GuestForm, other: GuestForm): boolean {
  const [isClosed, isOtherClosed] = [form.state === 'closed', other.state === 'closed'];
  if (isClosed !== isOtherClosed) return isOtherClosed;
  const [sent, otherSent] = [form.submittedAt ?? '', other.submittedAt ?? ''];
  if (sent !== otherSent) return sent > otherSent;
  return isUnwritten(other) && !isUnwritten(form);
}

interface Pair {
  readonly kept: GuestForm;
  readonly closed: GuestForm;
}

async function joinForms(rows: Rows, { kept, closed }: Pair, at: Instant): Promise<void> {
  const document = (await rows.forms.findDocument(kept.id)) ?? (await rows.forms.findDocument(closed.id));
  if (document !== undefined) await rows.forms.saveDocument(kept.id, document);
  await rows.forms.moveCompanions(closed, kept.id);
  await closeForm(rows, closed, { at, actor: 'system' });
  await rows.forms.save(closed.id, { delivery: 'none', refusal: undefined, personAskedAt: undefined });
  const personAskedAt = [kept.personAskedAt, closed.personAskedAt].filter((asked) => asked !== undefined).sort()[0];
  const isToBeSent = kept.state === 'submitted' && closed.submittedAt !== undefined;
  // The PMS was told of the other guest, if of anybody.
  const content = { ...joinContents(kept.content, closed.content), ...(isToBeSent && { told: {} }) };
  await rows.forms.save(kept.id, {
    ...{ content, personAskedAt },
    // Whoever has a page of it open is to see what has come, and a delivery that is on its way has not told it.
    ...((isToBeSent || countAnswers(content) > countAnswers(kept.content)) && { revision: kept.revision + 1 }),
    ...(isToBeSent && { delivery: 'waiting', refusal: undefined }),
  });
  if (isToBeSent) await enqueueDelivery(rows, kept, at);
}

function countAnswers({ answers, questions }: FormContent): number {
  return Object.keys(answers).length + Object.keys(questions).length;
}

import { findSubjectField, type FormField } from '../../domain/form/form-field.ts';
import { overlayFields } from '../../domain/form/overlay.ts';
import type { SubjectFields } from '../../domain/subject.ts';
import type { GuestForm } from '../../ports/forms.ts';
import type { Rows, SubjectKey } from '../../ports/store.ts';

/** Whether the same person has filled in a form for another stay here, and is still who they said then. */
export async function hasFilledInBefore(rows: Rows, key: SubjectKey): Promise<boolean> {
  const stored = await rows.subjects.find(key);
  if (stored === undefined) return false;
  const { fields } = stored.subject;
  for (const guestId of await listGuestIds(rows, key, stored.subject)) {
    const forms = await rows.forms.listByGuest(key.propertyId, guestId);
    if (forms.some((form) => form.reservationId !== key.reservationId && isUnchanged(form, fields))) return true;
  }
  return false;
}

async function listGuestIds(
  rows: Rows,
  { guestId }: SubjectKey,
  subject: Parameters<Rows['knownGuests']['listSubjects']>[0],
): Promise<ReadonlySet<string>> {
  const stays = await rows.knownGuests.listSubjects(subject);
  return new Set([guestId, ...stays.map((stay) => stay.guestId)]);
}

/** What the guest wrote then is what is known now; an expired document is another matter, and a check's. */
function isUnchanged({ submittedAt, content }: GuestForm, fields: SubjectFields): boolean {
  if (submittedAt === undefined) return false;
  const now = overlayFields(fields, content.overlay);
  const written = Object.entries(content.answers) as [FormField, string][];
  return written.every(([field, value]) => {
    const name = findSubjectField(field);
    return name === undefined || name === 'documentMrz' || value === '' || now[name] === value;
  });
}

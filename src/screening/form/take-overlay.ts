import { dropSettled, overlayFields } from '../../domain/form/overlay.ts';
import type { Subject } from '../../domain/subject.ts';
import type { Rows } from '../../ports/store.ts';
import type { GuestOverlay } from '../../ports/forms.ts';

/** The subject as the guest says it, where that holds; what the PMS shows by now need not be laid over it any more. */
export async function takeOverlay(
  rows: Rows,
  { subject, overlay: said }: { readonly subject: Subject; readonly overlay: GuestOverlay | undefined },
): Promise<Subject> {
  if (said === undefined) return subject;
  const left = dropSettled(said.overlay, subject.fields);
  if (Object.keys(left).length < Object.keys(said.overlay).length) {
    const { content } = await rows.forms.get(said.formId);
    await rows.forms.save(said.formId, { content: { ...content, overlay: left } });
  }
  return { ...subject, fields: overlayFields(subject.fields, said.overlay) };
}

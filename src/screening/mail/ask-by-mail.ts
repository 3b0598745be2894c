import type { FormMailKind } from '../../domain/mail/mail-kinds.ts';
import type { Instant } from '../../domain/subject.ts';
import { personWaits } from '../../domain/urgency.ts';
import type { GuestForm } from '../../ports/forms.ts';
import type { Rows } from '../../ports/store.ts';

/** Makes a mail about a form due. Whether it goes out is looked at when its turn comes; asking twice is asking once. */
export async function askByMail(
  rows: Rows,
  { id: formId, propertyId }: Pick<GuestForm, 'id' | 'propertyId'>,
  { kind, at }: { readonly kind: FormMailKind; readonly at: Instant },
): Promise<void> {
  await rows.jobs.enqueue({
    kind: 'send-form-mail',
    payload: { propertyId, formId, kind },
    urgency: personWaits,
    runAt: at,
  });
}

import { type ErrorCode, ServiceError } from '../../domain/errors.ts';
import { isCurrentInvitation, toFormMailPlan } from '../../domain/mail/form-mail-plan.ts';
import type { FormMailKind, MailStop } from '../../domain/mail/mail-kinds.ts';
import type { Instant } from '../../domain/subject.ts';
import type { FormAsking, GuestForm } from '../../ports/forms.ts';
import type { Rows } from '../../ports/store.ts';
import { askByMail } from '../mail/ask-by-mail.ts';
import { findFormMailOrder, type FormMailOrder } from '../mail/mail-case.ts';
import { noteOnTimeline } from './close-forms.ts';

export interface FormMailing {
  readonly forms: FormAsking;
  /** Whether the service sends mail at all. */
  readonly sendsMail: boolean;
}

/** Whether staff can have the link mailed, now or a little later, and when the guest was written to last. */
export interface FormMailView {
  readonly canBeSent: boolean;
  readonly sentAt?: Instant;
}

export async function toMailView(
  rows: Rows,
  { form, now }: { readonly form: GuestForm; readonly now: Instant },
  { forms, sendsMail }: FormMailing,
): Promise<FormMailView> {
  const order = await getOrder(rows, { form, now }, forms);
  const sentAt = order.given.records.findLast(({ state }) => state === 'sent')?.at;
  const canBeSent = sendsMail && toFormMailPlan(order.given).action !== 'end';
  return { canBeSent, ...(sentAt !== undefined && { sentAt }) };
}

/**
 * Has the link mailed to the guest: once more, or for the first time where no mail with it went out. Throws `form_conflict`,
 * `form_mail_off`, `form_mail_no_address`, `form_mail_unwanted` and `form_mail_too_soon`.
 */
export async function mailForm(
  rows: Rows,
  { form, now, actor }: { readonly form: GuestForm; readonly now: Instant; readonly actor: string },
  { forms, sendsMail }: FormMailing,
): Promise<void> {
  const { given } = await getOrder(rows, { form, now }, forms);
  const plan = toFormMailPlan(given);
  if (plan.action === 'end') throw new ServiceError(refusals[plan.why], { formId: form.id });
  if (!sendsMail) throw new ServiceError('form_mail_off');
  if (plan.action === 'wait') {
    const retryAfterS = Math.ceil((Date.parse(plan.until) - Date.parse(now)) / 1_000);
    throw new ServiceError('form_mail_too_soon', { formId: form.id, retryAfterS });
  }
  await noteOnTimeline(rows, form, { at: now, event: 'mail_asked', actor });
  await askByMail(rows, form, { kind: toKind(given, form), at: now });
}

/** A first mail that still waits for its turn is not sent beside another. */
function toKind({ records, form }: FormMailOrder['given'], { hostFormId }: GuestForm): FormMailKind {
  if (records.some((record) => isCurrentInvitation(record, form))) return 'again';
  return hostFormId === undefined ? 'invitation' : 'companion';
}

async function getOrder(
  rows: Rows,
  { form, now }: { readonly form: GuestForm; readonly now: Instant },
  forms: FormAsking,
): Promise<FormMailOrder> {
  const order = await findFormMailOrder(rows, { formId: form.id, kind: 'again', now }, forms);
  if (order === undefined) throw new ServiceError('form_unknown', { formId: form.id });
  return order;
}

const refusals: Readonly<Record<MailStop, ErrorCode>> = {
  not_wanted: 'form_mail_off',
  no_address: 'form_mail_no_address',
  unsubscribed: 'form_mail_unwanted',
  form_closed: 'form_conflict',
  form_submitted: 'form_conflict',
  stay_over: 'form_conflict',
  stay_cancelled: 'form_conflict',
  arrived: 'form_conflict',
  enough: 'form_conflict',
};

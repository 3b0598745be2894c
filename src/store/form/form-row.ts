import type { FormContent } from '../../domain/form/form-content.ts';
import type { FormTopic } from '../../domain/form/form-settings.ts';
import type { FormDelivery, FormRefusal, FormState, GuestForm } from '../../ports/forms.ts';
import { toPresent } from '../present.ts';
import type { Sealing } from '../sealing.ts';
import type { Sealed } from '../tables.ts';

export interface FormRow {
  readonly id: string;
  readonly propertyId: string;
  readonly reservationId: string;
  readonly guestId: string | null;
  readonly hostFormId: string | null;
  readonly state: FormState;
  readonly generation: number;
  readonly revision: number;
  readonly needed: string;
  readonly language: string | null;
  readonly openedAt: string;
  readonly submittedAt: string | null;
  readonly delivery: FormDelivery;
  readonly deliveredAt: string | null;
  readonly refusal: FormRefusal | null;
  readonly personAskedAt: string | null;
  readonly sealedContent: Sealed;
}

export const formColumns = [
  'id',
  'property_id as propertyId',
  'reservation_id as reservationId',
  'guest_id as guestId',
  'host_form_id as hostFormId',
  'state',
  'generation',
  'revision',
  'needed',
  'language',
  'opened_at as openedAt',
  'submitted_at as submittedAt',
  'delivery',
  'delivered_at as deliveredAt',
  'refusal',
  'person_asked_at as personAskedAt',
  'sealed_content as sealedContent',
] as const;

export function toForm(row: FormRow, sealing: Sealing): GuestForm {
  const { sealedContent, needed, ...columns } = row;
  return {
    ...toPresent(columns),
    needed: JSON.parse(needed) as FormTopic[],
    content: sealing.open(toContentPlace(row.id), sealedContent) as FormContent,
  };
}

export function toContentPlace(formId: string): string {
  return `guest_form/${formId}`;
}

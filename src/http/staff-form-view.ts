import type { components } from '../../openapi/service.generated.ts';
import type { GuestRequest } from '../domain/form/form-content.ts';
import type { FormSettings } from '../domain/form/form-settings.ts';
import type { FormLinks, GuestForm } from '../ports/forms.ts';
import type { StaffFormView } from '../screening/form/staff-forms.ts';

type Schemas = components['schemas'];

export interface FormViewParts {
  readonly links: Pick<FormLinks, 'toUrl'>;
  readonly settingsFor: (propertyId: string) => FormSettings;
}

/** A form as staff see it. */
export function toFormView(
  { form, companions, hasDocument }: StaffFormView,
  parts: FormViewParts,
): Schemas['GuestForm'] {
  const { content } = form;
  const { questions } = parts.settingsFor(form.propertyId);
  return {
    id: form.id,
    state: form.state,
    url: form.state === 'open' ? parts.links.toUrl(form) : null,
    needed: [...form.needed],
    askedByStaff: [...content.askedByStaff],
    language: form.language ?? null,
    openedAt: form.openedAt,
    submittedAt: form.submittedAt ?? null,
    completedBy: content.completedBy ?? null,
    answers: { ...content.answers },
    questions: Object.entries(content.questions).map(([id, answer]) => {
      return { id, name: questions.find((question) => question.id === id)?.name ?? id, answer };
    }),
    consents: content.consents.map((consent) => ({ ...consent })),
    hasDocument,
    delivery: toDeliveryView(form),
    requests: content.requests.map(toRequestView),
    personAskedAt: form.personAskedAt ?? null,
    companions: companions.map((companion) => ({
      id: companion.id,
      name: toNameOf(companion),
      state: companion.state,
      delivery: toDeliveryView(companion),
    })),
  };
}

export function toRequestView({ kind, text, at }: GuestRequest): Schemas['GuestRequest'] {
  return { kind, text: text ?? null, at };
}

function toDeliveryView({ delivery: state, deliveredAt, refusal }: GuestForm): Schemas['FormDelivery'] {
  return { state, at: deliveredAt ?? null, refusal: refusal ?? null };
}

function toNameOf({ content: { answers, invitedAs } }: GuestForm): string {
  const name = [answers.firstName, answers.lastName].filter((part) => part !== undefined).join(' ');
  return name === '' ? (invitedAs ?? '') : name;
}

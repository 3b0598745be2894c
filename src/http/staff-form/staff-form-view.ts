import type { components } from '../../../openapi/service.generated.ts';
import { isAtLeast, type Role } from '../../domain/access.ts';
import type { GuestRequest, SetAside } from '../../domain/form/form-content.ts';
import type { FormAnswers } from '../../domain/form/form-field.ts';
import type { FormSettings } from '../../domain/form/form-settings.ts';
import type { FormLinks, GuestForm } from '../../ports/forms.ts';
import type { StaffFormView } from '../../screening/form/staff-forms.ts';

type Schemas = components['schemas'];

export interface FormViewParts {
  readonly links: Pick<FormLinks, 'toUrl'>;
  readonly settingsFor: (propertyId: string) => FormSettings;
  readonly viewer: Role;
  /** Whether the link of a form that is open is for this reader. */
  readonly seesLinks: boolean;
}

/** A form as staff see it; as on a card, the desk sees no document number. */
export function toFormView(
  { form, companions, hasDocument, mail }: StaffFormView,
  parts: FormViewParts,
): Schemas['GuestForm'] {
  const { content } = form;
  const toSaid = ({ answers, questions }: SetAside) => ({
    answers: toSeen(answers, parts.viewer),
    questions: toQuestions(questions, parts.settingsFor(form.propertyId)),
  });
  return {
    id: form.id,
    state: form.state,
    url: form.state === 'open' && parts.seesLinks ? parts.links.toUrl(form) : null,
    needed: [...form.needed],
    askedByStaff: [...content.askedByStaff],
    language: form.language ?? null,
    openedAt: form.openedAt,
    submittedAt: form.submittedAt ?? null,
    completedBy: content.completedBy ?? null,
    ...toSaid(content),
    consents: content.consents.map((consent) => ({ ...consent })),
    hasDocument,
    mail: { canBeSent: mail.canBeSent, sentAt: mail.sentAt ?? null },
    delivery: toDeliveryView(form),
    requests: content.requests.map(toRequestView),
    personAskedAt: form.personAskedAt ?? null,
    setAside: (content.setAside ?? []).map(toSaid).filter(isForPeople),
    companions: companions.map((companion) => ({
      id: companion.id,
      name: toNameOf(companion),
      state: companion.state,
      delivery: toDeliveryView(companion),
    })),
  };
}

function toQuestions(answered: SetAside['questions'], { questions }: FormSettings): Schemas['AnsweredQuestion'][] {
  return Object.entries(answered).map(([id, answer]) => {
    return { id, name: questions.find((question) => question.id === id)?.name ?? id, answer };
  });
}

const notForTheDesk = ['documentNumber', 'documentMrz'];

function toSeen(answers: FormAnswers, viewer: Role): Record<string, string> {
  const isSeen = (field: string) => isAtLeast(viewer, 'reviewer') || !notForTheDesk.includes(field);
  return Object.fromEntries(Object.entries(answers).filter(([field]) => isSeen(field)));
}

/** Not all of it was kept from the reader, nor is it a machine-readable zone alone. */
function isForPeople({ answers, questions }: Pick<Schemas['GuestForm'], 'answers' | 'questions'>): boolean {
  return questions.length > 0 || Object.keys(answers).some((field) => field !== 'documentMrz');
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

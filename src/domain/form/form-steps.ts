import { isRelayEmail } from '../relay-emails.ts';
import type { SubjectFields } from '../subject.ts';
import {
  fieldsOfTopic,
  findSubjectField,
  type FormField,
  formSteps,
  type FormStepId,
  stepOfField,
} from './form-field.ts';
import { type FormQuestion, type FormSettings, type FormTopic, formTopics, type Requirement } from './form-settings.ts';

/**
 * Why a field is asked: `check` a check cannot do without · `property` the hotel asks everybody · `staff` the hotel asks this
 * guest · `law` · `as_in_document` to see that the booking's names are the document's · `own_email` the hotel has an address
 * of the booking site only.
 */
export type AskReason = 'check' | 'property' | 'staff' | 'law' | 'as_in_document' | 'own_email';

export interface AskedField {
  readonly field: FormField;
  readonly isRequired: boolean;
  readonly why: AskReason;
}

export interface AskedStep {
  readonly id: FormStepId;
  readonly fields: readonly AskedField[];
  readonly questions: readonly FormQuestion[];
}

export interface StepContext {
  readonly settings: FormSettings;
  /** What the PMS shows of the guest; of a companion whom it does not know yet, nothing. */
  readonly known: Partial<SubjectFields>;
  /** What checks lack; see needed-topics.ts. */
  readonly needed: readonly FormTopic[];
  readonly askedByStaff: readonly FormTopic[];
  /** Topics that were answered before: they can be corrected, whatever is known by now. */
  readonly answered: readonly FormTopic[];
  readonly isBooker: boolean;
  /** Whom the PMS does not know yet: it takes nobody without names and a country. */
  readonly isNewCompanion: boolean;
  /** Under age on arrival, by what was answered so far: somebody grown up answers for them. */
  readonly isMinor: boolean;
}

/** The steps of one guest's form, each with what it asks and why; what the hotel knows already is not asked again. */
export function toFormSteps(context: StepContext): readonly AskedStep[] {
  const fields = formTopics.flatMap((topic) => toAskedFields(topic, context));
  const { settings, isBooker } = context;
  const steps = formSteps.map((id) => ({
    id,
    fields: fields.filter(({ field }) => stepOfField[field] === id),
    questions: id === 'stay' && isBooker ? settings.questions : [],
  }));
  return steps.filter(({ id, fields: asked, questions }) => {
    if (id === 'consent') return true;
    if (id === 'companions') return isBooker && settings.companions && partySize(context) > 1;
    return asked.length + questions.length > 0;
  });
}

function partySize({ known: { adults = 1, children = 0 } }: StepContext): number {
  return adults + children;
}

function toAskedFields(topic: FormTopic, context: StepContext): readonly AskedField[] {
  const asked = findReason(topic, context);
  if (asked === undefined) return [];
  const fields = fieldsOfTopic[topic].map((field) => ({ field, ...asked, isRequired: isRequiredPart(field, asked) }));
  const isGuardianAsked = topic === 'birthDate' && context.isMinor;
  return isGuardianAsked ? [...fields, { field: 'guardian', isRequired: true, why: 'law' } as const] : fields;
}

/** Within a topic that is required, not every field is. */
function isRequiredPart(field: FormField, { isRequired }: { readonly isRequired: boolean }): boolean {
  return isRequired && !['address2', 'state', 'documentMrz'].includes(field);
}

type Asked = Omit<AskedField, 'field'>;

function findReason(topic: FormTopic, context: StepContext): Asked | undefined {
  const { settings, needed, askedByStaff } = context;
  if (topic === 'gender' && settings.genderRequired)
    return isKnown(topic, context) && !context.answered.includes(topic) ? undefined : law;
  const requirement = settings.fields[topic];
  if (askedByStaff.includes(topic)) return { isRequired: requirement !== 'optional', why: 'staff' };
  if (isNeededOfCompanion(topic, context)) return { isRequired: true, why: 'property' };
  if (requirement === 'off') return undefined;
  if (needed.includes(topic)) return { isRequired: true, why: 'check' };
  return toOwnReason(topic, requirement, context);
}

const law: Asked = { isRequired: true, why: 'law' };

function isNeededOfCompanion(topic: FormTopic, { isNewCompanion }: StepContext): boolean {
  return isNewCompanion && (topic === 'names' || topic === 'country');
}

/** Names are shown even where they are known: a booking says Joe, a document Joseph. */
function toOwnReason(topic: FormTopic, requirement: Requirement, context: StepContext): Asked | undefined {
  const isRequired = requirement === 'required';
  if (topic === 'names') return { isRequired: true, why: 'as_in_document' };
  const { email } = context.known;
  if (topic === 'email' && email !== undefined && isRelayEmail(email)) return { isRequired, why: 'own_email' };
  const isOfStay = topic === 'arrivalTime' || topic === 'purpose' || topic === 'licencePlate';
  if (isOfStay && !context.isBooker) return undefined;
  const isToBeAsked = context.answered.includes(topic) || !isKnown(topic, context);
  return isToBeAsked ? { isRequired, why: 'property' } : undefined;
}

/** Whether the PMS shows everything of a topic that it has a place for and that is of use. */
function isKnown(topic: FormTopic, { known }: StepContext): boolean {
  if (topic === 'phone') return known.phone !== undefined || known.cellPhone !== undefined;
  if (topic === 'gender') return known.gender === 'M' || known.gender === 'F';
  if (topic === 'address') return known.address !== undefined && known.city !== undefined;
  if (topic === 'document') return known.documentNumber !== undefined && known.documentType !== undefined;
  return fieldsOfTopic[topic].every((field) => {
    const name = findSubjectField(field);
    return name !== undefined && known[name] !== undefined;
  });
}

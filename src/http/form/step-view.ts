import type { FieldProblems, TypedValues } from '../../domain/form/check-answers.ts';
import type { FormQuestion } from '../../domain/form/form-settings.ts';
import type { AskedField, AskReason } from '../../domain/form/form-steps.ts';
import type { FieldView, PageFrame, StepView } from '../../pages/form/form-view.ts';
import type { FormSession } from '../../screening/form/guest-form.ts';
import { textIn } from './answer-words.ts';
import { choicesOf, controlOf } from './field-controls.ts';
import type { Visit } from './form-visit.ts';
import { listLikelyCountries } from './likely-countries.ts';

export type SessionStep = FormSession['steps'][number];

/** What a page of the form is made of. `typed` is shown in place of what was saved, with what is wrong with it. */
export interface StepSituation {
  readonly visit: Visit;
  readonly frame: PageFrame;
  readonly session: FormSession;
  readonly typed?: TypedValues;
  readonly problems?: FieldProblems;
  readonly isOvertaken?: boolean;
  /** The guest came from the review to change something. */
  readonly isCorrection?: boolean;
}

export function toStepView(step: SessionStep, situation: StepSituation): StepView {
  const { visit, session, frame } = situation;
  const number = session.steps.findIndex(({ id }) => id === step.id) + 1;
  const why = findSharedReason(step.fields);
  return {
    id: step.id,
    number,
    count: session.steps.length,
    action: `${visit.address}/${step.id}`,
    hasBack: number > 1,
    version: session.revision,
    fields: toFieldViews(step, situation, why),
    isCorrection: situation.isCorrection === true,
    isSaved: session.steps.some(({ isDone }) => isDone),
    isOvertaken: situation.isOvertaken === true,
    ...(why !== undefined && { why }),
    likelyCountries: listLikelyCountries(session, visit, frame.language),
    canReadDocument: canReadDocument(step, session),
  };
}

/** The first step has it too, where a document is asked for: it holds most of what both ask. */
function canReadDocument({ id, fields }: SessionStep, { steps, answers }: FormSession): boolean {
  const isAsked = (asked: readonly AskedField[]) => asked.some(({ field }) => field === 'documentMrz');
  if (id !== 'person') return isAsked(fields);
  return (answers.documentNumber ?? '') === '' && steps.some((step) => isAsked(step.fields));
}

/** What the step's own words do not say already. */
const toldReasons: readonly AskReason[] = ['check', 'staff', 'law', 'own_email'];

function findSharedReason(fields: readonly AskedField[]): AskReason | undefined {
  const [first, ...others] = new Set(fields.map(({ why }) => why));
  return first !== undefined && others.length === 0 && fields.length > 1 && toldReasons.includes(first)
    ? first
    : undefined;
}

function toFieldViews(step: SessionStep, situation: StepSituation, shared: AskReason | undefined): FieldView[] {
  const { session } = situation;
  const fields = step.fields.map((asked) => {
    const isTold = asked.why !== shared && toldReasons.includes(asked.why);
    const view = toFieldView({ ...asked, saved: session.answers[asked.field] ?? '' }, situation, isTold);
    const guess =
      asked.field === 'documentIssuingCountry' ? (session.answers.nationality ?? session.country) : undefined;
    return guess === undefined ? view : { ...view, guess };
  });
  const questions = step.questions.map((question) => toQuestionView(question, situation));
  const isUploaded = step.id === 'document' && session.allowsDocumentUpload;
  return [...fields, ...questions, ...(isUploaded ? [toUploadView(situation)] : [])];
}

type SavedField = AskedField & { readonly saved: string };

export function toFieldView(
  { field, isRequired, why, saved }: SavedField,
  { typed, problems }: Pick<StepSituation, 'typed' | 'problems'>,
  isTold: boolean,
): FieldView {
  const problem = problems?.[field];
  return {
    name: field,
    control: controlOf(field),
    isRequired,
    value: typed?.[field] ?? saved,
    ...(isTold && { why }),
    ...(problem !== undefined && { problem }),
    ...(choicesOf(field).length > 0 && { choices: choicesOf(field).map((value) => ({ value })) }),
  };
}

function toQuestionView(question: FormQuestion, { frame, session, typed, problems }: StepSituation): FieldView {
  const name = `question.${question.id}`;
  const problem = problems?.[name];
  const choices = question.choices?.map(({ id, text }) => ({ value: id, label: textIn(text, frame.language) }));
  return {
    name,
    label: textIn(question.text, frame.language),
    control: choices === undefined ? 'textarea' : 'choice',
    isRequired: question.isRequired,
    value: typed?.[name] ?? session.questions[question.id] ?? '',
    ...(problem !== undefined && { problem }),
    ...(choices !== undefined && { choices }),
  };
}

function toUploadView({ problems, session }: StepSituation): FieldView {
  const problem = problems?.documentImage;
  const view = { name: 'documentImage', control: 'file', isRequired: false, value: '' } as const;
  return { ...view, ...(session.hasDocument && { why: 'picture_saved' }), ...(problem && { problem }) };
}

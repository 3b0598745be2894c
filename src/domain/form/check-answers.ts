import { isRelayEmail } from '../relay-emails.ts';
import type { FormAnswers, FormField } from './form-field.ts';
import type { AskedField, AskedStep } from './form-steps.ts';
import type { FormQuestion } from './form-settings.ts';
import { type FieldProblem, longestAnswer, type ReadContext, readFieldValue } from './read-values.ts';
import { hasPaymentDigits, toCleanText } from './typed-text.ts';

/** As it comes from a browser: texts by name; a property's own question is `question.<id>`. */
export type TypedValues = Readonly<Record<string, string>>;

/** By the name of what was typed. */
export type FieldProblems = Readonly<Record<string, FieldProblem>>;

export interface StepReading {
  /** What could be read, empty texts included: those empty the field. */
  readonly answers: FormAnswers;
  readonly questions: Readonly<Record<string, string>>;
  /** What is wrong with what was typed. What is merely missing is no matter before the end. */
  readonly problems: FieldProblems;
}

/** Reads what was typed into a step; names that the step does not ask for are left alone. */
export function readStep(step: AskedStep, typed: TypedValues, context: ReadContext): StepReading {
  const answers: Record<string, string> = {};
  const questions: Record<string, string> = {};
  const problems: Record<string, FieldProblem> = {};
  for (const { field } of step.fields) {
    const text = typed[field];
    if (text === undefined) continue;
    const reading = readFieldValue(field, text, context);
    if ('problem' in reading) problems[field] = reading.problem;
    else answers[field] = reading.value;
  }
  for (const question of step.questions) {
    const text = typed[toQuestionName(question)];
    if (text === undefined) continue;
    const problem = findQuestionProblem(question, text);
    if (problem === undefined) questions[question.id] = toCleanText(text);
    else problems[toQuestionName(question)] = problem;
  }
  return { answers, questions, problems };
}

export function toQuestionName({ id }: Pick<FormQuestion, 'id'>): string {
  return `question.${id}`;
}

function findQuestionProblem({ choices }: FormQuestion, typed: string): FieldProblem | undefined {
  const text = toCleanText(typed);
  if (text.length > longestAnswer) return 'too_long';
  if (hasPaymentDigits(text)) return 'looks_like_payment_card';
  const isChoice = choices === undefined || text === '' || choices.some(({ id }) => id === text);
  return isChoice ? undefined : 'not_a_choice';
}

/** What is missing from, or does not fit together in, one step of what was answered so far. */
export function checkStep(
  step: AskedStep,
  { answers, questions }: Pick<StepReading, 'answers' | 'questions'>,
): FieldProblems {
  const missing = step.fields.filter((asked) => isMissing(asked, answers)).map(({ field }) => [field, 'required']);
  const unanswered = step.questions
    .filter(({ id, isRequired }) => isRequired && (questions[id] ?? '') === '')
    .map((question) => [toQuestionName(question), 'required']);
  const asked = new Set<FormField>(step.fields.map(({ field }) => field));
  const ofDocument = asked.has('documentType') ? checkDocument(answers) : {};
  const ofEmail = asked.has('email') && isRelayEmail(answers.email ?? '') ? { email: 'email_of_booking_site' } : {};
  return { ...Object.fromEntries([...missing, ...unanswered]), ...ofEmail, ...ofDocument } as FieldProblems;
}

const withoutIssueDate = ['dni', 'cpf'];
const withoutExpiry = ['dni', 'nie', 'cpf'];

function isMissing({ field, isRequired }: AskedField, answers: FormAnswers): boolean {
  if (!isRequired || (answers[field] ?? '') !== '') return false;
  return !isExempt(field, answers.documentType ?? '');
}

/** Of some types of document the PMS asks for no date. */
function isExempt(field: FormField, documentType: string): boolean {
  if (field === 'documentIssuedOn') return withoutIssueDate.includes(documentType);
  return field === 'documentExpiresOn' && withoutExpiry.includes(documentType);
}

const documentParts = [
  'documentType',
  'documentNumber',
  'documentIssuingCountry',
  'documentIssuedOn',
  'documentExpiresOn',
] as const;

/** All of a document or nothing, as the PMS takes it; and dates in an order that can be. */
function checkDocument(answers: FormAnswers): FieldProblems {
  const has = (field: FormField) => (answers[field] ?? '') !== '';
  if (!documentParts.some(has)) return {};
  const missing = documentParts.filter((field) => !has(field) && !isExempt(field, answers.documentType ?? ''));
  const { birthDate = '', documentIssuedOn: issuedOn = '', documentExpiresOn: expiresOn = '' } = answers;
  return {
    ...Object.fromEntries(missing.map((field) => [field, 'document_incomplete' as const])),
    ...(issuedOn !== '' && expiresOn !== '' && expiresOn <= issuedOn && { documentExpiresOn: 'expiry_before_issue' }),
    ...(issuedOn !== '' && birthDate !== '' && issuedOn < birthDate && { documentIssuedOn: 'issued_before_birth' }),
  };
}

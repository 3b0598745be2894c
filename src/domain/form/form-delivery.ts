import { toLocalDate } from '../calendar.ts';
import type { SubjectFields } from '../subject.ts';
import type { ConsentRecord, FormContent } from './form-content.ts';
import type { AnsweredSubjectField, FormAnswers } from './form-field.ts';
import type { FormQuestion, FormSettings } from './form-settings.ts';
import type { Said } from './overlay.ts';
import { hasPaymentDigits } from './typed-text.ts';

/** What the PMS is to be told: its own fields, and guest custom fields for what it has no place for. */
export interface FormTidings {
  readonly fields: Partial<SubjectFields>;
  readonly customValues: readonly {
    readonly shortcode: string;
    readonly name: string;
    readonly value: string;
  }[];
}

const documentFields = [
  'documentType',
  'documentNumber',
  'documentIssuingCountry',
  'documentIssuedOn',
  'documentExpiresOn',
] as const;

/**
 * The difference between what the guest says and what the PMS shows, and custom values that it was not told yet. Names and
 * e-mail that may not take the place of others go into custom fields; a document goes whole or not at all.
 */
export function toTidings(content: FormContent, settings: FormSettings, timeZone: string): FormTidings {
  const { answers, told } = content;
  const differing = listDiffering(content);
  const heldBack = differing.filter((field) => isHeldBack(field, content, settings));
  const sent = differing.filter((field) => !heldBack.includes(field) && field !== 'documentMrz');
  const isDocumentSent = documentFields.some((field) => sent.includes(field));
  const names = [...new Set([...sent, ...(isDocumentSent ? documentFields : [])])];
  const fields = Object.fromEntries(names.flatMap((name) => toEntry(name, answers[name])));
  const customValues = [
    ...toCustomValues(answers, heldBack),
    ...toQuestionValues(content, settings),
    toConsents(content, timeZone),
  ];
  return { fields, customValues: customValues.filter(({ shortcode, value }) => (told[shortcode] ?? '') !== value) };
}

/** Everything that is answered, for a guest whom the PMS does not know yet. */
export function toWholeGuest(answers: FormAnswers): Partial<SubjectFields> {
  const overlay = ['firstName', 'lastName', 'gender', 'email', 'phone', 'birthDate', 'country', 'address', 'address2'];
  const names = [...overlay, 'zip', 'city', 'state', ...documentFields] as readonly AnsweredSubjectField[];
  return Object.fromEntries(names.flatMap((name) => toEntry(name, answers[name])));
}

function toEntry(name: string, value: string | undefined): readonly (readonly [string, string])[] {
  return value === undefined || value === '' ? [] : [[name, value]];
}

function listDiffering({ overlay }: FormContent): readonly AnsweredSubjectField[] {
  const entries = Object.entries(overlay) as [AnsweredSubjectField, Said][];
  return entries
    .filter(([, { value, basis, former }]) => former !== undefined || value !== basis)
    .map(([field]) => field);
}

/** What is empty in the PMS is filled in whatever the property allows. */
function isHeldBack(field: AnsweredSubjectField, { overlay }: FormContent, { mayOverwrite }: FormSettings): boolean {
  if (overlay[field]?.basis === undefined) return false;
  if (field === 'email') return !mayOverwrite.email;
  return (field === 'firstName' || field === 'lastName') && !mayOverwrite.names;
}

type CustomValues = FormTidings['customValues'];

const customFields = [
  ['nationality', 'form_nationality', 'Nationality'],
  ['guardian', 'form_guardian', 'Guardian'],
  ['arrivalTime', 'form_arrival_time', 'Arrival time'],
  ['purpose', 'form_purpose', 'Purpose of stay'],
  ['licencePlate', 'form_licence_plate', 'Licence plate'],
] as const;

function toCustomValues(answers: FormAnswers, heldBack: readonly AnsweredSubjectField[]): CustomValues {
  const plain = customFields.map(([field, shortcode, name]) => ({ shortcode, name, value: answers[field] ?? '' }));
  const isNameHeld = heldBack.includes('firstName') || heldBack.includes('lastName');
  const name = isNameHeld ? `${answers.firstName ?? ''} ${answers.lastName ?? ''}`.trim() : '';
  const email = heldBack.includes('email') ? (answers.email ?? '') : '';
  return [
    ...plain,
    { shortcode: 'form_document_name', name: 'Name in document', value: name },
    // The PMS would refuse all of it for an address that looks like a card.
    { shortcode: 'form_email', name: 'E-mail of the guest', value: hasPaymentDigits(email) ? '' : email },
  ];
}

function toQuestionValues({ questions }: FormContent, settings: FormSettings): CustomValues {
  return settings.questions.map((question) => {
    const value = toChoiceText(question, questions[question.id] ?? '');
    return { shortcode: `form_${question.id}`, name: question.name, value };
  });
}

/** Staff read English, or else the first language that there is. */
function toChoiceText({ choices }: FormQuestion, answer: string): string {
  const text = choices?.find(({ id }) => id === answer)?.text;
  return text?.en ?? Object.values(text ?? {})[0] ?? answer;
}

/** The PMS's own opt-in can be read and not written: a custom field says it. */
function toConsents({ consents }: FormContent, timeZone: string): CustomValues[number] {
  const newest = new Map<string, ConsentRecord>(consents.map((consent) => [consent.purpose, consent]));
  const words = [...newest.values()].map(
    ({ purpose, given, version, at }) =>
      `${purpose}: ${given ? 'yes' : 'no'} (${version}, ${toLocalDate(at, timeZone)})`,
  );
  return { shortcode: 'form_consents', name: 'Consents', value: words.join(' · ') };
}

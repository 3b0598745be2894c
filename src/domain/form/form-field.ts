import type { SubjectField } from '../subject.ts';
import type { FormTopic } from './form-settings.ts';

/** Everything that a guest can be asked for by name. Questions of the property's own come beside these. */
export const formFields = [
  'firstName',
  'lastName',
  'birthDate',
  'gender',
  'nationality',
  'guardian',
  'email',
  'phone',
  'country',
  'address',
  'address2',
  'zip',
  'city',
  'state',
  'documentType',
  'documentNumber',
  'documentIssuingCountry',
  'documentIssuedOn',
  'documentExpiresOn',
  'documentMrz',
  'arrivalTime',
  'purpose',
  'licencePlate',
] as const;

export type FormField = (typeof formFields)[number];

/** The values of fields, as they are kept: dates `YYYY-MM-DD`, times `HH:MM`, countries ISO 3166 alpha-2, phones E.164. */
export type FormAnswers = Readonly<Partial<Record<FormField, string>>>;

export const stepOfField: Readonly<Record<FormField, FieldStep>> = {
  firstName: 'person',
  lastName: 'person',
  birthDate: 'person',
  gender: 'person',
  nationality: 'person',
  guardian: 'person',
  email: 'contact',
  phone: 'contact',
  country: 'contact',
  address: 'contact',
  address2: 'contact',
  zip: 'contact',
  city: 'contact',
  state: 'contact',
  documentType: 'document',
  documentNumber: 'document',
  documentIssuingCountry: 'document',
  documentIssuedOn: 'document',
  documentExpiresOn: 'document',
  documentMrz: 'document',
  arrivalTime: 'stay',
  purpose: 'stay',
  licencePlate: 'stay',
};

export type FieldStep = 'person' | 'contact' | 'document' | 'stay';

/** In the order in which they come. `companions` only for the booker, `consent` always and last. */
export const formSteps = ['person', 'contact', 'document', 'stay', 'companions', 'consent'] as const;

export type FormStepId = (typeof formSteps)[number];

export const fieldsOfTopic: Readonly<Record<FormTopic, readonly FormField[]>> = {
  names: ['firstName', 'lastName'],
  birthDate: ['birthDate'],
  gender: ['gender'],
  nationality: ['nationality'],
  email: ['email'],
  phone: ['phone'],
  country: ['country'],
  address: ['address', 'address2', 'zip', 'city', 'state'],
  document: [
    'documentType',
    'documentNumber',
    'documentIssuingCountry',
    'documentIssuedOn',
    'documentExpiresOn',
    'documentMrz',
  ],
  arrivalTime: ['arrivalTime'],
  purpose: ['purpose'],
  licencePlate: ['licencePlate'],
};

/** The field of the form that fills a screened field; `undefined` where no guest can be asked for it. */
export function findTopicOf(field: SubjectField): FormTopic | undefined {
  if (field === 'cellPhone') return 'phone';
  const topics = Object.entries(fieldsOfTopic) as [FormTopic, readonly string[]][];
  return topics.find(([, fields]) => fields.includes(field))?.[0];
}

/** The screened field that an answer fills; `undefined` for what no check reads. */
export function findSubjectField(field: FormField): AnsweredSubjectField | undefined {
  return field in answeredFields ? (field as AnsweredSubjectField) : undefined;
}

const answeredFields = {
  firstName: true,
  lastName: true,
  birthDate: true,
  gender: true,
  email: true,
  phone: true,
  country: true,
  address: true,
  address2: true,
  zip: true,
  city: true,
  state: true,
  documentType: true,
  documentNumber: true,
  documentIssuingCountry: true,
  documentIssuedOn: true,
  documentExpiresOn: true,
  documentMrz: true,
} as const satisfies Partial<Record<FormField & SubjectField, true>>;

export type AnsweredSubjectField = keyof typeof answeredFields;

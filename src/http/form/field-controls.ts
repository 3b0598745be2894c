import type { FormField } from '../../domain/form/form-field.ts';
import { documentTypes, purposes } from '../../domain/form/read-values.ts';
import type { FieldControl } from '../../pages/form/form-view.ts';

const controls: Partial<Record<FormField, FieldControl>> = {
  birthDate: 'date',
  documentIssuedOn: 'date',
  documentExpiresOn: 'date',
  nationality: 'country',
  country: 'country',
  documentIssuingCountry: 'country',
  gender: 'choice',
  documentType: 'choice',
  purpose: 'choice',
  arrivalTime: 'time',
  documentMrz: 'hidden',
};

export function controlOf(field: FormField): FieldControl {
  return controls[field] ?? 'text';
}

const choices: Partial<Record<FormField, readonly string[]>> = {
  gender: ['F', 'M', 'N/A'],
  documentType: documentTypes,
  purpose: purposes,
};

export function choicesOf(field: FormField): readonly string[] {
  return choices[field] ?? [];
}

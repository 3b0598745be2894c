import { describe, expect, test } from '@jest/globals';
import type { FormField } from '../../../../src/domain/form/form-field.ts';
import { readFieldValue } from '../../../../src/domain/form/read-values.ts';

const read = (field: FormField, typed: string) =>
  readFieldValue(field, typed, { today: '2026-11-23', readPhone: () => undefined });

test.each<[FormField, string, string]>([
  ['firstName', "  O'Brien\u202e ", "O'Brien"],
  ['lastName', 'X', 'X'],
  ['lastName', 'Mun\u0303oz', 'Mu\u00f1oz'],
  ['birthDate', '2024-2-29', '2024-02-29'],
  ['birthDate', '1901-1-1', '1901-01-01'],
  ['birthDate', '2026-11-23', '2026-11-23'],
  ['documentExpiresOn', '2031-1-5', '2031-01-05'],
  ['nationality', 'no', 'NO'],
  ['arrivalTime', '9h05', '09:05'],
  ['email', 'zoë@bücher.example', 'zoë@bücher.example'],
  ['documentNumber', 'AB-12 34/5', 'AB-12 34/5'],
  ['documentMrz', 'p<nor<<<\nccx', 'P<NOR<<<\nCCX'],
  ['address', '<b>Main</b> St', '<b>Main</b> St'],
  ['gender', '', ''],
])('%s reads %j as %j', (field, typed, value) => {
  expect(read(field, typed)).toEqual({ value });
});

test.each<[FormField, string, string]>([
  ['birthDate', '2023-2-29', 'date_impossible'],
  ['birthDate', '1900-2-29', 'date_impossible'],
  ['birthDate', '2026-11-24', 'date_in_future'],
  ['birthDate', '1900-12-31', 'date_too_long_ago'],
  ['birthDate', '0000-1-1', 'date_too_long_ago'],
  ['birthDate', '9 May', 'date_unreadable'],
  ['documentIssuedOn', '2027-1-1', 'date_in_future'],
  ['birthDate', '2984-2-9', 'date_in_future'],
  ['documentExpiresOn', '2031-2-30', 'date_impossible'],
  ['firstName', '🙂', 'not_a_name'],
  ['firstName', "-'", 'not_a_name'],
  ['lastName', 'a'.repeat(81), 'too_long'],
  ['nationality', 'XX', 'country_unknown'],
  ['nationality', 'Norway', 'country_unknown'],
  ['arrivalTime', '24:00', 'time_unreadable'],
  ['email', 'a@b', 'email_unreadable'],
  ['email', 'a@b.example\nBcc: c@d.example', 'email_unreadable'],
  ['phone', 'call me', 'phone_unreadable'],
  ['documentType', 'library_card', 'not_a_choice'],
  ['documentNumber', '<script>', 'document_number_unreadable'],
  ['licencePlate', '4111111111111111', 'looks_like_payment_card'],
])('%s takes no %j: %s', (field, typed, problem) => {
  expect(read(field, typed)).toEqual({ problem });
});

describe('a name', () => {
  test.each(['José-María', 'D’Arcy', 'علي', '李', 'ಅಶ್ವಿನಿ', 'ആതിര', 'Ng', 'van der Berg, Jr.'])('can be %s', (name) => {
    expect(read('lastName', name)).toEqual({ value: name });
  });
});

import { isCalendarDate } from '../calendar-date.ts';
import { isAlpha2 } from '../iso-countries.ts';
import type { LocalDate } from '../subject.ts';
import type { FormField } from './form-field.ts';
import { hasPaymentDigits, isName, isPlainEmail, toCleanText } from './typed-text.ts';

/** What is wrong with a value. Pages put it into words. */
export type FieldProblem =
  | 'required'
  | 'not_ticked'
  | 'too_long'
  | 'not_a_name'
  | 'not_a_choice'
  | 'date_unreadable'
  | 'date_impossible'
  | 'date_in_future'
  | 'date_too_long_ago'
  | 'expiry_before_issue'
  | 'issued_before_birth'
  | 'email_unreadable'
  | 'email_of_booking_site'
  | 'phone_unreadable'
  | 'country_unknown'
  | 'document_number_unreadable'
  | 'document_incomplete'
  | 'time_unreadable'
  | 'looks_like_payment_card'
  | 'party_full'
  | 'already_named'
  | 'too_many_invitations'
  | 'file_too_large'
  | 'file_not_an_image';

export type Reading = { readonly value: string } | { readonly problem: FieldProblem };

export interface ReadContext {
  /** The property's own date. */
  readonly today: LocalDate;
  /** Reads a phone number as the guest's country writes it, and else as the hotel's; E.164, or undefined. */
  readonly readPhone: (text: string) => string | undefined;
}

export const documentTypes = [
  'passport',
  'dni',
  'nie',
  'driver_licence',
  'social_security_card',
  'student_id',
  'cpf',
] as const;

export const purposes = ['leisure', 'business', 'family', 'event', 'medical', 'study', 'other'] as const;

const longest: Partial<Record<FormField, number>> = {
  firstName: 80,
  lastName: 80,
  guardian: 160,
  email: 254,
  phone: 40,
  address: 160,
  address2: 160,
  zip: 20,
  city: 80,
  state: 80,
  documentNumber: 40,
  documentMrz: 100,
  licencePlate: 20,
};

const otherwiseLongest = 40;
export const longestAnswer = 255;

/** One value as a guest typed it, cleaned and read; an empty one is empty, not wrong. */
export function readFieldValue(field: FormField, typed: string, context: ReadContext): Reading {
  const text = toCleanText(typed);
  if (text === '') return { value: '' };
  if (text.length > (longest[field] ?? otherwiseLongest)) return { problem: 'too_long' };
  return readers[field](text, context);
}

type Reader = (text: string, context: ReadContext) => Reading;

const readName: Reader = (text) => (isName(text) ? { value: text } : { problem: 'not_a_name' });
const readText: Reader = (text) => ({ value: text });
const readNoted: Reader = (text) => (hasPaymentDigits(text) ? { problem: 'looks_like_payment_card' } : { value: text });

const readCountry: Reader = (text) => {
  const code = text.toUpperCase();
  return isAlpha2(code) ? { value: code } : { problem: 'country_unknown' };
};

function choose(choices: readonly string[]): Reader {
  return (text) => (choices.includes(text) ? { value: text } : { problem: 'not_a_choice' });
}

/** A day that has been: of birth, or of issue. */
const readPastDate: Reader = (text, { today }) => {
  const reading = readDate(text);
  const isOfYearToCome = /^\d{4}-/.test(text) && text.slice(0, 4) > today.slice(0, 4);
  if ('problem' in reading) return isOfYearToCome ? { problem: 'date_in_future' } : reading;
  if (reading.value > today) return { problem: 'date_in_future' };
  return reading.value < `${Number(today.slice(0, 4)) - 125}` ? { problem: 'date_too_long_ago' } : reading;
};

function readDate(text: string): Reading {
  const parts = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (parts === null) return { problem: 'date_unreadable' };
  const [, year = '', month = '', day = ''] = parts;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (isCalendarDate(date)) return { value: date };
  return { problem: year < '1900' ? 'date_too_long_ago' : 'date_impossible' };
}

/** Documents for life say that they end in the year 9999. */
const readExpiry: Reader = (text) => (text.startsWith('9999-') ? { value: '' } : readDate(text));

const readTime: Reader = (text) => {
  const parts = /^([01]?\d|2[0-3])[:.h]([0-5]\d)$/i.exec(text);
  return parts === null ? { problem: 'time_unreadable' } : { value: `${parts[1]?.padStart(2, '0')}:${parts[2]}` };
};

const readers: Readonly<Record<FormField, Reader>> = {
  firstName: readName,
  lastName: readName,
  guardian: readName,
  birthDate: readPastDate,
  gender: choose(['M', 'F', 'N/A']),
  nationality: readCountry,
  email: (text) => (isPlainEmail(text) ? { value: text } : { problem: 'email_unreadable' }),
  phone: (text, { readPhone }) => {
    const value = readPhone(text);
    return value === undefined ? { problem: 'phone_unreadable' } : { value };
  },
  country: readCountry,
  address: readText,
  address2: readText,
  zip: readText,
  city: readText,
  state: readText,
  documentType: choose(documentTypes),
  documentNumber: (text) =>
    /^[\p{L}\p{N}][\p{L}\p{N} .\-/]*$/u.test(text) ? { value: text } : { problem: 'document_number_unreadable' },
  documentIssuingCountry: readCountry,
  documentIssuedOn: readPastDate,
  documentExpiresOn: readExpiry,
  documentMrz: (text) => {
    const zone = text.toUpperCase().replace(/ /g, '\n');
    return /^[A-Z0-9<\n]+$/.test(zone) ? { value: zone } : { problem: 'document_number_unreadable' };
  },
  arrivalTime: readTime,
  purpose: choose(purposes),
  licencePlate: readNoted,
};

import { isCalendarDate } from '../../src/domain/calendar-date.ts';
import type { LocalDate, SubjectField } from '../../src/domain/subject.ts';
import type { DeclaredFields } from '../../src/ports/check-provider.ts';

/** Whom a list is searched for. Names are empty where nothing that is a name was entered. */
export interface SearchedPerson {
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: LocalDate | undefined;
  readonly document: SearchedDocument | undefined;
}

export interface SearchedDocument {
  readonly isPassport: boolean;
  /** Capitals and digits only, and enough of them to tell anybody apart. */
  readonly number: string;
  readonly issuingCountry: string | undefined;
}

/** Longer than any name; what goes on has been pasted there. */
const longestName = 120;
const shortestNumber = 5;

export const searchedFields = [
  'firstName',
  'lastName',
  'birthDate',
  'documentType',
  'documentNumber',
  'documentIssuingCountry',
] as const satisfies readonly SubjectField[];

/** What of these fields can be searched for. */
export function toSearchedPerson(fields: DeclaredFields): SearchedPerson {
  const { firstName = '', lastName = '', birthDate } = fields;
  return {
    firstName: toName(firstName),
    lastName: toName(lastName),
    birthDate: isCalendarDate(birthDate) ? birthDate : undefined,
    document: findDocument(fields),
  };
}

export function toFullName({ firstName, lastName }: SearchedPerson): string {
  return [firstName, lastName].filter((part) => part !== '').join(' ');
}

export function listMissingNames({ firstName, lastName }: SearchedPerson): readonly SubjectField[] {
  return [...(firstName === '' ? (['firstName'] as const) : []), ...(lastName === '' ? (['lastName'] as const) : [])];
}

/** Letters or digits of any script, without what steers a screen; lone halves of characters cannot be sent. */
export function toBareNumber(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function toName(text: string): string {
  const plain = text.toWellFormed().replace(/\p{C}/gu, '').replace(/\s+/g, ' ').trim();
  return /\p{L}/u.test(plain) ? Array.from(plain).slice(0, longestName).join('').trim() : '';
}

/** ISO 3166 alpha-2, or nothing. */
export function findCountry(text: string): string | undefined {
  return /^[A-Z]{2}$/.test(text) ? text : undefined;
}

function findDocument(fields: DeclaredFields): SearchedDocument | undefined {
  const { documentType, documentNumber = '', documentIssuingCountry = '' } = fields;
  const number = toBareNumber(documentNumber);
  if (documentType === 'na' || number.length < shortestNumber || number.length > longestName) return undefined;
  return { isPassport: documentType === 'passport', number, issuingCountry: findCountry(documentIssuingCountry) };
}

import { isCalendarDate } from '../../src/domain/calendar-date.ts';
import type { LocalDate, SubjectField } from '../../src/domain/subject.ts';
import type { DeclaredFields } from '../../src/ports/check-provider.ts';
import type { DocumentKind } from './number-formats.ts';

/** What was entered of a document and its holder; what says nothing is absent. */
export interface EnteredDocument {
  readonly kind: DocumentKind | undefined;
  /** Capitals and digits only. */
  readonly number: string | undefined;
  /** ISO 3166 alpha-2. */
  readonly issuingCountry: string | undefined;
  readonly issuedOn: LocalDate | undefined;
  readonly expiresOn: LocalDate | undefined;
  readonly mrz: string | undefined;
  readonly holder: {
    readonly firstName: string;
    readonly lastName: string;
    readonly birthDate: LocalDate | undefined;
    readonly isMainGuest: boolean;
  };
  readonly stay: { readonly arrivesOn: LocalDate | undefined; readonly departsOn: LocalDate | undefined };
}

/** The PMS's words for kinds of documents, and those that other forms use. */
const kinds: Readonly<Record<string, DocumentKind>> = {
  passport: 'passport',
  dni: 'identity card',
  id_card: 'identity card',
  identity_card: 'identity card',
  national_id: 'identity card',
  nie: 'nie',
  cpf: 'cpf',
};

export function toEnteredDocument(fields: DeclaredFields): EnteredDocument {
  const { documentType = '', documentIssuingCountry = '' } = fields;
  const hasNone = documentType === 'na';
  return {
    kind: Object.hasOwn(kinds, documentType) ? kinds[documentType] : undefined,
    number: hasNone ? undefined : toBareNumber(fields.documentNumber ?? ''),
    issuingCountry: /^[A-Z]{2}$/.test(documentIssuingCountry) ? documentIssuingCountry : undefined,
    issuedOn: toDate(fields.documentIssuedOn),
    expiresOn: hasNone ? undefined : toDate(fields.documentExpiresOn),
    mrz: toFilled(fields.documentMrz ?? ''),
    holder: {
      firstName: fields.firstName ?? '',
      lastName: fields.lastName ?? '',
      birthDate: toDate(fields.birthDate),
      isMainGuest: fields.isMainGuest === true,
    },
    stay: { arrivesOn: toDate(fields.arrivesOn), departsOn: toDate(fields.departsOn) },
  };
}

/** What a guest could add so that there is a document at all. */
export function listMissing({ number, mrz, issuingCountry }: EnteredDocument): readonly SubjectField[] {
  if (mrz !== undefined) return [];
  return [
    ...(number === undefined ? (['documentType', 'documentNumber'] as const) : []),
    ...(issuingCountry === undefined ? (['documentIssuingCountry'] as const) : []),
  ];
}

function toBareNumber(text: string): string | undefined {
  const bare = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  return bare === '' || bare === 'NA' ? undefined : bare;
}

function toFilled(text: string): string | undefined {
  return /[\p{L}\p{N}<]/u.test(text) ? text : undefined;
}

function toDate(text: string | undefined): LocalDate | undefined {
  return isCalendarDate(text) ? text : undefined;
}

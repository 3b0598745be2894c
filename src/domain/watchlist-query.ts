import { isCalendarDate } from './calendar-date.ts';
import type { LocalDate, SubjectFields } from './subject.ts';

/** What is known of a person who is looked for on watchlists. Only the name is needed. */
export interface WatchlistQuery {
  readonly name: string;
  readonly birthDate?: LocalDate;
  /** ISO 3166 alpha-2: where the person lives, and who issued the document. */
  readonly countries?: readonly string[];
  readonly gender?: 'M' | 'F';
  readonly documentNumbers?: readonly string[];
}

export const watchlistFields = [
  'firstName',
  'lastName',
  'birthDate',
  'country',
  'gender',
  'documentNumber',
  'documentIssuingCountry',
] as const;

export type WatchlistFields = Partial<Pick<SubjectFields, (typeof watchlistFields)[number]>>;

/** What cannot be meant, such as a birth date in the year 0, is left out: it would speak against everybody. */
export function toWatchlistQuery(fields: WatchlistFields): WatchlistQuery {
  const { firstName, lastName, birthDate, gender, documentNumber } = fields;
  const countries = [fields.country, fields.documentIssuingCountry].filter(isCountry);
  return {
    name: [firstName, lastName].filter((part) => part !== undefined).join(' '),
    ...(isCalendarDate(birthDate) && { birthDate }),
    ...(countries.length > 0 && { countries: [...new Set(countries)] }),
    ...((gender === 'M' || gender === 'F') && { gender }),
    ...(isTelling(documentNumber) && { documentNumbers: [documentNumber] }),
  };
}

function isCountry(text: string | undefined): text is string {
  return text !== undefined && /^[A-Z]{2}$/.test(text);
}

/** Fewer than five signs are no document's number. */
function isTelling(documentNumber: string | undefined): documentNumber is string {
  return documentNumber !== undefined && documentNumber.replace(/[^\p{L}\p{N}]/gu, '').length >= 5;
}

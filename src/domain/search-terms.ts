import type { Subject, SubjectFields } from './subject.ts';

const shortestPrefix = 2;
const longestPrefix = 12;
const longestDigits = 9;

/** A subject, or somebody without a reservation: then it is empty. */
export interface Findable extends Pick<Subject, 'reservationId'> {
  readonly fields: Partial<Pick<SubjectFields, 'firstName' | 'lastName' | 'email' | 'phone' | 'cellPhone'>>;
}

/**
 * What a subject can be found by: prefixes of each word of the name, the whole e-mail address and its local part, the
 * phone's and the reservation's digits by their ends, the reservation. The store keeps keyed digests of these and nothing readable.
 */
export function toSearchTerms(subject: Findable): readonly string[] {
  const { firstName, lastName, email, phone, cellPhone } = subject.fields;
  const terms = new Set<string>();
  for (const word of toWords([firstName, lastName].join(' '))) addPrefixes(terms, word);
  if (email !== undefined) {
    terms.add(email.toLowerCase());
    for (const word of toWords(email.split('@')[0] ?? '')) addPrefixes(terms, word);
  }
  for (const number of [phone, cellPhone, subject.reservationId]) addDigitEnds(terms, number);
  for (const word of toWords(subject.reservationId)) terms.add(toLongestPrefix(word));
  return [...terms];
}

/** What a search text asks for: every term must be found. An empty list finds nothing. */
export function toSearchQuery(text: string): readonly string[] {
  const trimmed = text.trim().toLowerCase();
  if (trimmed.includes('@')) return [trimmed];
  const digits = trimmed.replace(/\D/g, '');
  if (digits.length >= 6 && /^[\d\s()+./-]+$/.test(trimmed)) return [digits.slice(-longestDigits)];
  return toWords(trimmed).map(toLongestPrefix);
}

function toWords(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => Array.from(word).length >= toShortestPrefix(word));
}

function addPrefixes(terms: Set<string>, word: string): void {
  const letters = Array.from(word);
  for (let length = toShortestPrefix(word); length <= Math.min(letters.length, longestPrefix); length += 1) {
    terms.add(letters.slice(0, length).join(''));
  }
}

function toLongestPrefix(word: string): string {
  return Array.from(word).slice(0, longestPrefix).join('');
}

/** A Chinese name may be one character, which tells as much as a few letters do. */
function toShortestPrefix(word: string): number {
  return /^\p{Script=Han}/u.test(word) ? 1 : shortestPrefix;
}

/** A number is written with and without its prefixes: its end is what stays. */
function addDigitEnds(terms: Set<string>, number: string | undefined): void {
  const digits = (number ?? '').replace(/\D/g, '');
  for (const length of [6, 7, 8, longestDigits]) if (digits.length >= length) terms.add(digits.slice(-length));
}

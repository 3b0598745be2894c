import type { Subject } from './subject.ts';

const shortestPrefix = 2;
const longestPrefix = 12;

/**
 * What a subject can be found by: prefixes of each word of the name, the whole e-mail address and its local part, the
 * phone's digits by their ends, the reservation. The store keeps keyed digests of these and nothing readable.
 */
export function toSearchTerms(subject: Subject): readonly string[] {
  const { firstName, lastName, email, phone, cellPhone } = subject.fields;
  const terms = new Set<string>();
  for (const word of toWords([firstName, lastName].join(' '))) addPrefixes(terms, word);
  if (email !== undefined) {
    terms.add(email.toLowerCase());
    for (const word of toWords(email.split('@')[0] ?? '')) addPrefixes(terms, word);
  }
  for (const number of [phone, cellPhone]) addPhoneEnds(terms, number);
  terms.add(subject.reservationId.toLowerCase());
  return [...terms];
}

/** What a search text asks for: every term must be found. An empty list finds nothing. */
export function toSearchQuery(text: string): readonly string[] {
  const trimmed = text.trim().toLowerCase();
  if (trimmed.includes('@')) return [trimmed];
  const digits = trimmed.replace(/\D/g, '');
  if (digits.length >= 6 && /^[\d\s()+./-]+$/.test(trimmed)) return [digits === trimmed ? digits : digits.slice(-9)];
  return toWords(trimmed).map((word) => word.slice(0, longestPrefix));
}

function toWords(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= shortestPrefix);
}

function addPrefixes(terms: Set<string>, word: string): void {
  const letters = Array.from(word);
  for (let length = shortestPrefix; length <= Math.min(letters.length, longestPrefix); length += 1) {
    terms.add(letters.slice(0, length).join(''));
  }
}

function addPhoneEnds(terms: Set<string>, phone: string | undefined): void {
  const digits = (phone ?? '').replace(/\D/g, '');
  for (const length of [6, 7, 8, 9]) if (digits.length >= length) terms.add(digits.slice(-length));
  if (digits.length > 9) terms.add(digits);
}

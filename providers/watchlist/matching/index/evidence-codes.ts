import { textHash } from './text-hash.ts';

/** Two letters as one number; case does not count. */
export function countryCode(country: string): number {
  const upper = country.toUpperCase();
  return upper.charCodeAt(0) * 256 + upper.charCodeAt(1);
}

/** Document numbers are equal where their letters and digits are. */
export function documentHash(number: string): number {
  return textHash(number.toUpperCase().replace(/[^\p{L}\p{N}]/gu, ''));
}

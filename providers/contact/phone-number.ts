import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js';

/** `unknown`: without a prefix, and nobody knows the country. */
export type PhoneReading =
  | { readonly kind: 'valid'; readonly country: string | undefined }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'unknown' };

/** Reads a number as the guest's country writes it, and else as the hotel's. */
export function readPhoneNumber(text: string, countries: readonly (string | undefined)[]): PhoneReading {
  const spelled = text.trim().replace(/^00/, '+');
  const known = [...new Set(countries)]
    .filter((country) => country !== undefined)
    .filter((country): country is CountryCode => isSupportedCountry(country));
  if (!spelled.startsWith('+') && known.length === 0) return { kind: 'unknown' };
  const readings = (known.length === 0 ? [undefined] : known).map((country) => parse(spelled, country));
  const valid = readings.find((reading) => reading?.isValid() === true);
  return valid === undefined ? { kind: 'invalid' } : { kind: 'valid', country: valid.country };
}

function parse(text: string, country: CountryCode | undefined): PhoneNumber | undefined {
  return country === undefined ? parsePhoneNumberFromString(text) : parsePhoneNumberFromString(text, country);
}

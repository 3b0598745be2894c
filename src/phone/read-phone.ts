import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';

/** Reads a number as one of these countries writes it, the first that fits; E.164, e.g. `+447700900123`. */
export function readPhone(text: string, countries: readonly (string | undefined)[]): string | undefined {
  const spelled = text.trim().replace(/^00/, '+');
  const known = countries.filter((country): country is CountryCode => isKnown(country));
  const readings = spelled.startsWith('+')
    ? [parsePhoneNumberFromString(spelled)]
    : known.map((country) => parsePhoneNumberFromString(spelled, country));
  return readings.find((reading) => reading?.isValid() === true)?.number;
}

function isKnown(country: string | undefined): boolean {
  return country !== undefined && isSupportedCountry(country);
}

import type { FormSession } from '../../screening/form/guest-form.ts';
import type { Visit } from './form-visit.ts';

/** Where most readers of a language live. */
const countriesOf: Readonly<Record<string, readonly string[]>> = {
  en: ['GB', 'US', 'IE', 'AU', 'CA'],
  de: ['DE', 'AT', 'CH'],
  fr: ['FR', 'BE', 'CH', 'CA'],
  es: ['ES', 'MX', 'AR', 'CO'],
  it: ['IT', 'CH'],
  pt: ['PT', 'BR'],
  nl: ['NL', 'BE'],
  uk: ['UA'],
  zh: ['CN', 'TW', 'HK', 'SG'],
  ja: ['JP'],
  ar: ['SA', 'AE', 'EG', 'MA'],
  ml: ['IN', 'AE'],
};

/** The guest's own first: as answered, as booked, as the browser says; then those of the language. */
export function listLikelyCountries(session: FormSession, visit: Visit, language: string): readonly string[] {
  const { nationality, country, documentIssuingCountry } = session.answers;
  const [, region] = /^[a-z]{2,3}-([A-Z]{2})\b/.exec(visit.acceptLanguage ?? '') ?? [];
  const own = [nationality, country, documentIssuingCountry, session.country, region];
  const all = [...own.filter((code) => code !== undefined && code !== ''), ...(countriesOf[language] ?? [])];
  return [...new Set(all)].filter((code): code is string => code !== undefined).slice(0, 6);
}

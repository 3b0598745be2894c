import type { Instant, LocalDate } from '../domain/subject.ts';
import type { Language } from './languages.ts';

export interface PersonName {
  readonly firstName: string;
  readonly lastName: string;
}

/** How people who read a language write dates, names, lists and countries. */
export interface Formats {
  /** BCP 47, with the country where it matters: `en-GB`. */
  readonly locale: string;
  /** `Saturday, 28 November 2026`. */
  longDate(date: LocalDate): string;
  /** `28 Nov 2026`. */
  shortDate(date: LocalDate): string;
  /** `28 Nov 2026, 14:05`, on the clocks of an IANA time zone. */
  minute(at: Instant, timeZone: string): string;
  /** `A, B and C`. */
  list(items: readonly string[]): string;
  /** The country's name, or its code where it has none. */
  country(code: string): string;
  number(value: number): string;
  /** Family name first where the name is written in Chinese, Japanese or Korean. Either part may be empty. */
  personName(name: PersonName): string;
}

const eastAsian = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々\s]+$/u;
const japaneseOnly = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** `country` of the reader, ISO 3166 alpha-2, tells the dates of New York from those of London. */
export function formatsFor(language: Language, country?: string): Formats {
  const locale = toLocale(language, country);
  const known = formats.get(locale);
  if (known !== undefined) return known;
  const made = makeFormats(locale);
  formats.set(locale, made);
  return made;
}

// One for each language and a few countries; they are slow to make.
const formats = new Map<string, Formats>();

function makeFormats(locale: string): Formats {
  const toDate = (date: LocalDate): Date => new Date(`${date}T00:00:00Z`);
  const long = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
  const short = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  return {
    locale,
    longDate: (date) => long.format(toDate(date)),
    shortDate: (date) => short.format(toDate(date)),
    minute: (at, timeZone) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(at)),
    list: (items) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items),
    country: (code) => (/^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code),
    number: (value) => new Intl.NumberFormat(locale).format(value),
    personName: toPersonName,
  };
}

/** Without a country English is written as in most of the world, and days come before months. */
function toLocale(language: Language, country: string | undefined): string {
  if (language === 'en') return country === 'US' ? 'en-US' : 'en-GB';
  const isBrazilian = language === 'pt' && country === 'BR';
  return isBrazilian ? 'pt-BR' : language === 'pt' ? 'pt-PT' : language;
}

function toPersonName({ firstName, lastName }: PersonName): string {
  const [first, last] = [firstName.trim(), lastName.trim()];
  const whole = `${last}${first}`;
  if (first === '' || last === '' || !eastAsian.test(whole)) return `${first} ${last}`.trim();
  return japaneseOnly.test(whole) ? `${last} ${first}` : whole;
}

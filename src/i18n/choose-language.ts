import { isLanguage, type Language, languages, sourceLanguage } from './languages.ts';

/** What may say which language a person reads. The surest first. */
export interface LanguageHints {
  /** What the person chose, as any BCP 47 tag. */
  readonly asked?: string | undefined;
  /** The header of a browser, as it came. */
  readonly acceptLanguage?: string | undefined;
  /** ISO 3166 alpha-2. */
  readonly guestCountry?: string | undefined;
  /** Default: all that there are. */
  readonly offered?: readonly Language[] | undefined;
  /** Where nothing says anything that is offered. Default: the first that is offered. */
  readonly fallback?: string | undefined;
}

/** Always one of those offered: by choice, then by browser, then by country. Nonsense in a hint counts as no hint. */
export function chooseLanguage(hints: LanguageHints): Language {
  const offered = hints.offered === undefined || hints.offered.length === 0 ? languages : hints.offered;
  const wished = [hints.asked, ...toWishes(hints.acceptLanguage), toLanguageOf(hints.guestCountry), hints.fallback];
  for (const wish of wished) {
    const language = wish?.trim().toLowerCase().split(/[-_]/)[0];
    if (isLanguage(language) && offered.includes(language)) return language;
  }
  return offered[0] ?? sourceLanguage;
}

/** A browser sends a handful; who sends more is none. */
const mostWishes = 20;

/** The tags of RFC 9110's Accept-Language, most wished first; what is refused with `q=0` or malformed is left out. */
function toWishes(header: string | undefined): readonly string[] {
  return (header ?? '')
    .slice(0, 1_000)
    .split(',', mostWishes)
    .flatMap((part) => {
      const found = /^\s*([a-z]{1,8}(?:-[a-z0-9]{1,8})*)\s*(?:;\s*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?$/i.exec(part);
      const weight = Number(found?.[2] ?? 1);
      return found?.[1] === undefined || weight === 0 ? [] : [{ tag: found[1], weight }];
    })
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
}

/** The language that most people of a country read, by Unicode's likely subtags. */
function toLanguageOf(country: string | undefined): string | undefined {
  if (country === undefined || !/^[a-z]{2}$/i.test(country)) return undefined;
  const code = country.toUpperCase();
  if (!languagesByCountry.has(code)) languagesByCountry.set(code, findLanguageOf(code));
  return languagesByCountry.get(code);
}

/** At most one for each pair of letters. */
const languagesByCountry = new Map<string, string | undefined>();

function findLanguageOf(country: string): string | undefined {
  const likely = new Intl.Locale(`und-${country}`).maximize();
  // For a code that is no country Unicode answers with English.
  return new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(country) === undefined
    ? undefined
    : likely.language;
}

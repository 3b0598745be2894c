import { countryCodes } from '../../domain/iso-countries.ts';
import { attributes, type Html, html } from '../html.ts';

export interface CountryChoice {
  readonly language: string;
  /** Shown first, in this order. */
  readonly likely: readonly string[];
  readonly chosen: string;
}

/** Every country in the reader's language and order, likely ones first. */
export function countryOptions({ language, likely, chosen }: CountryChoice): Html {
  const countries = countriesIn(language);
  const isOffered = (code: string) => countries.some((country) => country.code === code);
  const first = [...new Set(likely)].filter(isOffered);
  const firstOptions = first.map((code) => option({ code, name: countryName(code, language) }, chosen));
  const rest = countries.map((country) => option(country, first.includes(chosen) ? '' : chosen));
  return html`${firstOptions}${first.length > 0 && html`<hr />`}${rest}`;
}

/** The country as the language calls it; the code itself where it is none. */
export function countryName(code: string, language: string): string {
  return countriesIn(language).find((country) => country.code === code)?.name ?? code;
}

function option({ code, name }: Country, chosen: string): Html {
  return html`<option${attributes({ value: code, selected: code === chosen })}>${name}</option>`;
}

interface Country {
  readonly code: string;
  readonly name: string;
}

const known = new Map<string, readonly Country[]>();

function countriesIn(language: string): readonly Country[] {
  const found = known.get(language);
  if (found !== undefined) return found;
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const { compare } = new Intl.Collator(language);
  const made = countryCodes
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((one, other) => compare(one.name, other.name));
  known.set(language, made);
  return made;
}

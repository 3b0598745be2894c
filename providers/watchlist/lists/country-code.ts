import { countryCodes, findAlpha2, isAlpha2 } from '../../../src/domain/iso-countries.ts';
import { publishedCountryNames } from './country-names.ts';

/** Tried in this order when no English name fits: a property's own list may name countries in its own language. */
const otherLanguages = ['de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'ru', 'tr', 'ar'];

let englishNames: ReadonlyMap<string, string> | undefined;
let otherNames: ReadonlyMap<string, string> | undefined;

/**
 * ISO 3166 alpha-2, upper case, of a code (alpha-2 or alpha-3), a country's name or the name of its citizens.
 * Undefined where it is none or cannot be told, so that nothing speaks for or against a guest by mistake.
 */
export function findCountryCode(text: string | undefined): string | undefined {
  const plain = text?.trim() ?? '';
  if (plain === '' || plain.length > 100) return undefined;
  // Only in capitals: some publishers write `na` for *not available*, which is not Namibia.
  if (plain.length === 2) return isAlpha2(plain) ? plain : undefined;
  const key = toNameKey(plain);
  const found = findEnglish(key) ?? findEnglish(toNameKey(plain.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')));
  if (found !== undefined) return found;
  otherNames ??= collectNames(otherLanguages);
  return otherNames.get(key);
}

function findEnglish(key: string): string | undefined {
  englishNames ??= collectEnglishNames();
  return englishNames.get(key) ?? findAlpha2(key.toUpperCase());
}

function collectEnglishNames(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [code, list] of Object.entries(publishedCountryNames)) {
    for (const name of list.split('|')) names.set(toNameKey(name), code);
  }
  for (const [name, code] of collectNames(['en'])) if (!names.has(name)) names.set(name, code);
  return names;
}

function collectNames(languages: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const language of languages) {
    const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    for (const code of countryCodes) {
      const key = toNameKey(display.of(code) ?? '');
      if (key !== '' && !names.has(key)) names.set(key, code);
    }
  }
  return names;
}

function toNameKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}|['’‘`.]/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}]+/gu, ' ')
    .replace(/(?:^| )the(?= |$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

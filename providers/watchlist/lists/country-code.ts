import { isoCountryCodes, publishedCountryNames } from './country-names.ts';

/** Tried in this order when no English name fits: a property's own list may name countries in its own language. */
const otherLanguages = ['de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'ru', 'tr', 'ar'];
const alpha2Codes = isoCountryCodes.split(' ').map((pair) => pair.slice(0, 2));
const known = new Set(alpha2Codes);

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
  if (plain.length === 2) return known.has(plain) ? plain : undefined;
  englishNames ??= collectEnglishNames();
  const key = toNameKey(plain);
  const found = englishNames.get(key) ?? englishNames.get(toNameKey(plain.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')));
  if (found !== undefined) return found;
  otherNames ??= collectNames(otherLanguages);
  return otherNames.get(key);
}

function collectEnglishNames(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const pair of isoCountryCodes.split(' ')) names.set(pair.slice(2).toLowerCase(), pair.slice(0, 2));
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
    for (const code of alpha2Codes) {
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

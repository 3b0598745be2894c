import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { languages } from '../../src/i18n/languages.ts';

/** The texts of one file, by their keys' paths. */
export type FlatTexts = ReadonlyMap<string, string>;

const folder = new URL('../../src/locales/', import.meta.url);

export function listLocaleFiles(): { readonly folders: readonly string[]; readonly namespaces: readonly string[] } {
  const folders = readdirSync(folder);
  const names = readdirSync(new URL('en/', folder)).map((name) => name.replace(/\.json$/, ''));
  return { folders, namespaces: names };
}

export function findLocaleFile(language: string, namespace: string): FlatTexts | undefined {
  const file = new URL(`${language}/${namespace}.json`, folder);
  if (!existsSync(file)) return undefined;
  return toFlatTexts(JSON.parse(readFileSync(file, 'utf8')));
}

/** Throws where something is neither a text nor a group of texts. */
export function toFlatTexts(node: unknown, path = ''): FlatTexts {
  if (typeof node === 'string') return new Map([[path, node]]);
  if (typeof node !== 'object' || node === null || Array.isArray(node)) throw new Error(`${path} is no text`);
  return new Map(
    Object.entries(node).flatMap(([key, value]) => [...toFlatTexts(value, path === '' ? key : `${path}.${key}`)]),
  );
}

const plural = /_(zero|one|two|few|many|other)$/;

/** Each way in which a translation does not fit its English source, as a sentence. */
export function listMisfits(language: string, source: FlatTexts, translation: FlatTexts): readonly string[] {
  const wanted = toWantedKeys(language, source);
  return [
    ...[...wanted.keys()].filter((key) => !translation.has(key)).map((key) => `lacks ${key}`),
    ...[...translation.keys()].filter((key) => !wanted.has(key)).map((key) => `has ${key}, which is not used`),
    ...[...translation].flatMap(([key, text]) => {
      const model = wanted.get(key);
      return model === undefined ? [] : listTextMisfits(key, model, text);
    }),
  ];
}

/** The keys that a language needs, each with the English text that it stands for: English has fewer plurals than most. */
function toWantedKeys(language: string, source: FlatTexts): FlatTexts {
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  return new Map(
    [...source].flatMap(([key, text]): readonly (readonly [string, string])[] => {
      if (!plural.test(key)) return [[key, text]];
      const stem = key.replace(plural, '');
      return categories.map((category) => [`${stem}_${category}`, source.get(`${stem}_other`) ?? text]);
    }),
  );
}

function listTextMisfits(key: string, model: string, text: string): readonly string[] {
  if (text.trim() === '') return [`has nothing for ${key}`];
  const isPlural = plural.test(key);
  const toMarks = (of: string): string =>
    [...of.matchAll(/\{\{.*?\}\}|<[^>]+>|\$t\(.*?\)/g)]
      .map(([mark]) => mark.replaceAll(' ', ''))
      // "one guest" need not say 1.
      .filter((mark) => !isPlural || !/^\{\{count\b/.test(mark))
      .sort()
      .join(' ');
  return toMarks(model) === toMarks(text)
    ? []
    : [`fills in ${toMarks(text) || 'nothing'} for ${key}, where English has ${toMarks(model) || 'nothing'}`];
}

export const otherLanguages = languages.filter((language) => language !== 'en');

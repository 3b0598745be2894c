import { existsSync, readFileSync } from 'node:fs';
import { createInstance, type i18n } from 'i18next';
import { type Language, sourceLanguage } from './languages.ts';

/** One file of texts each, in `src/locales/<language>/`. */
export const namespaces = ['form', 'mail', 'dashboard', 'alerts', 'account', 'administration', 'connections'] as const;

export type Namespace = (typeof namespaces)[number];

/** `count` chooses the plural; it is written as the language writes numbers where the text says `{{count, number}}`. */
export type TextValues = Readonly<Record<string, string | number>>;

/**
 * A text in one language, its placeholders filled in as they are: whoever makes HTML of it escapes the whole. A key may be
 * a path with dots. Where a language lacks it, English stands in; throws where that lacks it too, since it is our mistake.
 */
export type Text = (key: string, values?: TextValues) => string;

/** Read once from disk, at the first call for a language. */
export function textsFor(language: Language, namespace: Namespace): Text {
  const texts = toTexts(language);
  return (key, values = {}) => {
    if (!texts.exists(key, { ns: namespace, ...values })) throw new Error(`no text ${key} in ${namespace}.json`);
    const text: unknown = texts.t(key, { ns: namespace, ...values });
    if (typeof text !== 'string') throw new Error(`${key} in ${namespace}.json is no single text`);
    return text;
  };
}

const textsByLanguage = new Map<Language, i18n>();

function toTexts(language: Language): i18n {
  const known = textsByLanguage.get(language);
  if (known) return known;
  const made = createInstance();
  void made.init({
    lng: language,
    fallbackLng: sourceLanguage,
    ns: [...namespaces],
    nsSeparator: false,
    resources: { [sourceLanguage]: readTexts(sourceLanguage), [language]: readTexts(language) },
    initAsync: false,
    returnObjects: true,
    interpolation: { escapeValue: false, skipOnVariables: true },
  });
  textsByLanguage.set(language, made);
  return made;
}

function readTexts(language: Language): Record<string, Record<string, unknown>> {
  const files = namespaces.flatMap((namespace) => {
    const file = new URL(`../locales/${language}/${namespace}.json`, import.meta.url);
    return existsSync(file) ? [[namespace, JSON.parse(readFileSync(file, 'utf8')) as unknown]] : [];
  });
  return Object.fromEntries(files) as Record<string, Record<string, unknown>>;
}

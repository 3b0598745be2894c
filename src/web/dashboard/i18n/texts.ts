import { computed, signal } from '@preact/signals';
import { createInstance, type i18n } from 'i18next';
import type account from '../../../locales/en/account.json';
import type administration from '../../../locales/en/administration.json';
import type connections from '../../../locales/en/connections.json';
import type englishAlerts from '../../../locales/en/alerts.json';
import type en from '../../../locales/en/dashboard.json';

/** In the order in which they are offered; src/i18n has the same for the server. */
export const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'uk', 'zh', 'ja', 'ar', 'ml'] as const;
export type Language = (typeof languages)[number];

type WithoutPlural<Key extends string> =
  Key extends `${infer Stem}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Stem : Key;

type KeysOf<Texts, Prefix extends string = ''> = {
  [Key in keyof Texts & string]: Texts[Key] extends string
    ? `${Prefix}${WithoutPlural<Key>}`
    : KeysOf<Texts[Key], `${Prefix}${Key}.`>;
}[keyof Texts & string];

/** Every text that the page knows, as a path with dots. */
export type TextKey =
  | KeysOf<typeof en>
  | KeysOf<typeof account>
  | KeysOf<typeof administration>
  | KeysOf<typeof connections>
  | KeysOf<typeof englishAlerts, 'alerts.'>;

/** Texts of pages that few open, fetched with them. */
export type ExtraTexts = 'account' | 'administration' | 'connections';

const files = import.meta.glob<Record<string, unknown>>(
  '../../../locales/*/{dashboard,alerts,account,administration,connections}.json',
  {
    import: 'default',
  },
);

const extras = new Set<ExtraTexts>();

const spoken = signal<{ readonly language: Language; readonly texts: i18n } | undefined>(undefined);

export const language = computed<Language>(() => spoken.value?.language ?? 'en');

/** Loads a language and shows everything in it; English stands in for what it lacks. */
export async function speak(wished: Language): Promise<void> {
  const texts = createInstance();
  const [english, chosen] = await Promise.all([readTexts('en'), readTexts(wished)]);
  await texts.init({
    lng: wished,
    fallbackLng: 'en',
    ns: ['dashboard'],
    defaultNS: 'dashboard',
    resources: { en: { dashboard: english }, [wished]: { dashboard: chosen } },
    interpolation: { escapeValue: false, skipOnVariables: true },
  });
  for (const name of extras) await addTexts(texts, wished, name);
  document.documentElement.lang = wished;
  document.documentElement.dir = wished === 'ar' ? 'rtl' : 'ltr';
  spoken.value = { language: wished, texts };
}

/** Fetches more texts, for now and for each language that is chosen later. */
export async function learn(name: ExtraTexts): Promise<void> {
  extras.add(name);
  const current = spoken.value;
  if (current !== undefined) await addTexts(current.texts, current.language, name);
}

/** A text in the language of the page. Whatever draws it is drawn again when the language changes. */
export function t(key: TextKey, values: Readonly<Record<string, string | number>> = {}): string {
  return spoken.value?.texts.t(key, values) ?? '';
}

/** For keys that come from data, such as codes that a newer service may add. */
export function findText(key: string, values: Readonly<Record<string, string | number>> = {}): string | undefined {
  const texts = spoken.value?.texts;
  return texts?.exists(key) === true ? texts.t(key, values) : undefined;
}

async function addTexts(texts: i18n, wished: Language, name: ExtraTexts): Promise<void> {
  for (const code of new Set<Language>(['en', wished])) {
    texts.addResourceBundle(code, 'dashboard', await readFile(code, name), true);
  }
}

async function readTexts(wished: Language): Promise<Record<string, unknown>> {
  const [page, alerts] = await Promise.all([readFile(wished, 'dashboard'), readFile(wished, 'alerts')]);
  return { ...page, alerts };
}

async function readFile(wished: Language, name: ExtraTexts | 'dashboard' | 'alerts'): Promise<Record<string, unknown>> {
  return (await files[`../../../locales/${wished}/${name}.json`]?.()) ?? {};
}

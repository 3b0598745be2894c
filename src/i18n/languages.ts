/** The languages that guests and staff are spoken to in, as BCP 47 codes. English is the source of all texts. */
export const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'uk', 'zh', 'ja', 'ar', 'ml'] as const;

export type Language = (typeof languages)[number];

export const sourceLanguage = 'en' satisfies Language;

export function isLanguage(text: string | undefined): text is Language {
  return languages.some((language) => language === text);
}

/** For the `dir` attribute. */
export function toDirection(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

/** What a language calls itself, as a list to choose from has it: `Français`, `日本語`. */
export function toNativeName(language: Language): string {
  nativeNames ??= new Map(languages.map((one) => [one, makeNativeName(one)]));
  return nativeNames.get(language) ?? language;
}

// Every page lists all of them, and what knows their names is slow to make.
let nativeNames: ReadonlyMap<Language, string> | undefined;

function makeNativeName(language: Language): string {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  return name.slice(0, 1).toLocaleUpperCase(language) + name.slice(1);
}

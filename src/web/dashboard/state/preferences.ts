import { effect, signal } from '@preact/signals';
import { type Language, languages } from '../i18n/texts.ts';

export type Theme = 'system' | 'light' | 'dark';

const themes: readonly Theme[] = ['system', 'light', 'dark'];

/** What this browser remembers of a person's taste; nothing about guests. */
export const theme = signal<Theme>(themes.find((known) => known === read('theme')) ?? 'system');
export const hasShortcuts = signal(read('shortcuts') !== 'off');

/** What was chosen here, or else the first of the browser's languages that there is. */
export function findWishedLanguage(): Language {
  const wishes = [read('language') ?? '', ...navigator.languages].map((tag) => tag.toLowerCase().split('-')[0]);
  const wish = wishes.find((tag) => languages.some((known) => known === tag));
  return (wish as Language | undefined) ?? 'en';
}

export function rememberLanguage(language: Language): void {
  write('language', language);
}

export const lastProperty = {
  read: () => read('property'),
  write: (propertyId: string) => {
    write('property', propertyId);
  },
};

/** Keeps the document and this browser's memory as they were chosen, also when the system goes dark in the evening. */
export function followPreferences(): void {
  const prefersDark = matchMedia('(prefers-color-scheme: dark)');
  const systemIsDark = signal(prefersDark.matches);
  prefersDark.addEventListener('change', ({ matches }) => {
    systemIsDark.value = matches;
  });
  effect(() => {
    const isDark = theme.value === 'dark' || (theme.value === 'system' && systemIsDark.value);
    document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
    write('theme', theme.value);
  });
  effect(() => {
    write('shortcuts', hasShortcuts.value ? 'on' : 'off');
  });
}

function read(name: string): string | null {
  try {
    return localStorage.getItem(`guest-screening.${name}`);
  } catch {
    return null;
  }
}

/** A browser that keeps nothing still works; it only forgets. */
function write(name: string, value: string): void {
  try {
    localStorage.setItem(`guest-screening.${name}`, value);
  } catch {
    return;
  }
}

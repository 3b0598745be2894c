import { type Language, toDirection } from '../i18n/languages.ts';
import type { Text } from '../i18n/texts.ts';

/** In a text from right to left, a name in Latin letters keeps to itself: Unicode's isolates, which markup would need tags for. */
export function isolating(text: Text, language: Language): Text {
  if (toDirection(language) === 'ltr') return text;
  return (key, values = {}) =>
    text(key, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, `\u2068${value}\u2069`])));
}

import { language } from './texts.ts';

/** A calendar day, `YYYY-MM-DD`, as people write it: `Sat 28 Nov`. */
export function toDayText(day: string, style: 'short' | 'long' | 'full' = 'short'): string {
  if (style === 'full') {
    return new Intl.DateTimeFormat(toLocale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(toInstant(day));
  }
  const options: Intl.DateTimeFormatOptions =
    style === 'long'
      ? { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }
      : { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' };
  return new Intl.DateTimeFormat(toLocale(), options).format(toInstant(day));
}

/** An instant at the property: `28 Nov, 18:05`. */
export function toMomentText(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat(toLocale(), {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(new Date(instant));
}

const steps = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** How long ago: `5 minutes ago`. */
export function toAgeText(instant: string, now: number): string {
  const seconds = Math.max(0, (now - Date.parse(instant)) / 1_000);
  const [unit, size] = steps.find(([, length]) => seconds >= length) ?? steps[2];
  const format = new Intl.RelativeTimeFormat(toLocale(), { numeric: 'auto', style: 'short' });
  return format.format(-Math.floor(seconds / size), unit);
}

export function toNumberText(value: number): string {
  return new Intl.NumberFormat(toLocale()).format(value);
}

export function toCountryText(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames(toLocale(), { type: 'region' }).of(code) ?? code) : code;
}

export function toListText(parts: readonly string[]): string {
  return new Intl.ListFormat(toLocale(), { type: 'conjunction' }).format(parts);
}

/** What a language calls itself. */
export function toLanguageName(code: string): string {
  return new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code;
}

/** Days before months, as in most of the world that writes English. */
function toLocale(): string {
  return language.value === 'en' ? 'en-GB' : language.value;
}

function toInstant(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

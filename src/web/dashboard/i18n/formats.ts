import { language } from './texts.ts';

/** A calendar day, `YYYY-MM-DD`, as people write it: `Sat 28 Nov`. */
export function toDayText(day: string, style: 'short' | 'brief' | 'long' | 'full' = 'short'): string {
  if (style === 'full') {
    return new Intl.DateTimeFormat(toLocale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(toInstant(day));
  }
  return new Intl.DateTimeFormat(toLocale(), { ...dayStyles[style], timeZone: 'UTC' }).format(toInstant(day));
}

const dayStyles = {
  brief: { day: 'numeric', month: 'short' },
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  long: { weekday: 'long', day: 'numeric', month: 'long' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

/** The month that a day is in: `Nov 2026`. */
export function toMonthText(day: string): string {
  const options: Intl.DateTimeFormatOptions = { month: 'short', year: 'numeric', timeZone: 'UTC' };
  return new Intl.DateTimeFormat(toLocale(), options).format(toInstant(day));
}

/** An instant at the property: `28 Nov, 18:05`, and with its year where that is another than this one. */
export function toMomentText(instant: string, timeZone: string): string {
  const isOfThisYear = instant.slice(0, 4) === new Date().toISOString().slice(0, 4);
  return new Intl.DateTimeFormat(toLocale(), {
    ...(!isOfThisYear && { year: 'numeric' }),
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(new Date(instant));
}

/** The same with its year and seconds, for what is read long after: `28 Nov 2026, 18:05:31`. */
export function toWholeMomentText(instant: string, timeZone: string): string {
  const options: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'medium', timeZone };
  return new Intl.DateTimeFormat(toLocale(), options).format(new Date(instant));
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

/** A share from 0 to 1: `87 %`. */
export function toPercentText(share: number): string {
  return new Intl.NumberFormat(toLocale(), { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

const lengths = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** How long something took, in the largest unit that it fills: `30 sec`, `3 days`. */
export function toLengthText(seconds: number): string {
  const [unit, size] = lengths.find(([, length]) => seconds >= length) ?? lengths[3];
  const options: Intl.NumberFormatOptions = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 };
  return new Intl.NumberFormat(toLocale(), options).format(seconds / size);
}

/** Money in the smallest unit of its currency, such as cents. */
export function toMoneyText(minorUnits: number, currency: string): string {
  const format = new Intl.NumberFormat(toLocale(), { style: 'currency', currency });
  return format.format(minorUnits / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

/** A language by its code, or a way of writing by its ISO 15924 code, as readers of this page call it. */
export function toNameOf(type: 'language' | 'script', code: string): string {
  return new Intl.DisplayNames(toLocale(), { type }).of(code) ?? code;
}

/** In the order of the alphabet that is read here. */
export function sortByText<Item>(items: readonly Item[], toText: (item: Item) => string): readonly Item[] {
  const { compare } = new Intl.Collator(toLocale());
  return items.toSorted((one, other) => compare(toText(one), toText(other)));
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

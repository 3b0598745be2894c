/** One of the three fields of a date, in the order in which the reader's culture writes them. */
export interface DatePart {
  readonly part: 'day' | 'month' | 'year';
  /** In the reader's language, e.g. `Tag`. */
  readonly label: string;
  readonly value: string;
}

const partNames = ['day', 'month', 'year'] as const;
type PartName = DatePart['part'];

/** `value` is `YYYY-MM-DD`, or what was typed, joined likewise: it comes back part by part as it was. */
export function dateParts({ language, value }: { readonly language: string; readonly value: string }): DatePart[] {
  const [year = '', month = '', day = ''] = value.split('-');
  const typed = { year, month, day };
  const { order, labels } = cultureFor(language);
  return order.map((part) => ({ part, label: labels[part], value: typed[part] }));
}

/**
 * The three fields as one value: `1985-03-07` of 7, 3 and 1985; empty where all are. What is no number stays as it was
 * typed, so that it can be shown again. Digits of other scripts count.
 */
export function joinDateParts(parts: Readonly<Record<PartName, string>>): string {
  const [year, month, day] = [toDigits(parts.year), toDigits(parts.month), toDigits(parts.day)];
  if (year + month + day === '') return '';
  return [year, pad(month), pad(day)].join('-');
}

/** A day as the reader's culture writes it. */
export function exampleDate(language: string): string {
  return cultureFor(language).example;
}

interface DateCulture {
  readonly example: string;
  readonly order: readonly PartName[];
  readonly labels: Readonly<Record<PartName, string>>;
}

const cultures = new Map<string, DateCulture>();

// Its formatters are slow to make, and there are a dozen languages.
function cultureFor(language: string): DateCulture {
  const known = cultures.get(language);
  if (known !== undefined) return known;
  const made = makeCulture(language);
  cultures.set(language, made);
  return made;
}

function makeCulture(language: string): DateCulture {
  const names = new Intl.DisplayNames(language, { type: 'dateTimeField' });
  const label = (part: PartName) => capitalise(names.of(part) ?? part, language);
  const written = new Intl.DateTimeFormat(toCulture(language)).formatToParts(new Date(0)).map(({ type }) => type);
  const order = written.filter((type): type is PartName => partNames.includes(type as PartName));
  const example = new Intl.DateTimeFormat(toCulture(language), { timeZone: 'UTC' }).format(Date.UTC(1985, 2, 27));
  return { example, order, labels: { day: label('day'), month: label('month'), year: label('year') } };
}

/** English without a region is that of the world, where the day comes before the month. */
function toCulture(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}

function capitalise(text: string, language: string): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}

function pad(number: string): string {
  return /^\d$/.test(number) ? `0${number}` : number;
}

/** ASCII digits for those of Arabic and Indian scripts and for full-width ones; a hyphen would break the parts apart. */
function toDigits(text: string): string {
  return text
    .trim()
    .replaceAll('-', '')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x0966))
    .replace(/[൦-൯]/g, (digit) => String(digit.charCodeAt(0) - 0x0d66))
    .replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10));
}

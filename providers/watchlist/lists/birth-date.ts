import type { ListedBirthDate } from '../listed-person.ts';

/** How all-digit dates are written where the digits do not tell. */
export type DateOrder = 'day-first' | 'month-first';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const seasons = ['spring', 'summer', 'autumn', 'fall', 'winter'];
const about = /^(?:circa|ca\.?|c\.|approximately|approx\.?|about|around|early|mid|late|~)[\s-]*/;
const firstYear = 1850;
const lastYear = 2100;

/**
 * A birth date as publishers write it: `1961-03-15`, `15 Mar 1961`, `15/03/1961`, `00/03/1961`, `Mar 1961`, `1961`,
 * `circa 1960`, `1955 to 1958`, `between 1955 and 1958`, `1960s`. Undefined where it cannot be understood, and where
 * the day does not exist.
 */
export function findBirthDate(text: string | undefined, order: DateOrder = 'day-first'): ListedBirthDate | undefined {
  if (text === undefined || text.length > 80) return undefined;
  const plain = text
    .toLowerCase()
    .replace(/[.,;\s]+$/, '')
    .replace(/^\s*(?:born\s+)?(?:in\s+|on\s+)?/, '');
  const exact = plain.replace(about, '');
  const found = findRange(exact, order) ?? findDecade(exact) ?? findSingle(exact.replace(/^between\s+/, ''), order);
  return found !== undefined && exact !== plain ? { ...found, circa: true } : found;
}

/** Year, month and day as a publisher gives them apart; zero and blank mean unknown. */
export function toBirthDate(year: number, month?: number, day?: number): ListedBirthDate | undefined {
  if (!Number.isInteger(year) || year < firstYear || year > lastYear) return undefined;
  if (month === undefined || Number.isNaN(month) || month === 0) return { year };
  if (!Number.isInteger(month) || month < 1 || month > 12) return undefined;
  if (day === undefined || Number.isNaN(day) || day === 0) return { year, month };
  if (!Number.isInteger(day) || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  return { year, month, day };
}

/** What is certain of a birth between two dates: what both share, or the years. */
export function toBirthDateRange(from: ListedBirthDate, to: ListedBirthDate): ListedBirthDate | undefined {
  if (to.year < from.year) return undefined;
  if (to.year > from.year) return { year: from.year, yearTo: to.yearTo ?? to.year };
  if (from.month === undefined || from.month !== to.month) return { year: from.year };
  return toBirthDate(from.year, from.month, from.day === to.day ? from.day : undefined);
}

function findRange(text: string, order: DateOrder): ListedBirthDate | undefined {
  const parts = text
    .replace(/^between\s+/, '')
    .split(/\s+(?:to|and|until|or|[-–])\s+|(?<=^\d{4})\s?[-–/]\s?(?=\d{4}$)/)
    .map((part) => part.replace(about, ''));
  const [from, to] = parts.map((part) => findSingle(part, order));
  if (parts.length !== 2 || !to) return undefined;
  // `between Aug. and Sep. 1977`
  if (!from) return isMonth(parts[0]) ? { year: to.year } : undefined;
  return toBirthDateRange(from, to);
}

function isMonth(text = ''): boolean {
  return /^[a-z]{3,9}\.?$/.test(text) && months.includes(text.slice(0, 3));
}

function findDecade(text: string): ListedBirthDate | undefined {
  const decade = /^(?:the\s+)?(\d{3})0'?s$/.exec(text)?.[1];
  const year = Number(decade) * 10;
  return decade === undefined || !toBirthDate(year) ? undefined : { year, yearTo: year + 9 };
}

function findSingle(text: string, order: DateOrder): ListedBirthDate | undefined {
  return findYearFirst(text) ?? findDigits(text, order) ?? findNamedMonth(text);
}

function findYearFirst(text: string): ListedBirthDate | undefined {
  const match = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:t[\d:.]+(?:z|[+-][\d:]+)?)?)?)?$/.exec(text);
  const compact = match ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  return compact === null ? undefined : toBirthDate(Number(compact[1]), Number(compact[2]), Number(compact[3]));
}

function findDigits(text: string, order: DateOrder): ListedBirthDate | undefined {
  const match = /^(\d{1,2}|dd)[-/.](\d{1,2}|mm)[-/.](\d{4})$/.exec(text);
  if (match === null) return undefined;
  const [first, second, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const monthFirst = (order === 'month-first' && first <= 12) || (first <= 12 && second > 12);
  return monthFirst ? toBirthDate(year, first, second) : toBirthDate(year, second, first);
}

function findNamedMonth(text: string): ListedBirthDate | undefined {
  const day = /^(\d{1,2})(?:st|nd|rd|th)?[\s.-]+([a-z]{3,9})\.?,?[\s-]+(\d{4})$/.exec(text);
  if (day !== null) return withNamedMonth(day[3], day[2], day[1]);
  const american = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/.exec(text);
  if (american !== null) return withNamedMonth(american[3], american[1], american[2]);
  const month = /^([a-z]{3,9})\.?,?[\s-]+(?:of\s+)?(\d{4})$/.exec(text);
  return month === null ? undefined : withNamedMonth(month[2], month[1], undefined);
}

function withNamedMonth(year?: string, name = '', day?: string): ListedBirthDate | undefined {
  const found = toBirthDate(Number(year));
  if (found && day === undefined && seasons.includes(name)) return { ...found, circa: true };
  const month = months.indexOf(name.slice(0, 3)) + 1;
  return month === 0 ? undefined : toBirthDate(Number(year), month, Number(day));
}

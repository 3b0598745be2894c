import { toBirthDate, toBirthDateRange } from './birth-date.ts';
import type { ListedBirthDate } from '../listed-person.ts';
import { findElement, findText } from './xml-element.ts';
import type { XmlElement } from './xml-element.ts';

/**
 * OFAC's `DatePeriod`: a span from the first day of `Start` to the last of `End`. A whole month or year means that no
 * more is known, and so becomes that month or year.
 */
export function findDatePeriod(period: XmlElement | undefined): ListedBirthDate | undefined {
  const start = findElement(period, 'Start');
  const end = findElement(period, 'End');
  const from = findPoint(start, 'From');
  const to = findPoint(end, 'To') ?? findPoint(end, 'From') ?? findPoint(start, 'To') ?? from;
  if (!from || !to) return undefined;
  const date = toBirthDateRange(from, to);
  const circa = start?.attributes.Approximate === 'true' || end?.attributes.Approximate === 'true';
  return date && circa ? { ...date, circa: true } : date;
}

function findPoint(side: XmlElement | undefined, name: string): ListedBirthDate | undefined {
  const point = findElement(side, name);
  const [year, month, day] = ['Year', 'Month', 'Day'].map((part) => Number(findText(point, part)));
  return year === undefined ? undefined : toBirthDate(year, month, day);
}

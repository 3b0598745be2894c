import type { LocalDate } from './subject.ts';

/** Whether a text is a date that the calendar has, of a year in which somebody alive may have been born or a document run out. */
export function isCalendarDate(text: string | undefined): text is LocalDate {
  if (text === undefined || !/^(?:19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

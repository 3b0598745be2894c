import { addDays, countNights, isDay, toToday } from '../i18n/days.ts';

export const usualDays = [7, 30, 90] as const;

/** The days that figures are of, both included, and how finely they are drawn over time. */
export interface StatisticsRange {
  readonly from: string;
  readonly to: string;
  readonly today: string;
  readonly step: 'day' | 'week' | 'month';
  /** How many days up to today; absent where the days were chosen freely. */
  readonly last?: (typeof usualDays)[number];
}

/** Of more the service tells nothing. */
const mostDays = 3 * 366;
const mostBarsByDay = 31;
const mostDaysByWeek = 190;

/** From the address: `days` up to today, or `from` and `to`. The last 30 days where it says neither, or nonsense. */
export function readStatisticsRange(
  query: Readonly<Record<string, string>>,
  timeZone: string,
  now = Date.now(),
): StatisticsRange {
  const today = toToday(timeZone, now);
  const { from, to } = query;
  if (isDay(from) && isDay(to) && from <= to && countNights(from, to) <= mostDays) {
    return { from, to, today, step: toStep(from, to) };
  }
  const last = usualDays.find((days) => String(days) === query.days) ?? 30;
  const first = addDays(today, 1 - last);
  return { from: first, to: today, today, step: toStep(first, today), last };
}

function toStep(from: string, to: string): StatisticsRange['step'] {
  const days = countNights(from, to) + 1;
  if (days <= mostBarsByDay) return 'day';
  return days <= mostDaysByWeek ? 'week' : 'month';
}

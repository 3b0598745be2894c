// Browsers keep the machine's time, so hotels that they look at do too.
import { systemClock } from '../../../src/clock/system-clock.ts';
import { toLocalDate, toLocalMinute } from '../../../src/domain/calendar.ts';
import { plusDays } from '../../../src/domain/statistics/time-steps.ts';

const isFarFromMidnight = (zone: string) => toLocalMinute(systemClock.now(), zone).slice(11) < '23:00';

/** A time zone in which no midnight comes while a file of tests runs. */
export const daytimeZone = isFarFromMidnight('Europe/Lisbon') ? 'Europe/Lisbon' : 'Asia/Tokyo';

/** A date there, so many days from today. */
export function toDaytimeDay(offset: number): string {
  return plusDays(toLocalDate(systemClock.now(), daytimeZone), offset);
}

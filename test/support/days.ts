import { plusMs } from '../../src/domain/calendar.ts';
import { hotelClock } from './hotel-clock.ts';

/** A date so many days from the hotel's today, in UTC. */
export function toDay(offset: number): string {
  return plusMs(hotelClock.now(), offset * 86_400_000).slice(0, 10);
}

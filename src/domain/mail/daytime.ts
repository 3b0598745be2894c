import { plusMs, toLocalMinute } from '../calendar.ts';
import type { Instant } from '../subject.ts';

/** Hours of the property's own day at which a guest may be reminded; nobody's phone rings at night. */
const fromHour = 9;
const untilHour = 19;

/** The instant itself where it is daytime at the property, else the next morning there. */
export function toDaytime(at: Instant, timeZone: string): Instant {
  let moved = at;
  // A night in which clocks change needs a second look: an hour more or less lies before the morning.
  for (let look = 0; look < 3; look += 1) {
    const minutes = toMinutesUntilDay(toLocalMinute(moved, timeZone));
    if (minutes === 0) return moved;
    moved = plusMs(moved, minutes * 60_000);
  }
  return moved;
}

function toMinutesUntilDay(localMinute: string): number {
  const hour = Number(localMinute.slice(11, 13));
  const minuteOfDay = hour * 60 + Number(localMinute.slice(14, 16));
  if (hour >= fromHour && hour < untilHour) return 0;
  const untilMorning = fromHour * 60 - minuteOfDay;
  return untilMorning > 0 ? untilMorning : untilMorning + 24 * 60;
}

import type { Clock } from '../../src/ports/clock.ts';

const morningMs = Date.parse('2026-11-23T10:00:00.000Z');

/** From the machine's clock to the hotel's. A service in a process of its own is told of it as `HOTEL_CLOCK_SHIFT_MS`. */
export const hotelClockShiftMs = Number(process.env.HOTEL_CLOCK_SHIFT_MS ?? morningMs - Date.now());

/**
 * At the beginning of every file of tests it is ten in the morning of Monday, 23 November 2026, in UTC, and time goes on
 * from there. So no test runs into midnight, the end of a year or the day on which a document runs out.
 */
export const hotelClock: Clock = { now: () => new Date(Date.now() + hotelClockShiftMs).toISOString() };

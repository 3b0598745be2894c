import type { Units } from './units.ts';

/** From this score on a match is shown; below it is not. */
export const ALERT_THRESHOLD: Units = 58_000;
